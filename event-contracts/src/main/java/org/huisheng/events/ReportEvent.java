package org.huisheng.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** What feedback-service tells the others of reports to authorities. */
public sealed interface ReportEvent extends IntegrationEvent {

    UUID reportId();

    @Override
    default String aggregateId() {
        return reportId().toString();
    }

    /**
     * Whether a quarterly report was sent in time is decided, once: by its being sent, or by the end of the day it was due.
     *
     * @param department that answers for it
     * @param quarter what it is about, as 2026-Q3
     * @param dueOn the last day that was in time
     */
    record SupplyReportSettled(
            UUID reportId, String department, String quarter, LocalDate dueOn, boolean onTime, Instant occurredAt)
            implements ReportEvent {}
}
