package org.huisheng.feedback.comment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huisheng.events.CommentEvent.CommentAnswered;
import org.huisheng.events.CommentEvent.CommentArranged;
import org.huisheng.events.CommentEvent.CommentKind;
import org.huisheng.events.CommentEvent.CommentRegistered;
import org.huisheng.feedback.request.Moments;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.huisheng.kit.problem.DomainException.Outdated;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** Something an authority said about the company; departments answer, the authority acknowledges. */
@Entity
class GovernmentComment {

    @Id
    private UUID id;

    @Version
    private long version;

    private byte[] contentDigest;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private CommentKind kind;

    @Column(updatable = false)
    private String level;

    private String title;

    @Column(updatable = false)
    private String sourceDocument;

    @Column(updatable = false)
    private String verbatim;

    @Column(updatable = false)
    private Instant receivedAt;

    private @Nullable Instant deadline;
    private @Nullable String leadDepartment;
    private @Nullable UUID caseId;

    @Enumerated(EnumType.STRING)
    private CommentStatus status;

    private @Nullable Instant repliedAt;
    private @Nullable String replyReference;
    private @Nullable String replyPending;
    private @Nullable Instant acknowledgedAt;
    private Instant registeredAt;
    private String registeredBy;
    private Instant updatedAt;

    @NullUnmarked
    protected GovernmentComment() {}

    GovernmentComment(UUID id, Registration said, String by, Instant now) {
        this.id = id;
        this.contentDigest = said.digest();
        this.kind = said.kind();
        this.level = said.level();
        this.title = said.title();
        this.sourceDocument = said.sourceDocument();
        this.verbatim = said.verbatim();
        this.receivedAt = Moments.past(said.receivedAt(), now).truncatedTo(ChronoUnit.MICROS);
        this.deadline = said.deadline() == null ? null : said.deadline().truncatedTo(ChronoUnit.MICROS);
        this.leadDepartment = said.leadDepartment();
        this.status = CommentStatus.REGISTERED;
        this.registeredAt = now.truncatedTo(ChronoUnit.MICROS);
        this.registeredBy = by;
        this.updatedAt = registeredAt;
    }

    /** @param pending what is still to come, of a letter that left while the case was at work */
    record SentLetter(
            Instant at,
            @Nullable String reference,
            @Nullable String pending) {}

    CommentRegistered registered(List<String> coLeadDepartments) {
        return new CommentRegistered(
                id, kind, level, leadDepartment, coLeadDepartments, receivedAt, deadline, registeredAt);
    }

    /** What the government asks for is a case of its own. */
    void followedBy(UUID matter) {
        caseId = matter;
    }

    /** Another department has a part in it. @throws Conflict if one leads already, or it was answered */
    CommentArranged entrust(String department, CommentTask.Part part, Instant now) {
        workedOn(now);
        var owed = owesReply();
        if (part == CommentTask.Part.LEAD) {
            if (leadDepartment != null) {
                throw new Conflict("comment-has-lead", leadDepartment);
            }
            leadDepartment = department;
        }
        return arranged(List.of(department), owed, null, now);
    }

    /**
     * Another department answers than the one that was named; until when does not change.
     *
     * @param joins whether it has had no part in it so far
     * @throws Conflict if nobody leads, it leads already, or it was answered
     */
    CommentArranged leadBy(String successor, boolean joins, Instant now) {
        workedOn(now);
        if (leadDepartment == null) {
            throw new Conflict("comment-without-lead");
        }
        if (successor.equals(leadDepartment)) {
            throw new Conflict("comment-led-already", successor);
        }
        var previous = leadDepartment;
        leadDepartment = successor;
        return arranged(joins ? List.of(successor) : List.of(), owesReply(), previous, now);
    }

    /** The authority waits until another time, or says for the first time until when. */
    CommentArranged dueBy(Instant date, Instant now) {
        workedOn(now);
        var owed = owesReply();
        deadline = date.truncatedTo(ChronoUnit.MICROS);
        return arranged(List.of(), owed, null, now);
    }

    private CommentArranged arranged(
            List<String> newDepartments, boolean owed, @Nullable String previousLead, Instant now) {
        return new CommentArranged(
                id,
                kind,
                level,
                leadDepartment,
                newDepartments,
                !owed && owesReply(),
                receivedAt,
                deadline,
                now.truncatedTo(ChronoUnit.MICROS),
                previousLead);
    }

    private boolean owesReply() {
        return leadDepartment != null && deadline != null;
    }

    /** @param sent when the letter left the house, which may have been before the matter was done */
    CommentAnswered answer(SentLetter sent, Instant now) {
        if (status != CommentStatus.REGISTERED) {
            throw Conflict.transition("comment", status, CommentStatus.ANSWERED);
        }
        var left = sent.at().truncatedTo(ChronoUnit.MICROS);
        status = CommentStatus.ANSWERED;
        repliedAt = left;
        replyReference = sent.reference();
        replyPending = sent.pending();
        touch(now);
        var onTime = deadline == null ? null : !left.isAfter(deadline);
        return new CommentAnswered(id, kind, leadDepartment, receivedAt, deadline, onTime, left);
    }

    /** An endorsement asks for no answer, so it may be closed without one. */
    void acknowledge(Instant at, Instant now) {
        if (status != CommentStatus.ANSWERED
                && !(status == CommentStatus.REGISTERED && kind == CommentKind.ENDORSEMENT)) {
            throw Conflict.transition("comment", status, CommentStatus.CLOSED);
        }
        status = CommentStatus.CLOSED;
        acknowledgedAt = at.truncatedTo(ChronoUnit.MICROS);
        touch(now);
    }

    /** What is done for it is a change of it, too; it can be done only as long as nothing was answered. */
    void workedOn(Instant now) {
        if (status != CommentStatus.REGISTERED) {
            throw new Conflict("comment-answered", id);
        }
        touch(now);
    }

    /** A paper was put beside it, which may come at any time. */
    void documented(Instant now) {
        touch(now);
    }

    private void touch(Instant now) {
        updatedAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    void verify(@Nullable Long expected) {
        if (expected != null && expected != version) {
            throw new Outdated();
        }
    }

    boolean wasMadeOf(Registration other) {
        return Arrays.equals(contentDigest, other.digest());
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    CommentKind kind() {
        return kind;
    }

    String level() {
        return level;
    }

    String title() {
        return title;
    }

    String sourceDocument() {
        return sourceDocument;
    }

    String verbatim() {
        return verbatim;
    }

    Instant receivedAt() {
        return receivedAt;
    }

    Optional<Instant> deadline() {
        return Optional.ofNullable(deadline);
    }

    Optional<String> leadDepartment() {
        return Optional.ofNullable(leadDepartment);
    }

    Optional<UUID> caseId() {
        return Optional.ofNullable(caseId);
    }

    CommentStatus status() {
        return status;
    }

    Optional<Instant> repliedAt() {
        return Optional.ofNullable(repliedAt);
    }

    Optional<String> replyReference() {
        return Optional.ofNullable(replyReference);
    }

    Optional<String> replyPending() {
        return Optional.ofNullable(replyPending);
    }

    Optional<Instant> acknowledgedAt() {
        return Optional.ofNullable(acknowledgedAt);
    }

    Instant registeredAt() {
        return registeredAt;
    }

    String registeredBy() {
        return registeredBy;
    }

    Instant updatedAt() {
        return updatedAt;
    }
}
