package org.huisheng.kpi.seal.adjustment;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.huisheng.events.Side;
import org.huisheng.kpi.observation.CellSheet.Slot;
import org.huisheng.kpi.observation.Cells;
import org.huisheng.kpi.period.Period;
import org.huisheng.kpi.sql.Database;
import org.jspecify.annotations.Nullable;

/** What a sealed period would have more and less of, had everything counted where it belongs. */
@ApplicationScoped
class Deltas {

    private static final String SQL = """
            SELECT department, metric, side, at, sign, count(*) AS n, sum(value) AS sum,
                   sum(value * value) AS sum_of_squares, min(value) AS min, max(value) AS max, sum(sources) AS sources
            FROM (
                -- Belongs here and counts later.
                SELECT department, metric, side, belongs_to AS at, 1 AS sign, value, sources FROM observation
                WHERE belongs_to BETWEEN ? AND ? AND month NOT BETWEEN ? AND ? AND belongs_to < month AND NOT withdrawn
                UNION ALL
                -- Counts here and belongs to an earlier one.
                SELECT department, metric, side, month, -1, value, sources FROM observation
                WHERE month BETWEEN ? AND ? AND belongs_to NOT BETWEEN ? AND ? AND belongs_to < month AND NOT withdrawn
                UNION ALL
                -- Still counts here and was withdrawn since.
                SELECT department, metric, side, taken_from, -1, value, sources FROM correction
                WHERE taken_from BETWEEN ? AND ? AND month NOT BETWEEN ? AND ?
                UNION ALL
                -- Taken away here and counts in an earlier one.
                SELECT department, metric, side, month, 1, value, sources FROM correction
                WHERE month BETWEEN ? AND ? AND taken_from NOT BETWEEN ? AND ?
            ) AS moved
            WHERE ?::text IS NULL OR department = ?
            GROUP BY department, metric, side, at, sign
            """;

    private static final int RANGES = 8;

    private final Database database;

    Deltas(Database database) {
        this.database = database;
    }

    List<Delta> of(Period period, @Nullable String department) {
        var parameters = new @Nullable Object[2 * RANGES + 2];
        for (var i = 0; i < RANGES; i++) {
            parameters[2 * i] = period.from();
            parameters[2 * i + 1] = period.to();
        }
        parameters[2 * RANGES] = department;
        parameters[2 * RANGES + 1] = department;
        return database.read(SQL, Deltas::delta, parameters);
    }

    private static Delta delta(ResultSet row) throws SQLException {
        return new Delta(
                row.getString("department"),
                new Slot(row.getString("metric"), Side.valueOf(row.getString("side"))),
                YearMonth.from(row.getObject("at", LocalDate.class)),
                row.getInt("sign"),
                Cells.cell(row));
    }
}
