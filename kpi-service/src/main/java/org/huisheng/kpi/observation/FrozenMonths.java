package org.huisheng.kpi.observation;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.huisheng.kpi.sql.Database;
import org.huisheng.kpi.sql.Database.SqlArray;

/** Months whose cells never change again. */
@ApplicationScoped
public class FrozenMonths {

    private static final String READ =
            "SELECT f.month, a.month IS NOT NULL AS archived FROM frozen_month f LEFT JOIN archive a USING (month)";

    private final Database database;
    private final Withdrawals withdrawals;

    FrozenMonths(Database database, Withdrawals withdrawals) {
        this.database = database;
        this.withdrawals = withdrawals;
    }

    /**
     * Which months are frozen, and where what belongs to them counts instead.
     *
     * @param archived those of them whose observations are not here any more
     */
    record Frozen(Set<YearMonth> months, Set<YearMonth> archived) {

        /** The month itself, or the first open one after it. */
        YearMonth open(YearMonth month) {
            var open = month;
            while (months.contains(open)) {
                open = open.plusMonths(1);
            }
            return open;
        }

        List<YearMonth> inOrder() {
            return months.stream().sorted().toList();
        }
    }

    private record Line(YearMonth month, boolean archived) {}

    /** Within a transaction that has passed the guard: from then on to its end no month is frozen. */
    Frozen read() {
        var months = new HashSet<YearMonth>();
        var archived = new HashSet<YearMonth>();
        for (var line : database.read(READ, row -> new Line(month(row, "month"), row.getBoolean("archived")))) {
            months.add(line.month);
            if (line.archived) {
                archived.add(line.month);
            }
        }
        return new Frozen(months, archived);
    }

    /** The month itself or, if it is frozen, the first open one after it; so it stays until the present transaction ends. */
    public YearMonth counting(YearMonth month) {
        withdrawals.guard(false);
        return read().open(month);
    }

    static YearMonth month(ResultSet row, String column) throws SQLException {
        return YearMonth.from(row.getObject(column, LocalDate.class));
    }

    /** Waits until nobody is writing cells, and keeps everybody from it until the present transaction ends. */
    public void holdCells() {
        withdrawals.guard(true);
    }

    /** After {@link #holdCells}. */
    public void freeze(Collection<YearMonth> months) {
        var days = new ArrayList<LocalDate>(months.size());
        months.forEach(month -> days.add(month.atDay(1)));
        database.write(
                "INSERT INTO frozen_month (month) SELECT * FROM unnest(?) ON CONFLICT DO NOTHING",
                new SqlArray("date", days));
    }
}
