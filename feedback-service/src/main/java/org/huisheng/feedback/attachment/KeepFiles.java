package org.huisheng.feedback.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huisheng.feedback.attachment.store.FileStores;
import org.huisheng.feedback.casework.Act;
import org.huisheng.kit.platform.Uuid7;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.huisheng.kit.problem.DomainException.NotFound;

/** Keeps files beside whatever holds them; who may, and what is written down about it, the holder's feature says. */
@ApplicationScoped
public class KeepFiles {

    private final Attachments attachments;
    private final FileStores stores;
    private final AttachmentConfig config;
    private final Clock clock;

    KeepFiles(Attachments attachments, FileStores stores, AttachmentConfig config, Clock clock) {
        this.attachments = attachments;
        this.stores = stores;
        this.config = config;
        this.clock = clock;
    }

    /** @param isNew false if this was a retry */
    public record Kept(Attachment attachment, boolean isNew) {}

    /**
     * What there is already of the same content.
     *
     * @throws Conflict if it is for others to see, or there is no room for another file
     */
    @Transactional(TxType.MANDATORY)
    public Optional<Kept> known(Holder holder, Upload upload) {
        var known = attachments.ofContent(holder, upload.sha256());
        if (known.isEmpty() && attachments.of(holder) >= config.mostPerCase()) {
            throw new Conflict("too-many-attachments", config.mostPerCase());
        }
        return known.map(attachment -> new Kept(same(attachment, upload), false));
    }

    /** Brings the bytes to where they will be, outside of any transaction: that may be far away. */
    @Transactional(TxType.NEVER)
    public Brought bring(Upload upload) throws IOException {
        var store = stores.forNewFiles();
        var id = Uuid7.at(clock.instant());
        store.bring(id, upload.file());
        return new Brought(id, store.kind(), upload);
    }

    /** The row, which makes it a file; the caller's transaction goes on with the step that names its hash. */
    @Transactional(TxType.MANDATORY)
    public Kept keep(Holder holder, Brought brought, Act act) throws IOException {
        var known = known(holder, brought.upload());
        if (known.isPresent()) {
            return known.get(); // somebody was faster; what was brought is nobody's
        }
        var attachment = new Attachment(holder, brought, act);
        attachments.persistAndFlush(attachment);
        stores.of(brought.store()).keep(brought.id(), brought.upload().file());
        return new Kept(attachment, true);
    }

    private static Attachment same(Attachment known, Upload upload) {
        if (known.visibility() != upload.visibility()) {
            throw new Conflict("attachment-exists", known.id());
        }
        return known;
    }

    /** In the order in which they were attached. */
    @Transactional(TxType.SUPPORTS)
    public List<Attachment> of(Holder holder) {
        return attachments.of(holder, null, config.mostPerCase());
    }

    /** @throws NotFound if there is no such file beside it */
    @Transactional(TxType.SUPPORTS)
    public Attachment require(Holder holder, UUID id) {
        return attachments.require(holder, id);
    }
}
