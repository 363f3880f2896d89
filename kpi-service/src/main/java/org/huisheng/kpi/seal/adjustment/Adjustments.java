package org.huisheng.kpi.seal.adjustment;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.huisheng.events.Side;
import org.huisheng.kit.problem.DomainException.Malformed;
import org.huisheng.kpi.observation.KnownByDay;
import org.huisheng.kpi.period.Period;
import org.huisheng.kpi.sql.Database;
import org.huisheng.kpi.suppression.Disclosures;
import org.huisheng.kpi.suppression.WithheldGroups;
import org.jspecify.annotations.Nullable;

/** All adjustments but for those of groups whose rows must not be seen (ADR 28). */
@ApplicationScoped
class Adjustments {

    private static final String LIST =
            """
            SELECT o.* FROM (
                SELECT 'LATE' AS kind, event_id, ordinal, department, metric, side, belongs_to, month,
                       %s AS occurred_at, %s AS recorded_at, value, 1 AS counts
                FROM observation AS o WHERE belongs_to < month AND NOT withdrawn
                UNION ALL
                SELECT 'WITHDRAWN', event_id, ordinal, department, metric, side, taken_from, month,
                       NULL, date_trunc('day', recorded_at, 'Asia/Shanghai'), -value, -1
                FROM correction
            ) AS o
            WHERE (?::date IS NULL OR month BETWEEN ? AND ?) AND (?::text IS NULL OR department = ?)
              AND (?::date IS NULL OR (month, department, event_id, ordinal) > (?, ?, ?, ?))
              AND %s
            ORDER BY month, department, event_id, ordinal LIMIT ?
            """.formatted(KnownByDay.OCCURRED_AT, KnownByDay.RECORDED_AT, WithheldGroups.SHOWN);

    private final Database database;
    private final Disclosures disclosures;

    Adjustments(Database database, Disclosures disclosures) {
        this.database = database;
        this.disclosures = disclosures;
    }

    /** @param place where it stands in the list */
    record Line(Place place, Adjustment adjustment) {}

    record Place(LocalDate month, String department, UUID eventId, int ordinal) {

        String key() {
            return "%s %s %s %d".formatted(month, department, eventId, ordinal);
        }

        static Place of(String key) {
            var words = key.split(" ", -1);
            try {
                return new Place(
                        LocalDate.parse(words[0]), words[1], UUID.fromString(words[2]), Integer.parseInt(words[3]));
            } catch (DateTimeException | IllegalArgumentException | ArrayIndexOutOfBoundsException notOurs) {
                throw new Malformed("bad-cursor");
            }
        }
    }

    /** @param period what counts in it, or everything */
    List<Line> list(@Nullable Period period, @Nullable String department, @Nullable Place after, int limit) {
        var parameters = new ArrayList<@Nullable Object>();
        parameters.add(period == null ? null : period.from());
        parameters.add(period == null ? null : period.from());
        parameters.add(period == null ? null : period.to());
        parameters.add(department);
        parameters.add(department);
        parameters.add(after == null ? null : after.month);
        parameters.add(after == null ? null : after.month);
        parameters.add(after == null ? null : after.department);
        parameters.add(after == null ? null : after.eventId);
        parameters.add(after == null ? null : after.ordinal);
        return database.snapshot(() -> {
            parameters.addAll(disclosures.withheld(department).parameters());
            parameters.add(limit);
            return database.read(LIST, Adjustments::line, parameters.toArray());
        });
    }

    private static Line line(ResultSet row) throws SQLException {
        var kind = Adjustment.Kind.valueOf(row.getString("kind"));
        var late = kind == Adjustment.Kind.LATE;
        var place = new Place(
                row.getObject("month", LocalDate.class),
                row.getString("department"),
                row.getObject("event_id", UUID.class),
                row.getInt("ordinal"));
        return new Line(
                place,
                new Adjustment(
                        kind,
                        place.department,
                        row.getString("metric"),
                        Side.valueOf(row.getString("side")),
                        YearMonth.from(row.getObject("belongs_to", LocalDate.class)),
                        YearMonth.from(place.month),
                        instant(row, "recorded_at"),
                        row.getBigDecimal("value"),
                        row.getInt("counts"),
                        late ? instant(row, "occurred_at") : null,
                        late ? place.eventId : null,
                        late ? place.ordinal : null));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
