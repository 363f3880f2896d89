package org.huisheng.feedback.sla;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** What is late, and whether anybody is being told of it; each figure is read off a partial index. */
@ApplicationScoped
class SlaMetrics {

    // Counted no further than an alert needs.
    private static final String OVERDUE = """
            SELECT count(*) FROM (SELECT 1 FROM feedback_case WHERE overdue_since IS NOT NULL LIMIT 10000) AS late
            """;

    private static final String TICK_LAG = """
            SELECT greatest(0, extract(epoch FROM clock_timestamp() - next_at)) FROM case_clock
            WHERE next_at IS NOT NULL ORDER BY next_at LIMIT 1
            """;

    private static final Logger LOG = Logger.getLogger(SlaMetrics.class);

    private final DataSource dataSource;
    private final MeterRegistry metrics;

    SlaMetrics(DataSource dataSource, MeterRegistry metrics) {
        this.dataSource = dataSource;
        this.metrics = metrics;
    }

    void register(@Observes StartupEvent event) {
        metrics.gauge("huisheng.sla.overdue", this, self -> self.read(OVERDUE));
        metrics.gauge("huisheng.sla.tick.lag.seconds", this, self -> self.read(TICK_LAG));
    }

    /** No row is no lag. */
    private double read(String sql) {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            return result.next() ? result.getDouble(1) : 0;
        } catch (SQLException outage) {
            LOG.debugf("Metric not readable: %s", outage.getMessage());
            return Double.NaN;
        }
    }
}
