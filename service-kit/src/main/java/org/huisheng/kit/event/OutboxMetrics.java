package org.huisheng.kit.event;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** What an operator watches: how far the relay is behind, and what needs a human. */
@ApplicationScoped
class OutboxMetrics {

    private static final Logger LOG = Logger.getLogger(OutboxMetrics.class);

    private final DataSource dataSource;
    private final MeterRegistry metrics;

    OutboxMetrics(DataSource dataSource, MeterRegistry metrics) {
        this.dataSource = dataSource;
        this.metrics = metrics;
    }

    void register(@Observes StartupEvent event) {
        // Counted no further than an alert needs, so that a long backlog costs no more than a short one.
        metrics.gauge(
                "huisheng.outbox.pending",
                this,
                self -> self.read("SELECT count(*) FROM (SELECT 1 FROM outbox LIMIT 100000) AS waiting"));
        metrics.gauge("huisheng.outbox.lag.seconds", this, self -> self.read("""
                        SELECT coalesce(extract(epoch FROM clock_timestamp() - min(recorded_at)), 0)
                        FROM (SELECT recorded_at FROM outbox ORDER BY seq LIMIT 1) AS oldest
                        """));
        metrics.gauge(
                "huisheng.dead.letters",
                this,
                self -> self.read(
                        "SELECT count(*) FROM (SELECT 1 FROM dead_letter WHERE replayed_at IS NULL LIMIT 10000) AS open"));
    }

    private double read(String sql) {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            return result.next() ? result.getDouble(1) : Double.NaN;
        } catch (SQLException outage) {
            LOG.debugf("Metric not readable: %s", outage.getMessage());
            return Double.NaN;
        }
    }
}
