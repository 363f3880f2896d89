package org.huisheng.kpi.rebuild;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.huisheng.kpi.observation.CountedRows;
import org.huisheng.kpi.sql.Database;

/**
 * Counts all observations anew and puts right what differs. What comes in meanwhile is folded into the cells as always:
 * sums are corrected by the difference found at one moment, whatever has been added to them since.
 */
@ApplicationScoped
class Recount {

    private static final String FIND = """
            WITH counted AS (
                SELECT * FROM %s AS o WHERE NOT withdrawn
            ), cells AS (
                SELECT month, department, metric, side, sum(counts) AS n, sum(value) AS sum,
                       sum(counts * value * value) AS sum_of_squares, sum(sources) AS sources,
                       min(value) FILTER (WHERE counts = 1) AS min, max(value) FILTER (WHERE counts = 1) AS max
                FROM counted GROUP BY month, department, metric, side
            ), tags AS (
                SELECT month, department, metric, side, tag, sum(counts) AS n, sum(value) AS sum, sum(sources) AS sources
                FROM counted WHERE tag IS NOT NULL
                GROUP BY month, department, metric, side, tag
            ), buckets AS (
                SELECT month, department, metric, side, bucket, sum(counts) AS n
                FROM counted GROUP BY month, department, metric, side, bucket
            ), different AS (
                SELECT month, department, metric, side, NULL::text AS tag, NULL::smallint AS bucket,
                       coalesce(c.n, 0) AS n_before, coalesce(r.n, 0) AS n_after,
                       coalesce(c.sum, 0) AS sum_before, coalesce(r.sum, 0) AS sum_after,
                       coalesce(c.sum_of_squares, 0) AS squares_before, coalesce(r.sum_of_squares, 0) AS squares_after,
                       coalesce(c.sources, 0) AS sources_before, coalesce(r.sources, 0) AS sources_after,
                       (c.min, c.max) IS DISTINCT FROM (r.min, r.max) AS extremes_differ
                FROM cell c FULL JOIN cells r USING (month, department, metric, side)
                WHERE (coalesce(c.n, 0), coalesce(c.sum, 0), coalesce(c.sum_of_squares, 0), coalesce(c.sources, 0))
                        <> (coalesce(r.n, 0), coalesce(r.sum, 0), coalesce(r.sum_of_squares, 0), coalesce(r.sources, 0))
                   OR (c.min, c.max) IS DISTINCT FROM (r.min, r.max)
                UNION ALL
                SELECT month, department, metric, side, tag, NULL, coalesce(c.n, 0), coalesce(r.n, 0),
                       coalesce(c.sum, 0), coalesce(r.sum, 0), NULL, NULL,
                       coalesce(c.sources, 0), coalesce(r.sources, 0), false
                FROM tagged_cell c FULL JOIN tags r USING (month, department, metric, side, tag)
                WHERE (coalesce(c.n, 0), coalesce(c.sum, 0), coalesce(c.sources, 0))
                    <> (coalesce(r.n, 0), coalesce(r.sum, 0), coalesce(r.sources, 0))
                UNION ALL
                SELECT month, department, metric, side, NULL, bucket, coalesce(c.n, 0), coalesce(r.n, 0),
                       NULL, NULL, NULL, NULL, NULL, NULL, false
                FROM cell_bucket c FULL JOIN buckets r USING (month, department, metric, side, bucket)
                WHERE coalesce(c.n, 0) <> coalesce(r.n, 0)
            ), listed AS (
                INSERT INTO rebuild_difference
                SELECT ?, row_number() OVER (ORDER BY month, department, metric, side, tag, bucket), different.*
                FROM different
            )
            UPDATE rebuild SET observations = coalesce((SELECT sum(n) FROM cells), 0),
                               differences = (SELECT count(*) FROM different)
            WHERE id = ?
            """.formatted(CountedRows.SQL);

    /** Where there was none; a count must not be below zero at any moment. */
    private static final String ADD_CELLS = """
            INSERT INTO cell (month, department, metric, side, n, sum, sum_of_squares, sources, updated_at)
            SELECT month, department, metric, side, 0, 0, 0, 0, ?
            FROM rebuild_difference WHERE rebuild_id = ? AND tag IS NULL AND bucket IS NULL
            ON CONFLICT DO NOTHING
            """;

    private static final String CORRECT_CELLS = """
            UPDATE cell SET n = cell.n + n_after - n_before,
                            sum = cell.sum + sum_after - sum_before,
                            sum_of_squares = cell.sum_of_squares + squares_after - squares_before,
                            sources = cell.sources + sources_after - sources_before,
                            min = found.min, max = found.max, updated_at = ?
            FROM rebuild_difference d, LATERAL (
                SELECT min(o.value) AS min, max(o.value) AS max FROM %s AS o
                WHERE NOT withdrawn AND counts = 1 AND (o.department, o.metric, o.month, o.side)
                    = (d.department, d.metric, d.month, d.side)) AS found
            WHERE rebuild_id = ? AND tag IS NULL AND bucket IS NULL
              AND (cell.month, cell.department, cell.metric, cell.side) = (d.month, d.department, d.metric, d.side)
            """.formatted(CountedRows.SQL);

    private static final String ADD_TAGS = """
            INSERT INTO tagged_cell (month, department, metric, side, tag, n, sum, sources)
            SELECT month, department, metric, side, tag, 0, 0, 0
            FROM rebuild_difference WHERE rebuild_id = ? AND tag IS NOT NULL
            ON CONFLICT DO NOTHING
            """;

    private static final String CORRECT_TAGS = """
            UPDATE tagged_cell c SET n = c.n + n_after - n_before, sum = c.sum + sum_after - sum_before,
                                     sources = c.sources + sources_after - sources_before
            FROM rebuild_difference d
            WHERE rebuild_id = ?
              AND (c.month, c.department, c.metric, c.side, c.tag) = (d.month, d.department, d.metric, d.side, d.tag)
            """;

    private static final String ADD_BUCKETS = """
            INSERT INTO cell_bucket (month, department, metric, side, bucket, n)
            SELECT month, department, metric, side, bucket, 0
            FROM rebuild_difference WHERE rebuild_id = ? AND bucket IS NOT NULL
            ON CONFLICT DO NOTHING
            """;

    private static final String CORRECT_BUCKETS = """
            UPDATE cell_bucket c SET n = c.n + n_after - n_before
            FROM rebuild_difference d
            WHERE rebuild_id = ?
              AND (c.month, c.department, c.metric, c.side, c.bucket)
                = (d.month, d.department, d.metric, d.side, d.bucket)
            """;

    private final Database database;

    Recount(Database database) {
        this.database = database;
    }

    /** Lists what differs, in one statement and so at one moment. */
    void find(UUID rebuild) {
        database.write(FIND, rebuild, rebuild);
    }

    /** Within a transaction in which nobody else writes cells. */
    void correct(UUID rebuild, Instant now) {
        var moment = now.atOffset(ZoneOffset.UTC);
        database.write(ADD_CELLS, moment, rebuild);
        database.write(CORRECT_CELLS, moment, rebuild);
        database.write(ADD_TAGS, rebuild);
        database.write(CORRECT_TAGS, rebuild);
        database.write(ADD_BUCKETS, rebuild);
        database.write(CORRECT_BUCKETS, rebuild);
    }
}
