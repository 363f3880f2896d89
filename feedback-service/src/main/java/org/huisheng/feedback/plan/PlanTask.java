package org.huisheng.feedback.plan;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huisheng.events.PlanEvent.PlanTaskSettled;
import org.huisheng.feedback.calendar.BusinessCalendar;
import org.huisheng.feedback.intake.FieldDigest;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/**
 * What one department does for an action until a day. Whether it was done in time is decided once: when work handed in by
 * then is accepted, when it is sent back after it, or when the day is over and nothing was handed in.
 */
@Entity
class PlanTask extends PlanPart {

    static final int MOST_MILESTONES = 20;

    private UUID plan;
    private UUID action;
    private String title;
    private String department;
    private LocalDate dueOn;

    @Enumerated(EnumType.STRING)
    private PlanTaskStatus status;

    private @Nullable Boolean onTime;
    private @Nullable String result;
    private @Nullable String submittedBy;
    private @Nullable Instant submittedAt;
    private @Nullable String acceptedBy;
    private @Nullable Instant endedAt;
    private int evidence;
    private String createdBy;
    private Instant createdAt;
    private Instant updatedAt;

    @ElementCollection
    @CollectionTable(name = "plan_milestone", joinColumns = @JoinColumn(name = "task"))
    @OrderColumn(name = "number")
    private List<Milestone> milestones = new ArrayList<>();

    @NullUnmarked
    protected PlanTask() {}

    /** What is asked of whom until when. */
    record Given(UUID action, String title, String department, LocalDate dueOn, List<Milestone> milestones) {

        byte[] digest() {
            return FieldDigest.of(action, title, department, dueOn, milestones);
        }
    }

    PlanTask(UUID id, UUID plan, Given given, String by, Instant now) {
        super(id, given.digest());
        this.plan = plan;
        this.action = given.action();
        this.title = given.title();
        this.department = given.department();
        this.dueOn = given.dueOn();
        this.status = PlanTaskStatus.OPEN;
        this.milestones.addAll(given.milestones());
        this.createdBy = by;
        this.createdAt = now.truncatedTo(ChronoUnit.MICROS);
        this.updatedAt = createdAt;
    }

    /** The end of the last day that is in time. */
    Instant deadline() {
        return dueOn.plusDays(1).atStartOfDay(BusinessCalendar.ZONE).toInstant();
    }

    /** As long as it is not decided whether it was in time, the office may give more time, or less. */
    void postpone(LocalDate day, Instant now) {
        requireStep(PlanTaskStatus.OPEN, PlanTaskStatus.OPEN);
        if (onTime != null || !now.isBefore(deadline())) {
            throw new Conflict("plan-task-overdue", id());
        }
        dueOn = day;
        touch(now);
    }

    void reach(int number, LocalDate day, Instant now) {
        requireStep(PlanTaskStatus.OPEN, PlanTaskStatus.OPEN);
        milestones.set(number, milestones.get(number).reached(day));
        touch(now);
    }

    void evidenced(Instant now) {
        if (status.isEnded()) {
            throw Conflict.transition("plan-task", status, PlanTaskStatus.SUBMITTED);
        }
        evidence++;
        touch(now);
    }

    void submit(String outcome, String by, Instant now) {
        requireStep(PlanTaskStatus.OPEN, PlanTaskStatus.SUBMITTED);
        if (evidence == 0) {
            throw new Conflict("plan-task-without-evidence", id());
        }
        status = PlanTaskStatus.SUBMITTED;
        result = outcome;
        submittedBy = by;
        submittedAt = now.truncatedTo(ChronoUnit.MICROS);
        touch(now);
    }

    /** @return what is decided by it, if it was not before */
    Optional<PlanTaskSettled> accept(String by, Instant now) {
        requireStep(PlanTaskStatus.SUBMITTED, PlanTaskStatus.CLOSED);
        var settled = settle(submittedAt != null && submittedAt.isBefore(deadline()), now);
        status = PlanTaskStatus.CLOSED;
        acceptedBy = by;
        endedAt = now.truncatedTo(ChronoUnit.MICROS);
        touch(now);
        return settled;
    }

    /** What was handed in is not enough. @return that it is late now, unless there is time left */
    Optional<PlanTaskSettled> giveBack(Instant now) {
        requireStep(PlanTaskStatus.SUBMITTED, PlanTaskStatus.OPEN);
        status = PlanTaskStatus.OPEN;
        touch(now);
        return now.isBefore(deadline()) ? Optional.empty() : settle(false, now);
    }

    void cancel(Instant now) {
        if (status.isEnded()) {
            throw Conflict.transition("plan-task", status, PlanTaskStatus.CANCELLED);
        }
        status = PlanTaskStatus.CANCELLED;
        endedAt = now.truncatedTo(ChronoUnit.MICROS);
        touch(now);
    }

    /** The day is over. @return that it is late, unless it was handed in or that was known */
    Optional<PlanTaskSettled> expire(Instant now) {
        return status == PlanTaskStatus.OPEN && !now.isBefore(deadline()) ? settle(false, now) : Optional.empty();
    }

    private Optional<PlanTaskSettled> settle(boolean inTime, Instant now) {
        if (onTime != null) {
            return Optional.empty();
        }
        onTime = inTime;
        return Optional.of(
                new PlanTaskSettled(id(), plan, department, dueOn, inTime, now.truncatedTo(ChronoUnit.MICROS)));
    }

    private void requireStep(PlanTaskStatus from, PlanTaskStatus to) {
        if (status != from) {
            throw Conflict.transition("plan-task", status, to);
        }
    }

    private void touch(Instant now) {
        updatedAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    UUID plan() {
        return plan;
    }

    UUID action() {
        return action;
    }

    String title() {
        return title;
    }

    String department() {
        return department;
    }

    LocalDate dueOn() {
        return dueOn;
    }

    PlanTaskStatus status() {
        return status;
    }

    Optional<Boolean> onTime() {
        return Optional.ofNullable(onTime);
    }

    Optional<String> result() {
        return Optional.ofNullable(result);
    }

    Optional<String> submittedBy() {
        return Optional.ofNullable(submittedBy);
    }

    Optional<Instant> submittedAt() {
        return Optional.ofNullable(submittedAt);
    }

    Optional<String> acceptedBy() {
        return Optional.ofNullable(acceptedBy);
    }

    Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    int evidence() {
        return evidence;
    }

    String createdBy() {
        return createdBy;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    List<Milestone> milestones() {
        return List.copyOf(milestones);
    }
}
