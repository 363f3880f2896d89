package org.huisheng.feedback.task;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.huisheng.feedback.casework.Act;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** What a department was asked to contribute to a case that another one leads. */
@Entity
class CaseTask {

    enum Status {
        OPEN,
        STARTED,
        DONE,
        RETURNED;

        boolean canBecome(Status next) {
            return switch (this) {
                case OPEN -> next != OPEN;
                case STARTED -> next == DONE || next == RETURNED;
                case DONE, RETURNED -> false;
            };
        }
    }

    /** @param dueAt when the lead needs it */
    record Request(String department, String what, @Nullable Instant dueAt) {}

    @Id
    private UUID id;

    @Version
    private long version;

    private UUID caseId;
    private int number;
    private String department;
    private String what;
    private @Nullable Instant dueAt;

    @Enumerated(EnumType.STRING)
    private Status status;

    private String givenBy;
    private Instant givenAt;
    private @Nullable String settledBy;
    private @Nullable Instant settledAt;
    private @Nullable String result;
    private @Nullable String reason;

    @NullUnmarked
    protected CaseTask() {}

    CaseTask(UUID id, UUID caseId, int number, Request request, Act act) {
        this.id = id;
        this.caseId = caseId;
        this.number = number;
        this.department = request.department();
        this.what = request.what();
        this.dueAt = request.dueAt();
        this.status = Status.OPEN;
        this.givenBy = act.actor();
        this.givenAt = act.at();
    }

    void start() {
        become(Status.STARTED);
    }

    void complete(String done, Act act) {
        become(Status.DONE);
        result = done;
        settledBy = act.actor();
        settledAt = act.at();
    }

    /** Not theirs after all, or no longer needed. */
    void giveBack(String because, Act act) {
        become(Status.RETURNED);
        reason = because;
        settledBy = act.actor();
        settledAt = act.at();
    }

    private void become(Status next) {
        if (!status.canBecome(next)) {
            throw Conflict.transition("task", status, next);
        }
        status = next;
    }

    UUID id() {
        return id;
    }

    UUID caseId() {
        return caseId;
    }

    int number() {
        return number;
    }

    String department() {
        return department;
    }

    String what() {
        return what;
    }

    Optional<Instant> dueAt() {
        return Optional.ofNullable(dueAt);
    }

    Status status() {
        return status;
    }

    String givenBy() {
        return givenBy;
    }

    Instant givenAt() {
        return givenAt;
    }

    Optional<String> settledBy() {
        return Optional.ofNullable(settledBy);
    }

    Optional<Instant> settledAt() {
        return Optional.ofNullable(settledAt);
    }

    Optional<String> result() {
        return Optional.ofNullable(result);
    }

    Optional<String> reason() {
        return Optional.ofNullable(reason);
    }
}
