package org.huisheng.kpi.observation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.huisheng.kpi.observation.FrozenMonths.Frozen;
import org.huisheng.kpi.sql.Database;
import org.huisheng.kpi.sql.Database.SqlArray;

/**
 * Which months have facts that count in a later one. An observation is kept by the month it belongs to, so whoever wants
 * those that count in some months finds here where else to look.
 */
@ApplicationScoped
public class LateMonths {

    private final Database database;

    LateMonths(Database database) {
        this.database = database;
    }

    /** All months to look for observations that count in a stretch of months: as first days, as months are stored. */
    public SqlArray kept(LocalDate first, LocalDate last) {
        return new SqlArray(
                "date", database.read("""
                        SELECT month::date FROM generate_series(?::date, ?::date, interval '1 month') AS month
                        UNION SELECT belongs_to FROM late_month WHERE month BETWEEN ? AND ? ORDER BY month
                        """, row -> row.getObject("month", LocalDate.class), first, last, first, last));
    }

    /** The first of those months. */
    public LocalDate earliest(LocalDate first, LocalDate last) {
        return database.read(
                        "SELECT least(?::date, min(belongs_to)) AS month FROM late_month WHERE month BETWEEN ? AND ?",
                        row -> row.getObject("month", LocalDate.class),
                        first,
                        first,
                        last)
                .getFirst();
    }

    /** Within a transaction that has passed the guard. Mostly they are known already, and nobody waits. */
    void remember(Collection<Observation> observations, Frozen frozen) {
        var late = new TreeMap<YearMonth, YearMonth>();
        for (var observation : observations) {
            var counting = frozen.open(observation.month());
            if (!counting.equals(observation.month())) {
                late.put(observation.month(), counting);
            }
        }
        if (!late.isEmpty()) {
            database.write("""
                    INSERT INTO late_month (belongs_to, month) SELECT * FROM unnest(?, ?) AS late (belongs_to, month)
                    ON CONFLICT DO NOTHING
                    """, days(late.keySet()), days(late.values()));
        }
    }

    private static SqlArray days(Collection<YearMonth> months) {
        List<LocalDate> days = months.stream().map(month -> month.atDay(1)).toList();
        return new SqlArray("date", days);
    }
}
