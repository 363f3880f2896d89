package org.huisheng.kpi.retention;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.huisheng.kpi.sql.Database;

/** The partitions of observations, one for each month they belong to and one for all other months. */
@ApplicationScoped
class MonthPartitions {

    private final Database database;

    MonthPartitions(Database database) {
        this.database = database;
    }

    /** Those of a stretch of months that have none, without which observations go where those of all others are. */
    List<YearMonth> missing(YearMonth first, YearMonth last) {
        return months("""
                SELECT month::date FROM generate_series(?::date, ?::date, interval '1 month') AS month
                EXCEPT SELECT month FROM observation_month ORDER BY month
                """, first, last);
    }

    /** Those of a stretch of months that have no partition but observations. */
    List<YearMonth> elsewhere(YearMonth first, YearMonth last) {
        return months(
                "SELECT DISTINCT belongs_to AS month FROM observation_other WHERE belongs_to BETWEEN ? AND ? ORDER BY 1",
                first,
                last);
    }

    /**
     * Makes the partition of a month, which somebody else may be doing at this very moment.
     *
     * @throws org.huisheng.kpi.sql.DatabaseFailure if somebody is reading all months for so long that others would have to
     *     wait; nothing is lost by trying again later
     */
    void make(YearMonth month) {
        QuarkusTransaction.requiringNew().run(() -> {
            database.write("SET LOCAL lock_timeout = '2s'");
            database.read("SELECT make_observation_month(?)", row -> row.getBoolean(1), month.atDay(1));
        });
    }

    /** PostgreSQL does so by itself for each partition, and never for all together. */
    void analyse() {
        database.write("ANALYZE observation");
    }

    private List<YearMonth> months(String sql, YearMonth first, YearMonth last) {
        return database.read(
                sql, row -> YearMonth.from(row.getObject("month", LocalDate.class)), first.atDay(1), last.atDay(1));
    }
}
