package org.huisheng.events;

import java.time.Instant;
import java.util.List;

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

    /**
     * The figures of a period stand still from now on. Who sealed it is read in kpi-service, by those who may.
     *
     * @param sequence place in the chain of seals, from 1
     * @param period as {@code 2026-Q3}
     * @param periods all that are closed by this seal: the period and those within it that were not before
     * @param hash of the seal, which the next one names; with it anybody can check the snapshot later
     */
    record PeriodSealed(long sequence, String period, List<String> periods, String hash, Instant occurredAt)
            implements KpiEvent {

        private static final String CHAIN = "seals";

        public PeriodSealed {
            periods = List.copyOf(periods);
        }

        /** All seals are one chain, and arrive in its order. */
        @Override
        public String aggregateId() {
            return CHAIN;
        }
    }
}
