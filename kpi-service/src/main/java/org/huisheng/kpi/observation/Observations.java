package org.huisheng.kpi.observation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.huisheng.events.CommentEvent;
import org.huisheng.events.CsrEvent;
import org.huisheng.events.DutyEvent;
import org.huisheng.events.FeedbackEvent;
import org.huisheng.events.FeedbackEvent.CaseAssigned;
import org.huisheng.events.FeedbackEvent.CaseClosed;
import org.huisheng.events.FeedbackEvent.CaseConfirmed;
import org.huisheng.events.FeedbackEvent.CaseDisputed;
import org.huisheng.events.FeedbackEvent.CaseFollowed;
import org.huisheng.events.FeedbackEvent.CaseMerged;
import org.huisheng.events.FeedbackEvent.CaseOpened;
import org.huisheng.events.FeedbackEvent.CaseOverdue;
import org.huisheng.events.FeedbackEvent.CaseOverridden;
import org.huisheng.events.FeedbackEvent.CaseRecategorised;
import org.huisheng.events.FeedbackEvent.CaseResolved;
import org.huisheng.events.FeedbackEvent.CaseSeparated;
import org.huisheng.events.FeedbackEvent.CaseStarted;
import org.huisheng.events.FeedbackEvent.CaseTransferred;
import org.huisheng.events.FeedbackEvent.CaseUnreachable;
import org.huisheng.events.FeedbackEvent.ClockKind;
import org.huisheng.events.KpiEvent.DepartmentChanged;
import org.huisheng.events.KpiEvent.PeriodSealed;
import org.huisheng.events.LectureEvent;
import org.huisheng.events.MatchEvent;
import org.huisheng.events.PlanEvent;
import org.huisheng.events.ProjectEvent;
import org.huisheng.events.ReceiptEvent;
import org.huisheng.events.ReportEvent;
import org.huisheng.events.RuleEvent;
import org.huisheng.events.StoryEvent;
import org.huisheng.events.SurveyEvent.ResponseSubmitted;
import org.huisheng.events.SurveyEvent.ResponseWithdrawn;
import org.huisheng.events.VisitEvent;
import org.huisheng.kit.event.ReceivedEvent;
import org.jspecify.annotations.Nullable;

/**
 * What an event says, in numbers. It depends on nothing but the event, so it comes out the same in any order and at any
 * time. Months are part of what makes a fact the same (ADR 35): a later version must not put one into another month. A case counts in the month it was received, whenever a step is taken: its rates are those of a cohort.
 */
public final class Observations {

    static final BigDecimal ONE = BigDecimal.ONE.setScale(Observation.DIGITS);
    private static final BigDecimal NOTHING = BigDecimal.ZERO.setScale(Observation.DIGITS);
    private static final String OVERDUE = "case.overdue";
    private static final String RESPONDED_ON_TIME = "case.responded-on-time";
    private static final String RESOLVED_ON_TIME = "case.resolved-on-time";
    private static final int SATISFIED = 4;

    private Observations() {}

    /** @throws org.huisheng.kit.event.UnreadableEvent if no sender of ours would send it */
    public static List<Observation> of(ReceivedEvent received) {
        var facts = facts(received);
        var version = received.subjectVersion();
        return version == null
                ? facts
                : facts.stream().map(fact -> fact.of(version)).toList();
    }

    private static List<Observation> facts(ReceivedEvent received) {
        var id = received.id();
        return switch (received.event()) {
            case ResponseSubmitted response -> answers(id, response);
            case ResponseWithdrawn _ -> List.of();
            case DutyEvent duty -> DutyObservations.of(id, duty);
            case PlanEvent plan -> PlanObservations.of(id, plan);
            case ProjectEvent project -> ProjectObservations.of(id, project);
            case StoryEvent story -> StoryObservations.of(id, story);
            case LectureEvent lecture -> LectureObservations.of(id, lecture);
            case ReportEvent report -> ReportObservations.of(id, report);
            case CsrEvent element -> CsrObservations.of(id, element);
            case CaseAssigned step -> assignment(new CaseFacts(id, step), step);
            case CaseTransferred step -> transfer(new CaseFacts(id, step), step);
            case CaseStarted step -> step.reopened() ? List.of() : response(new CaseFacts(id, step), step);
            case CaseResolved step -> resolution(new CaseFacts(id, step), step);
            case CaseDisputed step -> dispute(new CaseFacts(id, step), step);
            case CaseOverdue step -> overdue(new CaseFacts(id, step), step);
            case CaseConfirmed step -> confirmation(new CaseFacts(id, step), step);
            case CaseMerged step ->
                cohort(
                        new CaseFacts(id, step),
                        step.department(),
                        step.responded(),
                        step.respondedInTime(),
                        ONE.negate());
            case CaseSeparated step ->
                cohort(new CaseFacts(id, step), step.department(), step.responded(), step.respondedInTime(), ONE);
            case CaseRecategorised step -> recategorisation(new CaseFacts(id, step), step);
            case VisitEvent visit -> VisitObservations.of(id, visit);
            case CommentEvent comment -> CommentObservations.of(id, comment);
            // What is done about answers is counted by the cases it opens.
            case MatchEvent _, RuleEvent _, ReceiptEvent _ -> List.of();
            // Without the stakeholder's word nothing is confirmed, and nobody satisfied.
            case CaseOpened _,
                    CaseFollowed _,
                    CaseUnreachable _,
                    CaseOverridden _,
                    CaseClosed _,
                    DepartmentChanged _,
                    PeriodSealed _ -> List.of();
        };
    }

    private static List<Observation> answers(UUID eventId, ResponseSubmitted response) {
        Plausibility.refuseUnless(
                response.values().size() <= Plausibility.VALUES_PER_RESPONSE, "response has too many values");
        var month = Plausibility.month(response.occurredAt());
        var source = new Source(Source.Type.RESPONSE, response.responseId(), (long) response.surveyVersion());
        var tag = Plausibility.tag(response.station());
        var counted = new HashSet<CellKey>();
        var observations = new ArrayList<Observation>(response.values().size());
        for (var answer : response.values()) {
            var scaled = Plausibility.scaled(answer);
            var metric = Plausibility.metric(answer.metric());
            var department = Plausibility.department(answer.department());
            observations.add(new Observation(
                    eventId,
                    observations.size(),
                    metric,
                    response.side(),
                    department,
                    month,
                    response.occurredAt(),
                    scaled.normalised(),
                    source,
                    scaled,
                    Plausibility.label(answer.question()),
                    Plausibility.label(answer.row()),
                    tag,
                    counted.add(new CellKey(month, department, metric, response.side())) ? 1 : 0));
        }
        return observations;
    }

    private static List<Observation> assignment(CaseFacts facts, CaseAssigned step) {
        facts.add("case.received", step.department(), ONE);
        if (step.previousDepartment() != null) {
            facts.add("case.received", step.previousDepartment(), ONE.negate());
        }
        if (isOverdue(step.overdue())) {
            facts.add(OVERDUE, step.department(), ONE);
            if (step.previousDepartment() != null) {
                facts.add(OVERDUE, step.previousDepartment(), ONE.negate());
            }
        }
        return facts.facts;
    }

    /** The successor has yet to begin; its own start is its response. */
    private static List<Observation> transfer(CaseFacts facts, CaseTransferred step) {
        facts.add("case.received", step.department(), ONE)
                .add("case.received", step.previousDepartment(), ONE.negate())
                .add("case.responded", step.previousDepartment(), ONE.negate());
        if (Boolean.TRUE.equals(step.respondedInTime())) {
            facts.add(RESPONDED_ON_TIME, step.previousDepartment(), ONE.negate());
        }
        if (isOverdue(step.overdue())) {
            facts.add(OVERDUE, step.department(), ONE).add(OVERDUE, step.previousDepartment(), ONE.negate());
        }
        return facts.facts;
    }

    /** A duplicate leaves the cohort with all it counted, or comes back with it; one that was late is never merged. */
    private static List<Observation> cohort(
            CaseFacts facts,
            @Nullable String department,
            boolean responded,
            @Nullable Boolean respondedInTime,
            BigDecimal sign) {
        if (department != null) {
            facts.add("case.received", department, sign);
            if (responded) {
                facts.add("case.responded", department, sign);
            }
            if (responded && Boolean.TRUE.equals(respondedInTime)) {
                facts.add(RESPONDED_ON_TIME, department, sign);
            }
        }
        return facts.facts;
    }

    /** What was counted of an open case moves from one tag to the other; disputes stay with what was disputed. */
    private static List<Observation> recategorisation(CaseFacts facts, CaseRecategorised step) {
        facts.move("case.received", step);
        if (step.responded()) {
            facts.move("case.responded", step);
        }
        if (step.responded() && step.respondedInTime() != null) {
            facts.move(RESPONDED_ON_TIME, step, Boolean.TRUE.equals(step.respondedInTime()) ? ONE : NOTHING);
        }
        if (step.resolved()) {
            facts.move("case.resolved", step);
        }
        if (step.resolved() && Boolean.TRUE.equals(step.resolvedInTime())) {
            facts.move(RESOLVED_ON_TIME, step);
        }
        if (!step.resolved() && isOverdue(step.overdue())) {
            facts.move(OVERDUE, step);
        }
        return facts.facts;
    }

    /** A late answer is counted with nothing, so that nobody takes it for one without a due time. */
    private static List<Observation> response(CaseFacts facts, CaseStarted step) {
        facts.add("case.responded", step.department(), ONE);
        if (step.dueAt() != null) {
            var inTime = !step.occurredAt().isAfter(step.dueAt());
            facts.add(RESPONDED_ON_TIME, step.department(), inTime ? ONE : NOTHING);
        }
        return facts.facts;
    }

    private static List<Observation> resolution(CaseFacts facts, CaseResolved step) {
        facts.add("case.resolved", step.department(), ONE);
        if (step.dueAt() != null && !step.occurredAt().isAfter(step.dueAt())) {
            facts.add(RESOLVED_ON_TIME, step.department(), ONE);
        }
        if (isOverdue(step.overdue())) {
            facts.add(OVERDUE, step.department(), ONE.negate());
        }
        return facts.facts;
    }

    private static List<Observation> dispute(CaseFacts facts, CaseDisputed step) {
        facts.add("case.resolved", step.department(), ONE.negate()).add("case.disputed", step.department(), ONE);
        if (Boolean.TRUE.equals(step.resolvedInTime())) {
            facts.add(RESOLVED_ON_TIME, step.department(), ONE.negate());
        }
        if (isOverdue(step.overdue())) {
            facts.add(OVERDUE, step.department(), ONE);
        }
        return facts.facts;
    }

    /** Of a case nobody is responsible for, the assignment will say it. */
    private static List<Observation> overdue(CaseFacts facts, CaseOverdue step) {
        if (step.clock() == ClockKind.RESOLUTION && step.department() != null) {
            facts.add(OVERDUE, step.department(), ONE);
        }
        return facts.facts;
    }

    private static boolean isOverdue(@Nullable Boolean said) {
        return Boolean.TRUE.equals(said);
    }

    private static List<Observation> confirmation(CaseFacts facts, CaseConfirmed step) {
        var rating = new Scaled(
                BigDecimal.valueOf(Plausibility.rating(step.rating())), BigDecimal.ONE, BigDecimal.valueOf(5));
        facts.add("case.confirmed", step.department(), ONE)
                .add("case.satisfaction", step.department(), rating.normalised(), rating);
        if (step.rating() >= SATISFIED) {
            facts.add("case.satisfied", step.department(), ONE);
        }
        return facts.facts;
    }

    /** Gathers what one step of a case says. */
    private static final class CaseFacts {
        private final UUID eventId;
        private final FeedbackEvent step;
        private final Instant occurredAt;
        private final List<Observation> facts = new ArrayList<>();

        CaseFacts(UUID eventId, FeedbackEvent step) {
            this.eventId = eventId;
            this.step = step;
            this.occurredAt = Plausibility.date(step.occurredAt());
        }

        CaseFacts add(String metric, String department, BigDecimal value) {
            return add(metric, department, value, null);
        }

        CaseFacts add(String metric, String department, BigDecimal value, @Nullable Scaled scaled) {
            return add(metric, department, value, scaled, step.category());
        }

        void move(String metric, CaseRecategorised to) {
            move(metric, to, ONE);
        }

        void move(String metric, CaseRecategorised to, BigDecimal value) {
            if (value.signum() != 0) {
                add(metric, to.department(), value.negate(), null, to.previousCategory());
            }
            add(metric, to.department(), value, null, to.category());
        }

        private CaseFacts add(
                String metric, String department, BigDecimal value, @Nullable Scaled scaled, String category) {
            facts.add(new Observation(
                    eventId,
                    facts.size(),
                    metric,
                    step.side(),
                    Plausibility.department(department),
                    Plausibility.month(step.receivedAt()),
                    occurredAt,
                    value,
                    new Source(Source.Type.CASE, step.caseId()),
                    scaled,
                    null,
                    null,
                    Plausibility.tag(category),
                    value.signum() < 0 ? -1 : 1));
            return this;
        }
    }
}
