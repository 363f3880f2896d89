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
import java.time.temporal.ChronoUnit;
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
import org.huisheng.events.FeedbackEvent.CaseResolved;
import org.huisheng.events.FeedbackEvent.CaseStarted;
import org.huisheng.events.FeedbackEvent.CaseTransferred;
import org.huisheng.events.FeedbackEvent.Echo;
import org.huisheng.events.FeedbackEvent.Ending;
import org.huisheng.events.FeedbackEvent.Severity;
import org.huisheng.events.Side;
import org.huisheng.feedback.intake.Intake;
import org.huisheng.feedback.intake.Stakeholder;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.huisheng.kit.problem.DomainException.RuleViolated;
import org.huisheng.kit.problem.Violation;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/**
 * Something a stakeholder asked for. A department becomes responsible, works on it and says what it did; the stakeholder
 * agrees, or disputes and it goes round again. Each verb is one step: it changes the case, continues its timeline and says
 * what to tell the others. A refused step changes nothing. Steps beside this way are set apart: {@link Asking}, {@link
 * Overriding}, {@link Contributing}, {@link Noting}, {@link Reaching}, {@link Alarming}, {@link
 * Merging}.
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
    private @Nullable String firstReceiver;
    private String[] coLeads;
    private int attempt;

    /** The department whose people wrote down how the stakeholder is reached; null of what nobody of any department did. */
    private @Nullable String contactBy;

    @Embedded
    private Outreach outreach;

    @Enumerated(EnumType.STRING)
    private @Nullable Ending ending;

    @Embedded
    private @Nullable Resolution resolution;

    private @Nullable Integer rating;

    @Embedded
    private @Nullable Merger merger;

    /** Set beside each step, which makes the version; by itself it makes none. */
    @Embedded
    @OptimisticLock(excluded = true)
    private Deadlines deadlines = Deadlines.NONE;

    private @Nullable Instant notAfter;

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
        this.outreach = Outreach.NONE;
        this.coLeads = new String[0];
        this.openedAt = act.at();
        this.openedBy = act.actor();
        this.updatedAt = act.at();
        this.timelineHead = TimelineEntry.CHAIN_START;
    }

    /** How bad it probably is, when nobody says; before it is opened, and not part of what a retry has to repeat. */
    public void presume(Severity severity) {
        intake = intake.withSeverity(severity);
    }

    /** A date somebody else has set. The earliest counts, so it never gives anybody more time. */
    public void dueAtTheLatest(Instant date) {
        var exact = date.truncatedTo(ChronoUnit.MICROS);
        notAfter = notAfter == null || exact.isBefore(notAfter) ? exact : notAfter;
    }

    /** Who has set the date has set another one, which may be later: it was theirs to give. */
    public void dueOn(Instant date) {
        notAfter = date.truncatedTo(ChronoUnit.MICROS);
    }

    /** The first step of a new case. */
    public Step open(Act act) {
        var event = new CaseOpened(id, side(), category(), intake.severity(), receivedAt(), act.at(), echo());
        return step(StepKind.OPENED, null, act, event);
    }

    public Step assign(String responsible, Act act) {
        if (status == CaseStatus.IN_PROGRESS) {
            throw Conflict.transition("case", status, CaseStatus.ASSIGNED);
        }
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

    /** The work turns out to be another's. Whoever began first stays the one the stakeholder has to do with. */
    public Step transfer(String successor, Act act) {
        if (status != CaseStatus.IN_PROGRESS) {
            throw Conflict.transition("case", status, CaseStatus.ASSIGNED);
        }
        if (successor.equals(department)) {
            throw new Conflict("already-assigned", successor);
        }
        var first = Objects.requireNonNull(firstReceiver, "somebody has begun");
        var event = new CaseTransferred(
                id,
                side(),
                category(),
                successor,
                responsible(),
                first,
                receivedAt(),
                act.at(),
                echo(),
                deadlines.overdue(),
                deadlines.respondedInTime());
        department = successor;
        return become(CaseStatus.ASSIGNED, StepKind.TRANSFERRED, act, event);
    }

    public Step start(Act act) {
        requireStepTo(CaseStatus.IN_PROGRESS);
        requireWaiting(false);
        var reopened = status == CaseStatus.DISPUTED;
        if (firstReceiver == null) {
            firstReceiver = responsible();
        }
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
        if (!reopened) {
            deadlines = deadlines.responded(act.at());
        }
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

    /** Nobody has said for how much longer. */
    public Step endWaiting(Act act) {
        requireWaiting(true);
        return become(CaseStatus.IN_PROGRESS, StepKind.RESUMED, act, null, Particulars.waitingOver());
    }

    public Step resolve(Resolution done, Act act) {
        requireStepTo(CaseStatus.RESOLVED);
        resolution = done;
        attempt++;
        outreach = Outreach.NONE;
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

    public Step confirm(int satisfaction, Act act) {
        requireStepTo(CaseStatus.CONFIRMED);
        if (satisfaction < 1 || satisfaction > 5) {
            throw new RuleViolated(List.of(new Violation("/rating", "out-of-range", 1, 5)));
        }
        rating = satisfaction;
        ending = Ending.CONFIRMED;
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

    /** Whether whoever brought this case, or a duplicate of it, may still say if they agree: each for themselves. */
    public boolean awaitsWordOf(Case other) {
        return switch (status) {
            case RESOLVED, UNREACHABLE -> true;
            case CONFIRMED, CLOSED -> !id.equals(other.id);
            case RECEIVED, ASSIGNED, IN_PROGRESS, WAITING, DISPUTED, MERGED -> false;
        };
    }

    void tried(Outreach next) {
        outreach = next;
    }

    Outreach outreach() {
        return outreach;
    }

    void recognisedAs(Intake next) {
        intake = next;
    }

    void reachedBy(@Nullable Stakeholder next, @Nullable String writer) {
        intake = intake.withStakeholder(next);
        contactBy = writer;
    }

    /** Who opens a case writes down its first contact. */
    public void openedWithContactBy(@Nullable String writer) {
        contactBy = writer;
    }

    Optional<String> contactBy() {
        return Optional.ofNullable(contactBy);
    }

    /** Whether questions may go to the contact: not while the department that wrote it down is judged by the answer. */
    public boolean isContactVouched() {
        return contactBy == null || !hasPart(contactBy);
    }

    /** Where the stakeholder may be asked whether they agree. @param asked the case it is about: this, or the one it went into */
    public Optional<Stakeholder> contactAbout(Case asked) {
        var isVouched = isContactVouched() && (contactBy == null || !asked.hasPart(contactBy));
        return isVouched ? Optional.ofNullable(intake.stakeholder()) : Optional.empty();
    }

    void settledBy(Ending what) {
        ending = what;
    }

    void joinedBy(String coLead) {
        if (!hasCoLead(coLead)) {
            coLeads = Arrays.copyOf(coLeads, coLeads.length + 1);
            coLeads[coLeads.length - 1] = coLead;
        }
    }

    void mergedAs(@Nullable Merger next) {
        merger = next;
    }

    Optional<Merger> merger() {
        return Optional.ofNullable(merger);
    }

    /** The case that goes on in this one's stead. */
    public Optional<UUID> mergedInto() {
        return merger().map(Merger::into);
    }

    public Step close(Act act) {
        if (status == CaseStatus.RESOLVED) {
            throw Conflict.transition("case", status, CaseStatus.CLOSED);
        }
        requireStepTo(CaseStatus.CLOSED);
        if (status == CaseStatus.UNREACHABLE) {
            ending = Ending.UNREACHABLE;
        }
        var event = new CaseClosed(id, side(), category(), responsible(), ending, receivedAt(), act.at(), echo());
        return become(CaseStatus.CLOSED, StepKind.CLOSED, act, event);
    }

    /** @throws Conflict of an anonymous suggestion: nobody can have spoken with whoever made it */
    public void requireKnownStakeholder() {
        if (intake.isFromBox()) {
            throw new Conflict("nobody-to-ask");
        }
    }

    private void requireWaiting(boolean wanted) {
        if ((status == CaseStatus.WAITING) != wanted) {
            throw Conflict.transition("case", status, CaseStatus.IN_PROGRESS);
        }
    }

    void requireOpen() {
        if (status == CaseStatus.CLOSED) {
            throw new Conflict("case-closed");
        }
        if (merger != null) {
            throw new Conflict("case-merged", merger.into());
        }
    }

    void requireStepTo(CaseStatus next) {
        if (!status.canBecome(next)) {
            throw Conflict.transition("case", status, next);
        }
    }

    Step become(CaseStatus next, StepKind kind, Act act, @Nullable FeedbackEvent event) {
        return become(next, kind, act, event, null);
    }

    Step become(
            CaseStatus next, StepKind kind, Act act, @Nullable FeedbackEvent event, @Nullable Particulars particulars) {
        var from = status;
        status = next;
        return step(kind, from, act, event, particulars);
    }

    Step aside(StepKind kind, @Nullable Particulars particulars, Act act) {
        return step(kind, status, act, null, particulars);
    }

    Step step(StepKind kind, @Nullable CaseStatus from, Act act, @Nullable FeedbackEvent event) {
        return step(kind, from, act, event, null);
    }

    Step step(
            StepKind kind,
            @Nullable CaseStatus from,
            Act act,
            @Nullable FeedbackEvent event,
            @Nullable Particulars particulars) {
        return step(kind, from, act, event, particulars, kind == StepKind.CONFIRMED ? rating : null);
    }

    Step step(
            StepKind kind,
            @Nullable CaseStatus from,
            Act act,
            @Nullable FeedbackEvent event,
            @Nullable Particulars particulars,
            @Nullable Integer said) {
        var change = new TimelineEntry.Change(
                kind, from, status, department, kind == StepKind.RESOLVED ? resolution : null, said, particulars);
        var entry = new TimelineEntry(id, timelineLength + 1, timelineHead, change, act);
        timelineLength = entry.seq();
        timelineHead = entry.hash();
        updatedAt = act.at();
        return new Step(entry, Optional.ofNullable(event));
    }

    String responsible() {
        return Objects.requireNonNull(department, "a case past RECEIVED has a department");
    }

    @Nullable
    Echo echo() {
        return intake.responseId() == null ? null : new Echo(intake.responseId(), timelineLength + 1);
    }

    Side side() {
        return intake.side();
    }

    String category() {
        return intake.category();
    }

    Instant receivedAt() {
        return Objects.requireNonNull(intake.receivedAt());
    }

    /**
     * When the stakeholder spoke: typing a case in late gives nobody more time. Of some only the day is known; then at the
     * end of that day, or when it was opened if that was sooner.
     */
    public Instant clocksStartAt() {
        var spoken = intake.isKnownByDay() ? receivedAt().plus(Duration.ofDays(1)) : receivedAt();
        return spoken.isBefore(openedAt) ? spoken : openedAt;
    }

    /** Past which none of its clocks goes. */
    public Optional<Instant> notAfter() {
        return Optional.ofNullable(notAfter);
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

    /** Who began first: the one the stakeholder has to do with, whoever works on it later. */
    public Optional<String> firstReceiver() {
        return Optional.ofNullable(firstReceiver);
    }

    /** Whether the department has the case, had it first, or was ever asked to contribute. */
    public boolean hasPart(String code) {
        return code.equals(department) || code.equals(firstReceiver) || hasCoLead(code);
    }

    /** Whether the department was ever asked to contribute. */
    public boolean hasCoLead(String code) {
        return Arrays.asList(coLeads).contains(code);
    }

    public List<String> coLeads() {
        return List.of(coLeads);
    }

    /** What settled it, once something has. */
    public Optional<Ending> ending() {
        return Optional.ofNullable(ending);
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
