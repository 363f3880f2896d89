package org.huisheng.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What feedback-service tells the others: the steps of a case. Each repeats {@code receivedAt}, the day the stakeholder
 * spoke, so that rates can be counted per month of receipt and late steps never push a rate above 100 %.
 */
public sealed interface FeedbackEvent extends IntegrationEvent {

    /** The case the event is about. */
    UUID caseId();

    Side side();

    String category();

    Instant receivedAt();

    /** Missing when the case did not come from a response. */
    @Nullable
    Echo echo();

    @Override
    default String aggregateId() {
        return caseId().toString();
    }

    /** A stakeholder's complaint or request was registered; nobody is responsible for it yet. */
    record CaseOpened(
            UUID caseId,
            Side side,
            String category,
            Severity severity,
            Instant receivedAt,
            Instant occurredAt,
            @Nullable Echo echo)
            implements FeedbackEvent {}

    /**
     * A department became responsible; {@code previousDepartment} is set when the case was taken from another.
     *
     * @param dueAt by when it is to be resolved, null while that is not known
     * @param overdue true once a {@link CaseOverdue} has said so of its resolution, else missing
     */
    record CaseAssigned(
            UUID caseId,
            Side side,
            String category,
            String department,
            @Nullable String previousDepartment,
            Instant receivedAt,
            Instant occurredAt,
            @Nullable Echo echo,
            @Nullable Instant dueAt,
            @Nullable Boolean overdue)
            implements FeedbackEvent {

        /** Of a case without clocks. */
        public CaseAssigned(
                UUID caseId,
                Side side,
                String category,
                String department,
                @Nullable String previousDepartment,
                Instant receivedAt,
                Instant occurredAt,
                @Nullable Echo echo) {
            this(caseId, side, category, department, previousDepartment, receivedAt, occurredAt, echo, null, null);
        }
    }

    /**
     * A department that had begun gave the case to another.
     *
     * @param firstReceiver the one that began first
     * @param overdue whether it was said before that it is
     * @param respondedInTime of the previous department, null of a case without clocks
     */
    record CaseTransferred(
            UUID caseId,
            Side side,
            String category,
            String department,
            String previousDepartment,
            String firstReceiver,
            Instant receivedAt,
            Instant occurredAt,
            @Nullable Echo echo,
            @Nullable Boolean overdue,
            @Nullable Boolean respondedInTime)
            implements FeedbackEvent {

        /** Of a case without clocks. */
        public CaseTransferred(
                UUID caseId,
                Side side,
                String category,
                String department,
                String previousDepartment,
                String firstReceiver,
                Instant receivedAt,
                Instant occurredAt,
                @Nullable Echo echo) {
            this(
                    caseId,
                    side,
                    category,
                    department,
                    previousDepartment,
                    firstReceiver,
                    receivedAt,
                    occurredAt,
                    echo,
                    null,
                    null);
        }
    }

    /**
     * The department answered the stakeholder and began to work on it, for the first time or after a dispute.
     *
     * @param dueAt by when the first answer was due
     */
    record CaseStarted(
            UUID caseId,
            Side side,
            String category,
            String department,
            boolean reopened,
            Instant receivedAt,
            Instant occurredAt,
            @Nullable Echo echo,
            @Nullable Instant dueAt)
            implements FeedbackEvent {

        /** Of a case without clocks. */
        public CaseStarted(
                UUID caseId,
                Side side,
                String category,
                String department,
                boolean reopened,
                Instant receivedAt,
                Instant occurredAt,
                @Nullable Echo echo) {
            this(caseId, side, category, department, reopened, receivedAt, occurredAt, echo, null);
        }
    }

    /**
     * The department says it is done; the stakeholder has not spoken yet.
     *
     * @param dueAt by when it was due
     * @param overdue true if a {@link CaseOverdue} had said so of its resolution, else missing
     */
    record CaseResolved(
            UUID caseId,
            Side side,
            String category,
            String department,
            Instant receivedAt,
            Instant occurredAt,
            @Nullable Echo echo,
            @Nullable Instant dueAt,
            @Nullable Boolean overdue)
            implements FeedbackEvent {

        /** Of a case without clocks. */
        public CaseResolved(
                UUID caseId,
                Side side,
                String category,
                String department,
                Instant receivedAt,
                Instant occurredAt,
                @Nullable Echo echo) {
            this(caseId, side, category, department, receivedAt, occurredAt, echo, null, null);
        }
    }

    /** The stakeholder agrees that it is done. @param rating satisfaction, 1 (worst) to 5 */
    record CaseConfirmed(
            UUID caseId,
            Side side,
            String category,
            String department,
            int rating,
            Instant receivedAt,
            Instant occurredAt,
            @Nullable Echo echo)
            implements FeedbackEvent {}

    /**
     * The stakeholder does not agree; the resolution no longer counts.
     *
     * @param resolvedInTime of the resolution that is disputed
     * @param overdue true if a {@link CaseOverdue} had said so of its resolution, else missing
     */
    record CaseDisputed(
            UUID caseId,
            Side side,
            String category,
            String department,
            Instant receivedAt,
            Instant occurredAt,
            @Nullable Echo echo,
            @Nullable Boolean resolvedInTime,
            @Nullable Boolean overdue)
            implements FeedbackEvent {

        /** Of a case without clocks. */
        public CaseDisputed(
                UUID caseId,
                Side side,
                String category,
                String department,
                Instant receivedAt,
                Instant occurredAt,
                @Nullable Echo echo) {
            this(caseId, side, category, department, receivedAt, occurredAt, echo, null, null);
        }
    }

    /** The stakeholder could not be asked, however often it was tried; a late answer of theirs still counts. */
    record CaseUnreachable(
            UUID caseId,
            Side side,
            String category,
            String department,
            Instant receivedAt,
            Instant occurredAt,
            @Nullable Echo echo)
            implements FeedbackEvent {}

    /**
     * Two of the office settled the case in the stakeholder's stead, who has not agreed: it is not a confirmation.
     *
     * @param closed whether it is put away, too
     */
    record CaseOverridden(
            UUID caseId,
            Side side,
            String category,
            String department,
            boolean closed,
            Instant receivedAt,
            Instant occurredAt,
            @Nullable Echo echo)
            implements FeedbackEvent {}

    /** Nothing more will happen to the case. @param ending missing in events of before there was any but the first */
    record CaseClosed(
            UUID caseId,
            Side side,
            String category,
            String department,
            @Nullable Ending ending,
            Instant receivedAt,
            Instant occurredAt,
            @Nullable Echo echo)
            implements FeedbackEvent {}

    /**
     * Time ran out before somebody did what a clock waits for. Said once of each clock of a case.
     *
     * @param department null while nobody is responsible
     */
    record CaseOverdue(
            UUID caseId,
            Side side,
            String category,
            @Nullable String department,
            ClockKind clock,
            Instant dueAt,
            Instant receivedAt,
            Instant occurredAt,
            @Nullable Echo echo)
            implements FeedbackEvent {}

    /**
     * The case turned out to be about the same matter as another, which goes on alone: it counts nowhere any more.
     *
     * @param into the other one
     * @param department null while nobody was responsible
     * @param responded whether the department had answered, which counts no more either
     * @param respondedInTime of that answer, null without one, or of a case without clocks
     * @param stage of the other one, which is what the stakeholder is to hear from now on
     */
    record CaseMerged(
            UUID caseId,
            Side side,
            String category,
            UUID into,
            @Nullable String department,
            boolean responded,
            @Nullable Boolean respondedInTime,
            Stage stage,
            Instant receivedAt,
            Instant occurredAt,
            @Nullable Echo echo)
            implements FeedbackEvent {}

    /** Something happened to the case this one was merged into. Said only where somebody hears of it by an echo. */
    record CaseFollowed(
            UUID caseId,
            Side side,
            String category,
            Stage stage,
            Instant receivedAt,
            Instant occurredAt,
            @Nullable Echo echo)
            implements FeedbackEvent {}

    /** It was another matter after all: the case counts again, as what {@link CaseMerged} took away. */
    record CaseSeparated(
            UUID caseId,
            Side side,
            String category,
            UUID from,
            @Nullable String department,
            boolean responded,
            @Nullable Boolean respondedInTime,
            Stage stage,
            Instant receivedAt,
            Instant occurredAt,
            @Nullable Echo echo)
            implements FeedbackEvent {}

    /**
     * The case is about something else than it was said to be: what it had counted under the former category counts under
     * this one. Said only of a case somebody is responsible for, and never once the stakeholder has agreed.
     *
     * @param previousCategory the former one
     * @param responded whether the department had answered
     * @param respondedInTime of that answer, null without one, or of a case without clocks
     * @param resolved whether the department says it is done
     * @param resolvedInTime of that resolution, null without one, or of a case without clocks
     * @param overdue true once a {@link CaseOverdue} has said so of its resolution, else missing
     */
    record CaseRecategorised(
            UUID caseId,
            Side side,
            String category,
            String previousCategory,
            String department,
            boolean responded,
            @Nullable Boolean respondedInTime,
            boolean resolved,
            @Nullable Boolean resolvedInTime,
            @Nullable Boolean overdue,
            Instant receivedAt,
            Instant occurredAt,
            @Nullable Echo echo)
            implements FeedbackEvent {}

    /** How a case stands for whoever spoke. */
    enum Stage {
        RECEIVED,
        IN_PROGRESS,
        RESOLVED,
        CONFIRMED,
        DISPUTED,
        CLOSED
    }

    /** What a case's clocks wait for. */
    enum ClockKind {
        FIRST_RESPONSE,
        RESOLUTION,
        CONFIRMATION
    }

    /**
     * For whom the step is to be heard of: the respondent whose answers the case came from.
     *
     * @param responseId under which the response is kept, never the client's own id of an anonymous one
     * @param step counts the steps of the case, so that the order does not depend on that of deliveries
     */
    record Echo(UUID responseId, int step) {}

    /** What settled a case; only of the first can anybody say that the stakeholder is satisfied. */
    enum Ending {
        CONFIRMED,
        OVERRIDDEN,
        UNREACHABLE
    }

    /** How bad it is for the stakeholder. */
    enum Severity {
        LOW,
        NORMAL,
        HIGH,
        CRITICAL
    }
}
