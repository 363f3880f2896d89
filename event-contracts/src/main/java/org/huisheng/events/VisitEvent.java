package org.huisheng.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What feedback-service tells the others of visits to enterprises. Each repeats {@code plannedFor}, so that coverage can be
 * counted per month of the plan; whom they meet there stays in the service.
 */
public sealed interface VisitEvent extends IntegrationEvent {

    UUID visitId();

    /** Who answers for the visit being made. */
    String department();

    LocalDate plannedFor();

    @Override
    default String aggregateId() {
        return visitId().toString();
    }

    /** A visit is to be made; also said of one nobody planned, in the moment it is reported. */
    record VisitPlanned(
            UUID visitId, UUID enterpriseId, String park, String department, LocalDate plannedFor, Instant occurredAt)
            implements VisitEvent {}

    /**
     * It is not to be made after all and counts no longer as planned.
     *
     * @param park the one it was planned in; null in events from before it was said
     */
    record VisitCancelled(
            UUID visitId,
            String department,
            LocalDate plannedFor,
            Instant occurredAt,
            @Nullable String park) implements VisitEvent {}

    /**
     * It was made, at {@code occurredAt}.
     *
     * @param satisfaction what the enterprise said, 1 (worst) to 5
     * @param slips how many demand slips it was given
     */
    record VisitCompleted(
            UUID visitId,
            UUID enterpriseId,
            String park,
            String department,
            int satisfaction,
            int slips,
            LocalDate plannedFor,
            Instant occurredAt)
            implements VisitEvent {}
}
