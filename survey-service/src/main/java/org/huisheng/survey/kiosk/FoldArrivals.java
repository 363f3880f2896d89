package org.huisheng.survey.kiosk;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** Keeps the table of arrivals near empty: what has come in becomes ranges, of which there are few. */
@ApplicationScoped
class FoldArrivals {

    private static final Logger LOG = Logger.getLogger(FoldArrivals.class);
    private static final int AT_ONCE = 10_000;

    /** One statement, so a number is at each moment either in the table or in a range. */
    private static final String FOLD = """
            WITH taken AS (
                DELETE FROM kiosk_arrival WHERE ctid IN (
                    SELECT ctid FROM kiosk_arrival ORDER BY kiosk_id, sequence LIMIT %d FOR UPDATE SKIP LOCKED)
                RETURNING kiosk_id, sequence
            ), folded AS (
                UPDATE kiosk SET arrived = arrived + sums.numbers
                FROM (SELECT kiosk_id, range_agg(int8range(sequence, sequence, '[]')) AS numbers
                      FROM taken GROUP BY kiosk_id) AS sums
                WHERE kiosk.id = sums.kiosk_id
            )
            SELECT count(*) FROM taken
            """.formatted(AT_ONCE);

    private final DataSource dataSource;

    FoldArrivals(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Scheduled(
            identity = "fold-arrivals",
            every = "${huisheng.kiosk.fold:60s}",
            delayed = "30s",
            concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        try {
            while (fold() == AT_ONCE) {
                LOG.debug("More arrivals than one statement folds");
            }
        } catch (SQLException outage) {
            LOG.warnf("Arrivals wait: %s", outage.getMessage());
        }
    }

    long fold() throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var count = statement.executeQuery(FOLD)) {
            count.next();
            return count.getLong(1);
        }
    }
}
