package org.huisheng.feedback.attachment;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.huisheng.feedback.attachment.store.FileStore;
import org.huisheng.feedback.casework.Act;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** A file beside a case, a comment, a project, a story or a task of a plan, as it was when it was attached. */
@Entity
@Immutable
public class Attachment {

    @Id
    private UUID id;

    private @Nullable UUID caseId;
    private @Nullable UUID comment;
    private @Nullable UUID project;
    private @Nullable UUID story;
    private @Nullable UUID planTask;
    private String name;
    private String mediaType;
    private long size;
    private byte[] sha256;

    @Enumerated(EnumType.STRING)
    private FileStore.Kind store;

    @Enumerated(EnumType.STRING)
    private Visibility visibility;

    private String attachedBy;
    private Instant attachedAt;

    @NullUnmarked
    protected Attachment() {}

    Attachment(Holder holder, Brought brought, Act act) {
        this.id = brought.id();
        var upload = brought.upload();
        switch (holder) {
            case Holder.OfCase(var holding) -> this.caseId = holding;
            case Holder.OfComment(var holding) -> this.comment = holding;
            case Holder.OfProject(var holding) -> this.project = holding;
            case Holder.OfStory(var holding) -> this.story = holding;
            case Holder.OfPlanTask(var holding) -> this.planTask = holding;
        }
        this.name = upload.name();
        this.mediaType = upload.mediaType();
        this.size = upload.size();
        this.sha256 = upload.sha256();
        this.store = brought.store();
        this.visibility = upload.visibility();
        this.attachedBy = act.actor();
        this.attachedAt = act.at();
    }

    public UUID id() {
        return id;
    }

    boolean isBeside(Holder holder) {
        return holder.id()
                .equals(
                        switch (holder) {
                            case Holder.OfCase _ -> caseId;
                            case Holder.OfComment _ -> comment;
                            case Holder.OfProject _ -> project;
                            case Holder.OfStory _ -> story;
                            case Holder.OfPlanTask _ -> planTask;
                        });
    }

    public String name() {
        return name;
    }

    public String mediaType() {
        return mediaType;
    }

    public long size() {
        return size;
    }

    FileStore.Kind store() {
        return store;
    }

    byte[] sha256() {
        return sha256.clone();
    }

    /** For people and for the timeline. */
    public String fingerprint() {
        return HexFormat.of().formatHex(sha256);
    }

    Visibility visibility() {
        return visibility;
    }

    String attachedBy() {
        return attachedBy;
    }

    Instant attachedAt() {
        return attachedAt;
    }
}
