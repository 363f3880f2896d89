package org.huisheng.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** What feedback-service tells the others of the improvement plan. */
public sealed interface PlanEvent extends IntegrationEvent {

    UUID taskId();

    @Override
    default String aggregateId() {
        return taskId().toString();
    }

    /**
     * Whether a task was done in time is decided, once: by its acceptance, or by the end of the day it was due.
     *
     * @param dueOn the last day that was in time
     */
    record PlanTaskSettled(
            UUID taskId, UUID planId, String department, LocalDate dueOn, boolean onTime, Instant occurredAt)
            implements PlanEvent {}
}
