package org.huisheng.kpi.observation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.huisheng.events.Side;
import org.huisheng.kpi.observation.CellSheet.Slot;
import org.huisheng.kpi.period.Period;
import org.huisheng.kpi.sql.Database;
import org.huisheng.kpi.sql.Database.SqlArray;
import org.jspecify.annotations.Nullable;

/** All histograms. There are many more buckets than cells, so only those are read that a percentile is asked of. */
@ApplicationScoped
public class Histograms {

    private final Database database;

    Histograms(Database database) {
        this.database = database;
    }

    private record Line(String department, Slot slot, int bucket, long n) {}

    /** Of some metrics, the months of a period merged, by department. */
    public Map<String, Map<Slot, Histogram>> of(
            Period period, @Nullable String department, Collection<String> metrics) {
        if (metrics.isEmpty()) {
            return Map.of();
        }
        var lines = database.read(
                """
                SELECT department, metric, side, bucket, sum(n)::bigint AS n FROM cell_bucket
                WHERE month BETWEEN ? AND ? AND (?::text IS NULL OR department = ?) AND metric = ANY (?)
                GROUP BY department, metric, side, bucket HAVING sum(n) > 0
                """,
                row -> new Line(
                        row.getString("department"),
                        new Slot(row.getString("metric"), Side.valueOf(row.getString("side"))),
                        row.getInt("bucket"),
                        row.getLong("n")),
                period.from(),
                period.to(),
                department,
                department,
                new SqlArray("text", metrics.stream().toList()));
        var counts = new HashMap<String, Map<Slot, TreeMap<Integer, Long>>>();
        for (var line : lines) {
            counts.computeIfAbsent(line.department, _ -> new HashMap<>())
                    .computeIfAbsent(line.slot, _ -> new TreeMap<>())
                    .put(line.bucket, line.n);
        }
        var histograms = new HashMap<String, Map<Slot, Histogram>>();
        counts.forEach((code, slots) -> {
            var own = histograms.computeIfAbsent(code, _ -> new HashMap<>());
            slots.forEach((slot, buckets) -> own.put(slot, new Histogram(buckets)));
        });
        return histograms;
    }
}
