package org.huisheng.kpi.briefing;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/**
 * The issue of a month. Somebody writes it, somebody else approves it or returns it with a reason; published it has a number
 * and does not change. What it says is kept as text here, since nobody asks for its parts.
 */
@Entity
@Table(name = "briefing")
class Briefing {

    @Id
    private UUID id;

    private String period;
    private @Nullable Integer number;

    @Enumerated(EnumType.STRING)
    private BriefingStatus status;

    private String content;

    /** All who have written in it; none of them approves it. */
    @ElementCollection(fetch = FetchType.EAGER)
    @BatchSize(size = 100)
    @CollectionTable(name = "briefing_author", joinColumns = @JoinColumn(name = "briefing"))
    @Column(name = "author")
    private Set<String> authors = new HashSet<>();

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Column(name = "submitted_at")
    private @Nullable Instant submittedAt;

    @Column(name = "submitted_by")
    private @Nullable String submittedBy;

    @Column(name = "return_reason")
    private @Nullable String returnReason;

    @Column(name = "returned_by")
    private @Nullable String returnedBy;

    @Column(name = "published_at")
    private @Nullable Instant publishedAt;

    @Column(name = "published_by")
    private @Nullable String publishedBy;

    private @Nullable String edition;

    @Column(name = "edition_hash")
    private @Nullable String editionHash;

    @Version
    private long version;

    @NullUnmarked
    protected Briefing() {}

    Briefing(UUID id, String period, String content, String by, Instant now) {
        this.id = id;
        this.period = period;
        this.status = BriefingStatus.DRAFT;
        this.content = content;
        this.authors.add(by);
        this.createdAt = now;
        this.changedAt = now;
    }

    void write(String newContent, String by, Instant now) {
        requireDraft();
        content = newContent;
        authors.add(by);
        changedAt = now;
    }

    void submit(String by, Instant now) {
        become(BriefingStatus.SUBMITTED);
        authors.add(by);
        submittedAt = now;
        submittedBy = by;
        changedAt = now;
    }

    void giveBack(String reason, String by, Instant now) {
        become(BriefingStatus.DRAFT);
        submittedAt = null;
        submittedBy = null;
        returnReason = reason;
        returnedBy = by;
        changedAt = now;
    }

    /** @throws Conflict if it is not before them, or they have written in it */
    void requireApprovableBy(String by) {
        if (!status.canBecome(BriefingStatus.PUBLISHED)) {
            throw Conflict.transition("briefing", status, BriefingStatus.PUBLISHED);
        }
        if (authors.contains(by)) {
            throw new Conflict("author-cannot-approve");
        }
    }

    void publish(int itsNumber, String itsEdition, String hash, String by, Instant now) {
        requireApprovableBy(by);
        become(BriefingStatus.PUBLISHED);
        number = itsNumber;
        edition = itsEdition;
        editionHash = hash;
        publishedAt = now;
        publishedBy = by;
        changedAt = now;
    }

    /** @throws Conflict if it has left its authors' hands */
    void requireDraft() {
        if (status != BriefingStatus.DRAFT) {
            throw new Conflict("briefing-not-draft");
        }
    }

    private void become(BriefingStatus next) {
        if (!status.canBecome(next)) {
            throw Conflict.transition("briefing", status, next);
        }
        status = next;
    }

    UUID id() {
        return id;
    }

    String period() {
        return period;
    }

    @Nullable
    Integer number() {
        return number;
    }

    BriefingStatus status() {
        return status;
    }

    String content() {
        return content;
    }

    Set<String> authors() {
        return Set.copyOf(authors);
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant changedAt() {
        return changedAt;
    }

    @Nullable
    Instant submittedAt() {
        return submittedAt;
    }

    @Nullable
    String submittedBy() {
        return submittedBy;
    }

    @Nullable
    String returnReason() {
        return returnReason;
    }

    @Nullable
    String returnedBy() {
        return returnedBy;
    }

    @Nullable
    Instant publishedAt() {
        return publishedAt;
    }

    @Nullable
    String publishedBy() {
        return publishedBy;
    }

    /** As it was published. */
    @Nullable
    String edition() {
        return edition;
    }

    @Nullable
    String editionHash() {
        return editionHash;
    }

    boolean isPublished() {
        return status == BriefingStatus.PUBLISHED;
    }

    long version() {
        return version;
    }
}
