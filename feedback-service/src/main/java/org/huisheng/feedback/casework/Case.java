package org.huisheng.feedback.casework;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.OptimisticLock;
import org.huisheng.events.FeedbackEvent;
import org.huisheng.events.FeedbackEvent.CaseAssigned;
import org.huisheng.events.FeedbackEvent.CaseClosed;
import org.huisheng.events.FeedbackEvent.CaseConfirmed;
import org.huisheng.events.FeedbackEvent.CaseDisputed;
import org.huisheng.events.FeedbackEvent.CaseOpened;
import org.huisheng.events.FeedbackEvent.CaseOverdue;
import org.huisheng.events.FeedbackEvent.CaseResolved;
import org.huisheng.events.FeedbackEvent.CaseStarted;
import org.huisheng.events.FeedbackEvent.ClockKind;
import org.huisheng.events.FeedbackEvent.Echo;
import org.huisheng.events.Side;
import org.huisheng.feedback.intake.Intake;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.huisheng.kit.problem.DomainException.RuleViolated;
import org.huisheng.kit.problem.Violation;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/**
 * Something a stakeholder asked for. A department becomes responsible, works on it and says what it did; the stakeholder
 * agrees, or disputes and it goes round again. Each verb is one step: it changes the case, continues its timeline and says
 * what to tell the others. A refused step changes nothing.
 */
@Entity
@Table(name = "feedback_case")
public class Case {

    @Id
    private UUID id;

    @Version
    private long version;

    private byte[] contentDigest;

    @Embedded
    private Intake intake;

    @Enumerated(EnumType.STRING)
    private CaseStatus status;

    private @Nullable String department;
    private int attempt;

    @Embedded
    private @Nullable Resolution resolution;

    private @Nullable Integer rating;

    /** Set beside each step, which makes the version; by itself it makes none. */
    @Embedded
    @OptimisticLock(excluded = true)
    private Deadlines deadlines = Deadlines.NONE;

    private Instant openedAt;
    private String openedBy;
    private Instant updatedAt;
    private int timelineLength;
    private byte[] timelineHead;

    @NullUnmarked
    protected Case() {}

    /** What a step leaves behind; the event is missing when the step concerns nobody else. */
    public record Step(TimelineEntry entry, Optional<FeedbackEvent> event) {}

    public Case(UUID id, Intake intake, Act act) {
        this.id = id;
        this.contentDigest = intake.digest();
        this.intake = intake.receivedBy(act.at());
        this.status = CaseStatus.RECEIVED;
        this.openedAt = act.at();
        this.openedBy = act.actor();
        this.updatedAt = act.at();
        this.timelineHead = TimelineEntry.CHAIN_START;
    }

    /** The first step of a new case. */
    public Step open(Act act) {
        var event = new CaseOpened(id, side(), category(), intake.severity(), receivedAt(), act.at(), echo());
        return step(StepKind.OPENED, null, act, event);
    }

    public Step assign(String responsible, Act act) {
        requireStepTo(CaseStatus.ASSIGNED);
        if (responsible.equals(department)) {
            throw new Conflict("already-assigned", responsible);
        }
        var event = new CaseAssigned(
                id,
                side(),
                category(),
                responsible,
                department,
                receivedAt(),
                act.at(),
                echo(),
                deadlines.resolutionDueAt(),
                deadlines.overdue());
        department = responsible;
        return become(CaseStatus.ASSIGNED, StepKind.ASSIGNED, act, event);
    }

    public Step start(Act act) {
        requireStepTo(CaseStatus.IN_PROGRESS);
        requireWaiting(false);
        var reopened = status == CaseStatus.DISPUTED;
        var event = new CaseStarted(
                id,
                side(),
                category(),
                responsible(),
                reopened,
                receivedAt(),
                act.at(),
                echo(),
                deadlines.responseDueAt());
        return become(CaseStatus.IN_PROGRESS, StepKind.STARTED, act, event);
    }

    /** Only the stakeholder can say how it goes on. */
    public Step await(Act act) {
        requireStepTo(CaseStatus.WAITING);
        return become(CaseStatus.WAITING, StepKind.WAITING, act, null);
    }

    public Step resume(Act act) {
        requireStepTo(CaseStatus.IN_PROGRESS);
        requireWaiting(true);
        return become(CaseStatus.IN_PROGRESS, StepKind.RESUMED, act, null);
    }

    public Step resolve(Resolution done, Act act) {
        requireStepTo(CaseStatus.RESOLVED);
        resolution = done;
        attempt++;
        deadlines = deadlines.resolved(act.at());
        var event = new CaseResolved(
                id,
                side(),
                category(),
                responsible(),
                receivedAt(),
                act.at(),
                echo(),
                deadlines.resolutionDueAt(),
                deadlines.overdue());
        return become(CaseStatus.RESOLVED, StepKind.RESOLVED, act, event);
    }

    /** The stakeholder is asked whether they agree. */
    public Step requestConfirmation(Act act) {
        requireStepTo(CaseStatus.CONFIRMED);
        return step(StepKind.CONFIRMATION_REQUESTED, status, act, null);
    }

    public Step confirm(int satisfaction, Act act) {
        requireStepTo(CaseStatus.CONFIRMED);
        if (satisfaction < 1 || satisfaction > 5) {
            throw new RuleViolated(List.of(new Violation("/rating", "out-of-range", 1, 5)));
        }
        rating = satisfaction;
        var event =
                new CaseConfirmed(id, side(), category(), responsible(), satisfaction, receivedAt(), act.at(), echo());
        return become(CaseStatus.CONFIRMED, StepKind.CONFIRMED, act, event);
    }

    public Step dispute(Act act) {
        requireStepTo(CaseStatus.DISPUTED);
        var event = new CaseDisputed(
                id,
                side(),
                category(),
                responsible(),
                receivedAt(),
                act.at(),
                echo(),
                deadlines.resolvedInTime(),
                deadlines.overdue());
        return become(CaseStatus.DISPUTED, StepKind.DISPUTED, act, event);
    }

    public Step close(Act act) {
        requireStepTo(CaseStatus.CLOSED);
        var event = new CaseClosed(id, side(), category(), responsible(), receivedAt(), act.at(), echo());
        return become(CaseStatus.CLOSED, StepKind.CLOSED, act, event);
    }

    /** Somebody is told that time runs out or has run out; who works on the case is not disturbed. */
    public Step escalate(Act act) {
        return step(StepKind.ESCALATED, status, act, null);
    }

    /** The same at the moment it has run out, which the others are told, too. */
    public Step breach(ClockKind clock, Instant dueAt, Act act) {
        if (clock == ClockKind.RESOLUTION) {
            deadlines = deadlines.announced();
        }
        var event = new CaseOverdue(id, side(), category(), department, clock, dueAt, receivedAt(), act.at(), echo());
        return step(StepKind.ESCALATED, status, act, event);
    }

    /** Somebody asks that the policies and calendars of today count for what is left. */
    public Step recomputeClocks(Act act) {
        return step(StepKind.CLOCKS_RECOMPUTED, status, act, null);
    }

    private void requireWaiting(boolean wanted) {
        if ((status == CaseStatus.WAITING) != wanted) {
            throw Conflict.transition("case", status, CaseStatus.IN_PROGRESS);
        }
    }

    private void requireStepTo(CaseStatus next) {
        if (!status.canBecome(next)) {
            throw Conflict.transition("case", status, next);
        }
    }

    private Step become(CaseStatus next, StepKind kind, Act act, @Nullable FeedbackEvent event) {
        var from = status;
        status = next;
        return step(kind, from, act, event);
    }

    private Step step(StepKind kind, @Nullable CaseStatus from, Act act, @Nullable FeedbackEvent event) {
        var change = new TimelineEntry.Change(
                kind,
                from,
                status,
                department,
                kind == StepKind.RESOLVED ? resolution : null,
                kind == StepKind.CONFIRMED ? rating : null);
        var entry = new TimelineEntry(id, timelineLength + 1, timelineHead, change, act);
        timelineLength = entry.seq();
        timelineHead = entry.hash();
        updatedAt = act.at();
        return new Step(entry, Optional.ofNullable(event));
    }

    private String responsible() {
        return Objects.requireNonNull(department, "a case past RECEIVED has a department");
    }

    private @Nullable Echo echo() {
        return intake.responseId() == null ? null : new Echo(intake.responseId(), timelineLength + 1);
    }

    private Side side() {
        return intake.side();
    }

    private String category() {
        return intake.category();
    }

    private Instant receivedAt() {
        return Objects.requireNonNull(intake.receivedAt());
    }

    /**
     * When the stakeholder spoke: typing a case in late gives nobody more time. Of a response only the day is known; then
     * at the end of that day, or when it was typed in if that was sooner.
     */
    public Instant clocksStartAt() {
        var spoken = intake.responseId() == null ? receivedAt() : receivedAt().plus(Duration.ofDays(1));
        return spoken.isBefore(openedAt) ? spoken : openedAt;
    }

    public Deadlines deadlines() {
        return deadlines;
    }

    public void due(Deadlines next) {
        deadlines = next;
    }

    public UUID id() {
        return id;
    }

    public long version() {
        return version;
    }

    public boolean wasOpenedWith(Intake other) {
        return Arrays.equals(contentDigest, other.digest());
    }

    public Intake intake() {
        return intake;
    }

    public String title() {
        return intake.title();
    }

    public CaseStatus status() {
        return status;
    }

    public Optional<String> department() {
        return Optional.ofNullable(department);
    }

    /** How many times it has been resolved; a stakeholder's answer is about one of them. */
    public int attempt() {
        return attempt;
    }

    public Optional<Resolution> resolution() {
        return Optional.ofNullable(resolution);
    }

    public Optional<Integer> rating() {
        return Optional.ofNullable(rating);
    }

    public Instant openedAt() {
        return openedAt;
    }

    public String openedBy() {
        return openedBy;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    public int timelineLength() {
        return timelineLength;
    }

    byte[] timelineHead() {
        return timelineHead.clone();
    }
}
