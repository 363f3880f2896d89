package org.huisheng.kpi.observation;

/** Counts all rows anew and holds the cells against them, in one statement and so at one moment. */
public final class RecountedCells {

    /**
     * Begins a statement, which can then ask {@code cells}, as they should be, and {@code different}: each cell, tagged cell
     * and bucket that is otherwise, before and after.
     */
    public static final String SQL = """
            WITH counted AS (
                -- Of archived months there are cells and no rows: the seal vouches for them.
                SELECT * FROM %s AS o WHERE NOT withdrawn AND month NOT IN (SELECT month FROM archive)
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
                FROM (SELECT * FROM cell WHERE month NOT IN (SELECT month FROM archive)) c
                FULL JOIN cells r USING (month, department, metric, side)
                WHERE (coalesce(c.n, 0), coalesce(c.sum, 0), coalesce(c.sum_of_squares, 0), coalesce(c.sources, 0))
                        <> (coalesce(r.n, 0), coalesce(r.sum, 0), coalesce(r.sum_of_squares, 0), coalesce(r.sources, 0))
                   OR (c.min, c.max) IS DISTINCT FROM (r.min, r.max)
                UNION ALL
                SELECT month, department, metric, side, tag, NULL, coalesce(c.n, 0), coalesce(r.n, 0),
                       coalesce(c.sum, 0), coalesce(r.sum, 0), NULL, NULL,
                       coalesce(c.sources, 0), coalesce(r.sources, 0), false
                FROM (SELECT * FROM tagged_cell WHERE month NOT IN (SELECT month FROM archive)) c
                FULL JOIN tags r USING (month, department, metric, side, tag)
                WHERE (coalesce(c.n, 0), coalesce(c.sum, 0), coalesce(c.sources, 0))
                    <> (coalesce(r.n, 0), coalesce(r.sum, 0), coalesce(r.sources, 0))
                UNION ALL
                SELECT month, department, metric, side, NULL, bucket, coalesce(c.n, 0), coalesce(r.n, 0),
                       NULL, NULL, NULL, NULL, NULL, NULL, false
                FROM (SELECT * FROM cell_bucket WHERE month NOT IN (SELECT month FROM archive)) c
                FULL JOIN buckets r USING (month, department, metric, side, bucket)
                WHERE coalesce(c.n, 0) <> coalesce(r.n, 0)
            )
            """.formatted(CountedRows.SQL);

    private RecountedCells() {}
}
