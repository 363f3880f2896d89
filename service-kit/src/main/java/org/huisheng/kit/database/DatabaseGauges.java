package org.huisheng.kit.database;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** Figures that are read off the database when somebody scrapes them; NaN while it does not answer. */
@ApplicationScoped
public class DatabaseGauges {

    private static final Logger LOG = Logger.getLogger(DatabaseGauges.class);

    private final DataSource dataSource;
    private final MeterRegistry metrics;

    DatabaseGauges(DataSource dataSource, MeterRegistry metrics) {
        this.dataSource = dataSource;
        this.metrics = metrics;
    }

    /** @param sql of one number, read off an index and counted no further than an alert needs; no row is zero */
    public void register(String name, String sql) {
        metrics.gauge(name, this, self -> self.read(sql));
    }

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
