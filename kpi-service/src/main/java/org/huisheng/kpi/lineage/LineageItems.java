package org.huisheng.kpi.lineage;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.huisheng.events.Side;
import org.huisheng.kit.problem.DomainException.Malformed;
import org.huisheng.kpi.contract.Indicator;
import org.huisheng.kpi.lineage.Lineage.Item;
import org.huisheng.kpi.lineage.Lineage.ScaleView;
import org.huisheng.kpi.lineage.Lineage.Withheld;
import org.huisheng.kpi.observation.CountedRows;
import org.huisheng.kpi.observation.KnownByDay;
import org.huisheng.kpi.observation.LateMonths;
import org.huisheng.kpi.observation.Source.Type;
import org.huisheng.kpi.period.Period;
import org.huisheng.kpi.scoring.Rounding;
import org.huisheng.kpi.sql.Database;
import org.huisheng.kpi.sql.Database.SqlArray;
import org.huisheng.kpi.suppression.WithheldGroups;
import org.jspecify.annotations.Nullable;

/** The observations behind figures, in the order of the index they are read from. */
@ApplicationScoped
class LineageItems {

    private static final String TAKEN_BACK = ".-";

    private final Database database;
    private final LateMonths lateMonths;

    LineageItems(Database database, LateMonths lateMonths) {
        this.database = database;
        this.lateMonths = lateMonths;
    }

    /** The place of an observation in the order of the lists. */
    private record Place(String metric, LocalDate month, String side, UUID eventId, int ordinal) {}

    /** @param after the last observation seen, as {@link #key} names it */
    List<Item> list(
            String department,
            Indicator indicator,
            Period period,
            WithheldGroups withheld,
            @Nullable String after,
            int limit) {
        var metrics = metrics(indicator);
        var kept = lateMonths.kept(period.from(), period.to());
        var place = after == null ? null : place(after, kept);
        var hidden = withheld.parameters();
        return database.read(
                """
                SELECT event_id, ordinal, metric, side, department, belongs_to, %s AS occurred_at, %s AS recorded_at, value,
                       raw, scale_min, scale_max, question, row, counts,
                       CASE WHEN o.source_id IS NOT NULL THEN source_type END AS source_type,
                       source_id, %s AS source_version, (%s) AS known_by_day
                FROM %s AS o
                WHERE NOT withdrawn AND department = ? AND metric = ANY (?) AND month BETWEEN ? AND ?
                  AND belongs_to = ANY (?) AND side = ANY (?) AND (cardinality(?::text[]) = 0 OR tag = ANY (?)) AND %s
                  AND (?::text IS NULL OR (metric, month, side, event_id, ordinal) > (?, ?, ?, ?, ?))
                ORDER BY metric, month, side, event_id, ordinal LIMIT ?
                """.formatted(
                                KnownByDay.OCCURRED_AT,
                                KnownByDay.RECORDED_AT,
                                KnownByDay.SOURCE_VERSION,
                                KnownByDay.SQL,
                                CountedRows.SQL,
                                WithheldGroups.SHOWN),
                LineageItems::item,
                department,
                new SqlArray("text", metrics),
                period.from(),
                period.to(),
                kept,
                new SqlArray("text", indicator.sides()),
                new SqlArray("text", indicator.tags()),
                new SqlArray("text", indicator.tags()),
                hidden.get(0),
                hidden.get(1),
                hidden.get(2),
                hidden.get(3),
                place == null ? null : place.metric,
                place == null ? null : place.metric,
                place == null ? null : place.month,
                place == null ? null : place.side,
                place == null ? null : place.eventId,
                place == null ? null : place.ordinal,
                limit);
    }

    /** What is in the figure and not listed, because single rows of it would give away what a few people said. */
    List<Withheld> withheld(String department, Indicator indicator, Period period, WithheldGroups groups) {
        var parameters = new ArrayList<Object>(List.of(
                department,
                new SqlArray("text", metrics(indicator)),
                period.from(),
                period.to(),
                new SqlArray("text", indicator.sides())));
        var byTag = !indicator.tags().isEmpty();
        if (byTag) {
            parameters.add(new SqlArray("text", indicator.tags()));
        }
        parameters.addAll(groups.parameters());
        return database.read(
                """
                SELECT metric, sum(n)::bigint AS n, sum(sum) AS sum FROM %s o
                WHERE n <> 0 AND department = ? AND metric = ANY (?) AND month BETWEEN ? AND ? AND side = ANY (?)
                  AND %s AND NOT %s
                GROUP BY metric ORDER BY metric
                """.formatted(byTag ? "tagged_cell" : "cell", byTag ? "tag = ANY (?)" : "true", WithheldGroups.SHOWN),
                row -> new Withheld(
                        row.getString("metric"), row.getLong("n"), Rounding.value(row.getBigDecimal("sum"))),
                parameters.toArray());
    }

    private static List<String> metrics(Indicator indicator) {
        return Stream.of(indicator.metric(), indicator.sampleMetric())
                .distinct()
                .toList();
    }

    static String key(Item item) {
        return item.eventId() + "." + item.ordinal() + (item.counts() < 0 ? TAKEN_BACK : "");
    }

    /** Observations stay where they are for ever, withdrawn or not, so a cursor never goes stale. */
    private Place place(String cursor, SqlArray kept) {
        var takenBack = cursor.endsWith(TAKEN_BACK);
        var key = takenBack ? cursor.substring(0, cursor.length() - TAKEN_BACK.length()) : cursor;
        var dot = key.indexOf('.');
        try {
            var eventId = UUID.fromString(key.substring(0, Math.max(0, dot)));
            var ordinal = Integer.parseInt(key.substring(dot + 1));
            return database
                    .read(
                            """
                            SELECT metric, month, side FROM %s
                            WHERE event_id = ? AND ordinal = ? AND %s = ANY (?)
                            """.formatted(takenBack ? "correction" : "observation", takenBack ? "month" : "belongs_to"),
                            row -> new Place(
                                    row.getString("metric"),
                                    row.getObject("month", LocalDate.class),
                                    row.getString("side"),
                                    eventId,
                                    ordinal),
                            eventId,
                            ordinal,
                            kept)
                    .stream()
                    .findFirst()
                    .orElseThrow(() -> new Malformed("bad-cursor"));
        } catch (IllegalArgumentException notOurs) {
            throw new Malformed("bad-cursor");
        }
    }

    private static Item item(ResultSet row) throws SQLException {
        var raw = row.getBigDecimal("raw");
        return new Item(
                row.getObject("event_id", UUID.class),
                row.getInt("ordinal"),
                row.getString("metric"),
                Side.valueOf(row.getString("side")),
                row.getString("department"),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getBigDecimal("value"),
                raw,
                raw == null ? null : new ScaleView(row.getBigDecimal("scale_min"), row.getBigDecimal("scale_max")),
                row.getString("question"),
                row.getString("row"),
                source(row),
                row.getInt("counts"));
    }

    private static @Nullable TracedSource source(ResultSet row) throws SQLException {
        var type = row.getString("source_type");
        return type == null
                ? null
                : TracedSource.of(
                        Type.valueOf(type),
                        row.getObject("source_id", UUID.class),
                        row.getObject("source_version", Long.class),
                        row.getBoolean("known_by_day"),
                        row.getObject("belongs_to", LocalDate.class));
    }
}
