package org.huisheng.kpi.observation;

import jakarta.enterprise.context.ApplicationScoped;
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

    /** Recounts everything from the rows and compares, in one statement and so at one moment. */
    private static final String DIFFERENCES = """
            WITH counted AS (
                SELECT * FROM %s AS o WHERE NOT withdrawn
            ), recounted AS (
                SELECT month, department, metric, side, sum(counts) AS n, sum(value) AS sum,
                       sum(counts * value * value) AS sum_of_squares,
                       min(value) FILTER (WHERE counts = 1) AS min, max(value) FILTER (WHERE counts = 1) AS max,
                       sum(sources) AS sources
                FROM counted GROUP BY month, department, metric, side
            ), recounted_tag AS (
                SELECT month, department, metric, side, tag, sum(counts) AS n, sum(value) AS sum, sum(sources) AS sources
                FROM counted WHERE tag IS NOT NULL GROUP BY month, department, metric, side, tag
            ), recounted_bucket AS (
                SELECT month, department, metric, side, bucket, sum(counts) AS n
                FROM counted GROUP BY month, department, metric, side, bucket
            )
            SELECT (SELECT count(*) FROM cell WHERE n <> 0) AS cells,
                   (SELECT count(*) FROM cell AS c FULL JOIN recounted r USING (month, department, metric, side)
                    WHERE (coalesce(c.n, 0), coalesce(c.sum, 0), coalesce(c.sum_of_squares, 0),
                           coalesce(c.sources, 0), c.min, c.max)
                        IS DISTINCT FROM
                          (coalesce(r.n, 0), coalesce(r.sum, 0), coalesce(r.sum_of_squares, 0),
                           coalesce(r.sources, 0), r.min, r.max))
                 + (SELECT count(*) FROM tagged_cell AS c
                    FULL JOIN recounted_tag r USING (month, department, metric, side, tag)
                    WHERE (coalesce(c.n, 0), coalesce(c.sum, 0), coalesce(c.sources, 0))
                        <> (coalesce(r.n, 0), coalesce(r.sum, 0), coalesce(r.sources, 0)))
                 + (SELECT count(*) FROM cell_bucket AS c
                    FULL JOIN recounted_bucket r USING (month, department, metric, side, bucket)
                    WHERE coalesce(c.n, 0) <> coalesce(r.n, 0)) AS differences
            """.formatted(CountedRows.SQL);

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
                        new Cell(
                                row.getLong("n"),
                                row.getBigDecimal("sum"),
                                row.getBigDecimal("sum_of_squares"),
                                row.getBigDecimal("min"),
                                row.getBigDecimal("max"),
                                row.getLong("sources")),
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

    public Verification verify() {
        return database.read(DIFFERENCES, row -> new Verification(row.getLong("cells"), row.getLong("differences")))
                .getFirst();
    }
}
