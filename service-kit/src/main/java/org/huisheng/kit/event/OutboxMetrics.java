package org.huisheng.kit.event;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.huisheng.kit.database.DatabaseGauges;

/** What an operator watches: how far the relay is behind, and what needs a human. */
@ApplicationScoped
class OutboxMetrics {

    void register(@Observes StartupEvent event, DatabaseGauges gauges) {
        // Counted no further than an alert needs, so that a long backlog costs no more than a short one.
        gauges.register(
                "huisheng.outbox.pending", "SELECT count(*) FROM (SELECT 1 FROM outbox LIMIT 100000) AS waiting");
        gauges.register("huisheng.outbox.lag.seconds", """
                SELECT extract(epoch FROM clock_timestamp() - recorded_at) FROM outbox ORDER BY seq LIMIT 1
                """);
        gauges.register(
                "huisheng.dead.letters",
                "SELECT count(*) FROM (SELECT 1 FROM dead_letter WHERE replayed_at IS NULL AND discarded_at IS NULL LIMIT 10000) AS open");
    }
}
