package org.huisheng.kpi.observation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.huisheng.events.DutyEvent.DutyWithdrawn;
import org.huisheng.events.IntegrationEvent;
import org.huisheng.events.SurveyEvent.ResponseWithdrawn;
import org.huisheng.kit.event.ReceivedEvent;
import org.huisheng.kpi.observation.FrozenMonths.Frozen;
import org.huisheng.kpi.sql.Database;
import org.huisheng.kpi.sql.Database.SqlArray;

/** The responses and records taken back, which must not count whenever they arrive. */
@ApplicationScoped
class Withdrawals {

    /**
     * Marks the rows, subtracts what they added, and tells which cells need new extremes. A frozen month keeps what it
     * counted: there the subtraction is a correction, made in the first open month after it.
     */
    private static final String UNFOLD = """
            WITH incoming AS (
                SELECT * FROM unnest(?, ?, ?) AS incoming (source_id, event_id, occurred_at)
            ), frozen AS (
                SELECT * FROM unnest(?, ?) AS frozen (month, opens)
            ), tombstones AS (
                INSERT INTO withdrawal (source_id, event_id, occurred_at, recorded_at)
                SELECT incoming.*, ? FROM incoming
                ON CONFLICT (source_id) DO NOTHING
                RETURNING source_id, recorded_at
            ), marked AS (
                UPDATE observation SET withdrawn = true FROM tombstones
                WHERE observation.source_id = tombstones.source_id AND source_type IN ('RESPONSE', 'DUTY') AND NOT withdrawn
                RETURNING observation.event_id, ordinal, metric, side, department, month, observation.occurred_at,
                          observation.recorded_at AS observed_at, value, bucket, tag, sources, tombstones.recorded_at
            ), gone AS (
                SELECT marked.*, opens, coalesce(opens, month) AS cell_month FROM marked LEFT JOIN frozen USING (month)
            ), corrected AS (
                INSERT INTO correction (event_id, ordinal, metric, side, department, taken_from, month, occurred_at,
                                        observed_at, recorded_at, value, bucket, tag, sources)
                SELECT event_id, ordinal, metric, side, department, month, opens, occurred_at,
                       observed_at, recorded_at, value, bucket, tag, sources
                FROM gone WHERE opens IS NOT NULL
            ), buckets AS (
                INSERT INTO cell_bucket (month, department, metric, side, bucket, n)
                SELECT cell_month, department, metric, side, bucket, -count(*)
                FROM gone GROUP BY cell_month, department, metric, side, bucket
                ORDER BY cell_month, department, metric, side, bucket
                ON CONFLICT (month, department, metric, side, bucket) DO UPDATE SET n = cell_bucket.n + excluded.n
            ), unfolded_by_tag AS (
                INSERT INTO tagged_cell (month, department, metric, side, tag, n, sum, sources)
                SELECT cell_month, department, metric, side, tag, -count(*), -sum(value), -sum(sources)
                FROM gone WHERE tag IS NOT NULL GROUP BY cell_month, department, metric, side, tag
                ORDER BY cell_month, department, metric, side, tag
                ON CONFLICT (month, department, metric, side, tag) DO UPDATE SET
                    n = tagged_cell.n + excluded.n,
                    sum = tagged_cell.sum + excluded.sum,
                    sources = tagged_cell.sources + excluded.sources
            ), unfolded AS (
                INSERT INTO cell (month, department, metric, side, n, sum, sum_of_squares, sources, updated_at)
                SELECT cell_month, department, metric, side,
                       -count(*), -sum(value), -sum(value * value), -sum(sources), max(recorded_at)
                FROM gone GROUP BY cell_month, department, metric, side
                ORDER BY cell_month, department, metric, side
                ON CONFLICT (month, department, metric, side) DO UPDATE SET
                    n = cell.n + excluded.n,
                    sum = cell.sum + excluded.sum,
                    sum_of_squares = cell.sum_of_squares + excluded.sum_of_squares,
                    sources = cell.sources + excluded.sources,
                    -- Replaced below where the extremes were among what is gone.
                    updated_at = greatest(cell.updated_at, excluded.updated_at)
            )
            -- Cells as they were before this statement.
            SELECT cell.month, cell.department, cell.metric, cell.side
            FROM (SELECT month, department, metric, side, min(value) AS min, max(value) AS max
                  FROM gone WHERE opens IS NULL GROUP BY month, department, metric, side) AS gone
            JOIN cell USING (month, department, metric, side)
            WHERE cell.min = gone.min OR cell.max = gone.max
            """;

    /** Mostly another answer is as extreme, and is found at once; only else all rows of the cell are looked at. */
    private static final String NEW_EXTREMES = """
            UPDATE cell SET min = %s, max = %s
            FROM unnest(?, ?, ?, ?) AS touched (month, department, metric, side)
            WHERE (cell.month, cell.department, cell.metric, cell.side)
                = (touched.month, touched.department, touched.metric, touched.side)
            """.formatted(present("min"), present("max"));

    private static String present(String extreme) {
        var rows = """
                FROM observation o WHERE NOT withdrawn AND o.belongs_to <= cell.month
                AND (o.department, o.metric, o.month, o.side) = (cell.department, cell.metric, cell.month, cell.side)""";
        return "CASE WHEN EXISTS (SELECT %2$s AND o.value = cell.%1$s) THEN cell.%1$s ELSE (SELECT %1$s(o.value) %2$s) END"
                .formatted(extreme, rows);
    }

    /** What the event takes back; empty of all others. */
    static Optional<UUID> source(IntegrationEvent event) {
        return switch (event) {
            case ResponseWithdrawn withdrawal -> Optional.of(withdrawal.responseId());
            case DutyWithdrawn withdrawal -> Optional.of(withdrawal.entryId());
            default -> Optional.empty();
        };
    }

    private final Database database;

    Withdrawals(Database database) {
        this.database = database;
    }

    /**
     * Taken before a batch is written. Submissions pass side by side, a withdrawal alone: otherwise it could miss the
     * rows of a submission not yet committed, which in turn could not see its tombstone. Whoever freezes a month passes
     * alone too. Both are rare.
     */
    void guard(boolean alone) {
        database.read(
                alone
                        ? "SELECT pg_advisory_xact_lock(hashtext('withdrawals'))"
                        : "SELECT pg_advisory_xact_lock_shared(hashtext('withdrawals'))",
                row -> true);
    }

    void undo(List<ReceivedEvent> withdrawals, Frozen frozen, Instant now) {
        var months = frozen.inOrder();
        var touched = database.read(
                UNFOLD,
                row -> new Touched(
                        row.getString("month"),
                        row.getString("department"),
                        row.getString("metric"),
                        row.getString("side")),
                column("uuid", withdrawals, event -> source(event.event()).orElseThrow()),
                column("uuid", withdrawals, ReceivedEvent::id),
                column("timestamptz", withdrawals, event -> event.event().occurredAt()),
                column("date", months, month -> month.atDay(1)),
                column("date", months, month -> frozen.open(month).atDay(1)),
                OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
        if (!touched.isEmpty()) {
            database.write(
                    NEW_EXTREMES,
                    column("date", touched, Touched::month),
                    column("text", touched, Touched::department),
                    column("text", touched, Touched::metric),
                    column("text", touched, Touched::side));
        }
    }

    private record Touched(String month, String department, String metric, String side) {}

    private static <T> SqlArray column(String type, List<T> rows, Function<T, Object> property) {
        return new SqlArray(type, rows.stream().map(property).toList());
    }
}
