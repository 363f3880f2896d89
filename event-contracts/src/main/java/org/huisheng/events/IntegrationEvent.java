package org.huisheng.events;

import java.time.Instant;

/** A fact of one service that others may build on. It carries no personal data. */
public sealed interface IntegrationEvent
        permits SurveyEvent,
                MatchEvent,
                ReceiptEvent,
                FeedbackEvent,
                RuleEvent,
                VisitEvent,
                CommentEvent,
                DutyEvent,
                PlanEvent,
                ProjectEvent,
                StoryEvent,
                LectureEvent,
                CsrEvent,
                ReportEvent,
                KpiEvent {

    /** Identifies what the fact is about; events of one aggregate arrive in order. Kafka key and CloudEvents {@code subject}. */
    String aggregateId();

    /** When it happened for the people concerned; CloudEvents {@code time}. */
    Instant occurredAt();
}
