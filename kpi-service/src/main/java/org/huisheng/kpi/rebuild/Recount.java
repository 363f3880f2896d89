package org.huisheng.kpi.rebuild;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.huisheng.kpi.observation.CountedRows;
import org.huisheng.kpi.observation.RecountedCells;
import org.huisheng.kpi.sql.Database;

/**
 * Counts all observations anew and puts right what differs. What comes in meanwhile is folded into the cells as always:
 * sums are corrected by the difference found at one moment, whatever has been added to them since.
 */
@ApplicationScoped
class Recount {

    private static final String FIND = RecountedCells.SQL + """
            , listed AS (
                INSERT INTO rebuild_difference
                SELECT ?, row_number() OVER (ORDER BY month, department, metric, side, tag, bucket), different.*
                FROM different
            )
            UPDATE rebuild SET observations = coalesce((SELECT sum(n) FROM cells), 0),
                               differences = (SELECT count(*) FROM different)
            WHERE id = ?
            """;

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
