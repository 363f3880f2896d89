package org.huisheng.kpi.observation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.huisheng.events.SurveyEvent.ResponseWithdrawn;
import org.huisheng.kit.event.ReceivedEvent;
import org.huisheng.kpi.sql.Database;
import org.huisheng.kpi.sql.Database.SqlArray;

/** The responses taken back, which must not count whenever they arrive. */
@ApplicationScoped
class Withdrawals {

    /** Marks the rows, subtracts what they added, and tells which cells need new extremes. */
    private static final String UNFOLD = """
            WITH incoming AS (
                SELECT * FROM unnest(?, ?, ?) AS incoming (source_id, event_id, occurred_at)
            ), tombstones AS (
                INSERT INTO withdrawal (source_id, event_id, occurred_at, recorded_at)
                SELECT incoming.*, ? FROM incoming
                ON CONFLICT (source_id) DO NOTHING
                RETURNING source_id, recorded_at
            ), gone AS (
                UPDATE observation SET withdrawn = true FROM tombstones
                WHERE observation.source_id = tombstones.source_id AND source_type = 'RESPONSE' AND NOT withdrawn
                RETURNING month, department, metric, side, value, bucket, tag, sources, tombstones.recorded_at
            ), unfolded AS (
                UPDATE cell_bucket SET n = cell_bucket.n - gone.n
                FROM (SELECT month, department, metric, side, bucket, count(*) AS n
                      FROM gone GROUP BY month, department, metric, side, bucket) AS gone
                WHERE (cell_bucket.month, cell_bucket.department, cell_bucket.metric, cell_bucket.side,
                       cell_bucket.bucket)
                    = (gone.month, gone.department, gone.metric, gone.side, gone.bucket)
            ), unfolded_by_tag AS (
                UPDATE tagged_cell SET n = tagged_cell.n - gone.n, sum = tagged_cell.sum - gone.sum,
                    sources = tagged_cell.sources - gone.sources
                FROM (SELECT month, department, metric, side, tag, count(*) AS n, sum(value) AS sum,
                             sum(sources) AS sources
                      FROM gone WHERE tag IS NOT NULL GROUP BY month, department, metric, side, tag) AS gone
                WHERE (tagged_cell.month, tagged_cell.department, tagged_cell.metric, tagged_cell.side, tagged_cell.tag)
                    = (gone.month, gone.department, gone.metric, gone.side, gone.tag)
            )
            UPDATE cell SET n = cell.n - gone.n, sum = cell.sum - gone.sum,
                sum_of_squares = cell.sum_of_squares - gone.sum_of_squares,
                min = CASE WHEN cell.n > gone.n THEN cell.min END,
                max = CASE WHEN cell.n > gone.n THEN cell.max END,
                sources = cell.sources - gone.sources,
                updated_at = greatest(cell.updated_at, gone.recorded_at)
            FROM (SELECT month, department, metric, side, count(*) AS n, sum(value) AS sum,
                         sum(value * value) AS sum_of_squares, min(value) AS min, max(value) AS max,
                         sum(sources) AS sources, max(recorded_at) AS recorded_at
                  FROM gone GROUP BY month, department, metric, side) AS gone
            WHERE (cell.month, cell.department, cell.metric, cell.side)
                = (gone.month, gone.department, gone.metric, gone.side)
            RETURNING cell.month, cell.department, cell.metric, cell.side,
                      cell.n > 0 AND (cell.min = gone.min OR cell.max = gone.max) AS extreme_gone
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
                FROM observation o WHERE NOT withdrawn
                AND (o.department, o.metric, o.month, o.side) = (cell.department, cell.metric, cell.month, cell.side)""";
        return "CASE WHEN EXISTS (SELECT %2$s AND o.value = cell.%1$s) THEN cell.%1$s ELSE (SELECT %1$s(o.value) %2$s) END"
                .formatted(extreme, rows);
    }

    private final Database database;

    Withdrawals(Database database) {
        this.database = database;
    }

    /**
     * Taken before a batch is written. Submissions pass side by side, a withdrawal alone: otherwise it could miss the
     * rows of a submission not yet committed, which in turn could not see its tombstone. Withdrawals are rare.
     */
    void guard(boolean alone) {
        database.read(
                alone
                        ? "SELECT pg_advisory_xact_lock(hashtext('withdrawals'))"
                        : "SELECT pg_advisory_xact_lock_shared(hashtext('withdrawals'))",
                row -> true);
    }

    void undo(List<ReceivedEvent> withdrawals, Instant now) {
        var touched = database
                .read(
                        UNFOLD,
                        row -> new Touched(
                                row.getString("month"),
                                row.getString("department"),
                                row.getString("metric"),
                                row.getString("side"),
                                row.getBoolean("extreme_gone")),
                        column("uuid", withdrawals, event -> ((ResponseWithdrawn) event.event()).responseId()),
                        column("uuid", withdrawals, ReceivedEvent::id),
                        column(
                                "timestamptz",
                                withdrawals,
                                event -> event.event().occurredAt()),
                        OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .stream()
                .filter(Touched::extremeGone)
                .toList();
        if (!touched.isEmpty()) {
            database.write(
                    NEW_EXTREMES,
                    column("date", touched, Touched::month),
                    column("text", touched, Touched::department),
                    column("text", touched, Touched::metric),
                    column("text", touched, Touched::side));
        }
    }

    private record Touched(String month, String department, String metric, String side, boolean extremeGone) {}

    private static <T> SqlArray column(String type, List<T> rows, Function<T, Object> property) {
        return new SqlArray(type, rows.stream().map(property).toList());
    }
}
