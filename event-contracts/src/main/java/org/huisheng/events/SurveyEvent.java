package org.huisheng.events;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What survey-service tells the others. */
public sealed interface SurveyEvent extends IntegrationEvent {

    /** The response the event is about. */
    UUID responseId();

    @Override
    default String aggregateId() {
        return responseId().toString();
    }

    /**
     * A response was accepted. {@code occurredAt} is when it was answered; in an anonymous campaign only the day is
     * kept, and {@code responseId} is none that tells a time.
     */
    record ResponseSubmitted(
            UUID responseId,
            UUID surveyId,
            int surveyVersion,
            UUID campaignId,
            Side side,
            @Nullable String station,
            Instant occurredAt,
            List<MeasuredValue> values)
            implements SurveyEvent {
        public ResponseSubmitted {
            values = List.copyOf(values);
        }
    }

    /** A response was taken back; everything derived from it must be undone. */
    record ResponseWithdrawn(UUID responseId, Side side, Instant occurredAt) implements SurveyEvent {}

    /**
     * One answer as a number, still on the question's own scale; {@code scaleMin < scaleMax}.
     *
     * @param row the matrix row the value was given in, null for other questions
     */
    record MeasuredValue(
            String metric,
            String department,
            String question,
            @Nullable String row,
            BigDecimal value,
            BigDecimal scaleMin,
            BigDecimal scaleMax) {}
}
