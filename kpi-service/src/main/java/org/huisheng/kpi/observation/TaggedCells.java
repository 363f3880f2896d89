package org.huisheng.kpi.observation;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.huisheng.events.Side;
import org.huisheng.kpi.observation.CellSheet.Slot;
import org.huisheng.kpi.period.Period;
import org.huisheng.kpi.sql.Database;
import org.huisheng.kpi.sql.Database.SqlArray;
import org.jspecify.annotations.Nullable;

/** What cells hold by station or category. Only what an indicator asks for is read. */
@ApplicationScoped
public class TaggedCells {

    private final Database database;

    TaggedCells(Database database) {
        this.database = database;
    }

    private record Line(String department, String tag, Slot slot, Cell cell) {}

    /** Of some tags, the months of a period merged, by department and tag. */
    public Map<String, Map<String, Map<Slot, Cell>>> of(
            Period period, @Nullable String department, Collection<String> tags) {
        if (tags.isEmpty()) {
            return Map.of();
        }
        var lines = database.read(
                """
                SELECT department, metric, side, tag, sum(n)::bigint AS n, sum(sum) AS sum, sum(sources)::bigint AS sources
                FROM tagged_cell
                WHERE month BETWEEN ? AND ? AND (?::text IS NULL OR department = ?) AND tag = ANY (?)
                GROUP BY department, metric, side, tag
                """,
                row -> new Line(
                        row.getString("department"),
                        row.getString("tag"),
                        new Slot(row.getString("metric"), Side.valueOf(row.getString("side"))),
                        new Cell(
                                row.getLong("n"),
                                row.getBigDecimal("sum"),
                                BigDecimal.ZERO,
                                null,
                                null,
                                row.getLong("sources"))),
                period.from(),
                period.to(),
                department,
                department,
                new SqlArray("text", tags.stream().toList()));
        var cells = new HashMap<String, Map<String, Map<Slot, Cell>>>();
        for (var line : lines) {
            cells.computeIfAbsent(line.department, _ -> new HashMap<>())
                    .computeIfAbsent(line.tag, _ -> new HashMap<>())
                    .put(line.slot, line.cell);
        }
        return cells;
    }
}
