package org.huisheng.feedback.sla;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.huisheng.kit.database.DatabaseGauges;

/** What is late, and whether anybody is being told of it; each figure is read off a partial index. */
@ApplicationScoped
class SlaMetrics {

    void register(@Observes StartupEvent event, DatabaseGauges gauges) {
        // Counted no further than an alert needs.
        gauges.register("huisheng.sla.overdue", """
                SELECT count(*) FROM (SELECT 1 FROM feedback_case WHERE overdue_since IS NOT NULL LIMIT 10000) AS late
                """);
        gauges.register("huisheng.sla.tick.lag.seconds", """
                SELECT greatest(0, extract(epoch FROM clock_timestamp() - next_at)) FROM case_clock
                WHERE next_at IS NOT NULL ORDER BY next_at LIMIT 1
                """);
    }
}
