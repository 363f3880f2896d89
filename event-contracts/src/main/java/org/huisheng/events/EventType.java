package org.huisheng.events;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The wire names. A name is a promise: additive change keeps its version, anything else adds a constant beside it.
 * Each has a sample in {@code events/<wire name>.json}.
 */
public enum EventType {
    RESPONSE_SUBMITTED("survey.response-submitted.v1", Topic.SURVEY, SurveyEvent.ResponseSubmitted.class),
    RESPONSE_WITHDRAWN("survey.response-withdrawn.v1", Topic.SURVEY, SurveyEvent.ResponseWithdrawn.class),
    RESPONSE_MATCHED("survey.response-matched.v1", Topic.SURVEY, MatchEvent.ResponseMatched.class),
    ANSWERS_MATCHED("survey.answers-matched.v1", Topic.SURVEY, MatchEvent.AnswersMatched.class),
    RECEIPT_ASKED("survey.receipt-asked.v1", Topic.SURVEY, ReceiptEvent.ReceiptAsked.class),
    SIMULATION_DONE("survey.simulation-done.v1", Topic.SURVEY, MatchEvent.SimulationDone.class),
    CASE_OPENED("feedback.case-opened.v1", Topic.FEEDBACK, FeedbackEvent.CaseOpened.class),
    CASE_ASSIGNED("feedback.case-assigned.v1", Topic.FEEDBACK, FeedbackEvent.CaseAssigned.class),
    CASE_TRANSFERRED("feedback.case-transferred.v1", Topic.FEEDBACK, FeedbackEvent.CaseTransferred.class),
    CASE_STARTED("feedback.case-started.v1", Topic.FEEDBACK, FeedbackEvent.CaseStarted.class),
    CASE_RESOLVED("feedback.case-resolved.v1", Topic.FEEDBACK, FeedbackEvent.CaseResolved.class),
    CASE_CONFIRMED("feedback.case-confirmed.v1", Topic.FEEDBACK, FeedbackEvent.CaseConfirmed.class),
    CASE_DISPUTED("feedback.case-disputed.v1", Topic.FEEDBACK, FeedbackEvent.CaseDisputed.class),
    CASE_UNREACHABLE("feedback.case-unreachable.v1", Topic.FEEDBACK, FeedbackEvent.CaseUnreachable.class),
    CASE_OVERRIDDEN("feedback.case-overridden.v1", Topic.FEEDBACK, FeedbackEvent.CaseOverridden.class),
    CASE_CLOSED("feedback.case-closed.v1", Topic.FEEDBACK, FeedbackEvent.CaseClosed.class),
    VISIT_PLANNED("feedback.visit-planned.v1", Topic.FEEDBACK, VisitEvent.VisitPlanned.class),
    VISIT_CANCELLED("feedback.visit-cancelled.v1", Topic.FEEDBACK, VisitEvent.VisitCancelled.class),
    VISIT_COMPLETED("feedback.visit-completed.v1", Topic.FEEDBACK, VisitEvent.VisitCompleted.class),
    COMMENT_REGISTERED("feedback.comment-registered.v1", Topic.FEEDBACK, CommentEvent.CommentRegistered.class),
    COMMENT_ARRANGED("feedback.comment-arranged.v1", Topic.FEEDBACK, CommentEvent.CommentArranged.class),
    COMMENT_ANSWERED("feedback.comment-answered.v1", Topic.FEEDBACK, CommentEvent.CommentAnswered.class),
    CASE_OVERDUE("feedback.case-overdue.v1", Topic.FEEDBACK, FeedbackEvent.CaseOverdue.class),
    RULE_CHANGED("feedback.rule-changed.v1", Topic.FEEDBACK, RuleEvent.RuleChanged.class),
    SIMULATION_REQUESTED("feedback.simulation-requested.v1", Topic.FEEDBACK, RuleEvent.SimulationRequested.class),
    CASE_MERGED("feedback.case-merged.v1", Topic.FEEDBACK, FeedbackEvent.CaseMerged.class),
    CASE_FOLLOWED("feedback.case-followed.v1", Topic.FEEDBACK, FeedbackEvent.CaseFollowed.class),
    CASE_SEPARATED("feedback.case-separated.v1", Topic.FEEDBACK, FeedbackEvent.CaseSeparated.class),
    CASE_RECATEGORISED("feedback.case-recategorised.v1", Topic.FEEDBACK, FeedbackEvent.CaseRecategorised.class),
    DUTY_RECORDED("feedback.duty-recorded.v1", Topic.FEEDBACK, DutyEvent.DutyRecorded.class),
    DUTY_WITHDRAWN("feedback.duty-withdrawn.v1", Topic.FEEDBACK, DutyEvent.DutyWithdrawn.class),
    PLAN_TASK_SETTLED("feedback.plan-task-settled.v1", Topic.FEEDBACK, PlanEvent.PlanTaskSettled.class),
    ROOT_PROJECT_STAGED("feedback.root-project-staged.v1", Topic.FEEDBACK, ProjectEvent.RootProjectStaged.class),
    STORY_PUBLISHED("feedback.story-published.v1", Topic.FEEDBACK, StoryEvent.StoryPublished.class),
    STORY_WITHDRAWN("feedback.story-withdrawn.v1", Topic.FEEDBACK, StoryEvent.StoryWithdrawn.class),
    LECTURE_HELD("feedback.lecture-held.v1", Topic.FEEDBACK, LectureEvent.LectureHeld.class),
    LECTURE_PLAN_CHANGED("feedback.lecture-plan-changed.v1", Topic.FEEDBACK, LectureEvent.LecturePlanChanged.class),
    LECTURE_DUTY_SETTLED("feedback.lecture-duty-settled.v1", Topic.FEEDBACK, LectureEvent.LectureDutySettled.class),
    CSR_ELEMENT_STAGED("feedback.csr-element-staged.v1", Topic.FEEDBACK, CsrEvent.CsrElementStaged.class),
    SUPPLY_REPORT_SETTLED("feedback.supply-report-settled.v1", Topic.FEEDBACK, ReportEvent.SupplyReportSettled.class),
    DEPARTMENT_CHANGED("kpi.department-changed.v1", Topic.KPI, KpiEvent.DepartmentChanged.class),
    PERIOD_SEALED("kpi.period-sealed.v1", Topic.KPI, KpiEvent.PeriodSealed.class);

    private static final Map<String, EventType> BY_WIRE_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(EventType::wireName, Function.identity()));
    private static final Map<Class<?>, EventType> BY_PAYLOAD =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(EventType::payload, Function.identity()));

    private final String wireName;
    private final Topic topic;
    private final Class<? extends IntegrationEvent> payload;

    EventType(String wireName, Topic topic, Class<? extends IntegrationEvent> payload) {
        this.wireName = wireName;
        this.topic = topic;
        this.payload = payload;
    }

    /** @throws IllegalArgumentException if the event's class has no wire name */
    public static EventType of(IntegrationEvent event) {
        var type = BY_PAYLOAD.get(event.getClass());
        if (type == null) {
            throw new IllegalArgumentException("No wire name for " + event.getClass());
        }
        return type;
    }

    public static Optional<EventType> byWireName(String wireName) {
        return Optional.ofNullable(BY_WIRE_NAME.get(wireName));
    }

    public String wireName() {
        return wireName;
    }

    public Topic topic() {
        return topic;
    }

    public Class<? extends IntegrationEvent> payload() {
        return payload;
    }
}
