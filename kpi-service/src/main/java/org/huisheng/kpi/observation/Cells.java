package org.huisheng.kpi.observation;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.huisheng.events.Side;
import org.huisheng.kpi.observation.CellSheet.Slot;
import org.huisheng.kpi.period.Period;
import org.huisheng.kpi.sql.Database;
import org.jspecify.annotations.Nullable;

/** All cells. */
@ApplicationScoped
public class Cells {

    private static final String DIFFERENCES = RecountedCells.SQL + """
            SELECT (SELECT count(*) FROM cell WHERE n <> 0) AS cells, (SELECT count(*) FROM different) AS differences
            """;

    private final Database database;

    Cells(Database database) {
        this.database = database;
    }

    /** @param differences cells and buckets that a recount of the rows gives otherwise; anything but 0 is a defect */
    public record Verification(long cells, long differences) {}

    private record Line(String department, Slot slot, Cell cell, Instant updatedAt) {}

    /** The sheets of all departments that have any cell in the period, or of the one given. */
    public Map<String, CellSheet> sheets(Period period, @Nullable String department) {
        var lines = database.read(
                """
                SELECT department, metric, side, sum(n)::bigint AS n, sum(sum) AS sum,
                       sum(sum_of_squares) AS sum_of_squares, min(min) AS min, max(max) AS max,
                       sum(sources)::bigint AS sources, max(updated_at) AS updated_at
                FROM cell WHERE month BETWEEN ? AND ? AND (?::text IS NULL OR department = ?)
                GROUP BY department, metric, side
                """,
                row -> new Line(
                        row.getString("department"),
                        new Slot(row.getString("metric"), Side.valueOf(row.getString("side"))),
                        cell(row),
                        row.getObject("updated_at", OffsetDateTime.class).toInstant()),
                period.from(),
                period.to(),
                department,
                department);
        var cells = new HashMap<String, Map<Slot, Cell>>();
        var changed = new HashMap<String, Instant>();
        for (var line : lines) {
            cells.computeIfAbsent(line.department, _ -> new HashMap<>()).put(line.slot, line.cell);
            changed.merge(line.department, line.updatedAt, (one, other) -> one.isAfter(other) ? one : other);
        }
        var sheets = new HashMap<String, CellSheet>();
        cells.forEach((code, slots) -> sheets.put(code, new CellSheet(slots, changed.get(code))));
        return sheets;
    }

    /** From a row that has the columns of a cell. */
    public static Cell cell(ResultSet row) throws SQLException {
        return new Cell(
                row.getLong("n"),
                row.getBigDecimal("sum"),
                row.getBigDecimal("sum_of_squares"),
                row.getBigDecimal("min"),
                row.getBigDecimal("max"),
                row.getLong("sources"));
    }

    public Verification verify() {
        return database.read(DIFFERENCES, row -> new Verification(row.getLong("cells"), row.getLong("differences")))
                .getFirst();
    }
}
