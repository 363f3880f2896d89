package org.huisheng.feedback.comment;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** What one department does about a comment. */
@Entity
class CommentTask {

    /** Who answers (主办), and who helps (协办). */
    enum Part {
        LEAD,
        CO_LEAD
    }

    /** Whether it is done; returned, it is open again. */
    enum Progress {
        OPEN,
        DONE,
        /** The department has no part in it any more. */
        WITHDRAWN
    }

    @Id
    private UUID id;

    @Version
    private long version;

    private UUID comment;
    private Instant receivedAt;
    private @Nullable Instant deadline;
    private String department;

    @Enumerated(EnumType.STRING)
    private Part role;

    @Enumerated(EnumType.STRING)
    private Progress status;

    private @Nullable String result;
    private @Nullable String doneBy;
    private @Nullable Instant doneAt;

    @NullUnmarked
    protected CommentTask() {}

    CommentTask(UUID id, GovernmentComment comment, String department, Part role) {
        this.id = id;
        this.comment = comment.id();
        this.receivedAt = comment.receivedAt();
        this.deadline = comment.deadline().orElse(null);
        this.department = department;
        this.role = role;
        this.status = Progress.OPEN;
    }

    /** Repeated here, so that a department's list comes in its order. */
    void dueBy(@Nullable Instant date) {
        deadline = date;
    }

    void complete(String outcome, String by, Instant now) {
        requireStep(Progress.OPEN, Progress.DONE);
        status = Progress.DONE;
        result = outcome;
        doneBy = by;
        doneAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    /** The result was not good enough; it stays to be read until there is a better one. */
    void giveBack() {
        requireStep(Progress.DONE, Progress.OPEN);
        status = Progress.OPEN;
    }

    void withdraw() {
        status = Progress.WITHDRAWN;
    }

    /** A department that has a part in it, or had one, is given this one. */
    void giveAnew(Part part, @Nullable Instant date) {
        role = part;
        deadline = date;
        status = Progress.OPEN;
    }

    private void requireStep(Progress from, Progress to) {
        if (status != from) {
            throw Conflict.transition("comment-task", status, to);
        }
    }

    UUID comment() {
        return comment;
    }

    Instant receivedAt() {
        return receivedAt;
    }

    Optional<Instant> deadline() {
        return Optional.ofNullable(deadline);
    }

    boolean isOpen() {
        return status == Progress.OPEN;
    }

    boolean isWithdrawn() {
        return status == Progress.WITHDRAWN;
    }

    String department() {
        return department;
    }

    Part role() {
        return role;
    }

    Progress status() {
        return status;
    }

    Optional<String> result() {
        return Optional.ofNullable(result);
    }

    Optional<String> doneBy() {
        return Optional.ofNullable(doneBy);
    }

    Optional<Instant> doneAt() {
        return Optional.ofNullable(doneAt);
    }
}
