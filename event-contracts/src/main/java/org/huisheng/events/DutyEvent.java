package org.huisheng.events;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * What feedback-service tells the others of how duties were performed. Each revision of a record counts under an {@code entryId}
 * of its own: a correction takes the former one back, so that they may be heard in any order.
 */
public sealed interface DutyEvent extends IntegrationEvent {

    UUID recordId();

    /** What is counted, or taken back. */
    UUID entryId();

    int revision();

    @Override
    default String aggregateId() {
        return recordId().toString();
    }

    /**
     * Somebody of another department saw how a post performed its duty.
     *
     * @param month as in 2026-11
     * @param post a code, never a person
     * @param score 0 to 100; of a duty that is kept or not one of the two
     */
    record DutyRecorded(
            UUID recordId,
            UUID entryId,
            int revision,
            String month,
            String department,
            String post,
            String process,
            BigDecimal score,
            Instant occurredAt)
            implements DutyEvent {}

    /** What the entry said counts no more. */
    record DutyWithdrawn(UUID recordId, UUID entryId, int revision, Instant occurredAt) implements DutyEvent {}
}
