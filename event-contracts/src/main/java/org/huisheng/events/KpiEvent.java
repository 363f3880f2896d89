package org.huisheng.events;

import java.time.Instant;

/** What kpi-service tells the others. */
public sealed interface KpiEvent extends IntegrationEvent {

    /**
     * A department was created or changed; the whole present state.
     *
     * @param version grows by one with each change, so that an old event never overwrites a newer state
     */
    record DepartmentChanged(String code, String name, String nameEn, boolean active, long version, Instant occurredAt)
            implements KpiEvent {
        @Override
        public String aggregateId() {
            return code;
        }
    }
}
