package org.huisheng.kpi.odata.rows;

import java.util.List;
import org.huisheng.kpi.scoring.Suppression;

/**
 * The groups of observations (metric, side, department, month) that must not be seen, as SQL (ADR 22). Besides the small
 * ones these are the groups that an indicator adds to a small one: total less what is seen would give it away.
 */
public final class HiddenGroups {

    /** Begins a statement, which can then ask {@code hidden}. */
    public static final String SQL = """
            WITH RECURSIVE sized AS (
                SELECT month, department, metric, side,
                       CASE WHEN metric IN ('case.received', 'case.responded', 'case.resolved', 'case.disputed',
                                            'case.confirmed', 'case.satisfied')
                            -- Steps taken back are rows of their own.
                            THEN least(n, sum) ELSE n END AS size,
                       CASE side WHEN 'EMPLOYEE' THEN greatest(?, ?) ELSE ? END AS threshold
                -- Below 1 where more was taken back than counted: nobody's total, but rows there may be.
                FROM cell WHERE n <> 0 OR min IS NOT NULL
            ), small AS (
                SELECT month, department, metric, side FROM sized WHERE size < threshold
                UNION
                -- However often so few cases were disputed, it is the same few.
                SELECT step.month, step.department, step.metric, step.side
                FROM sized step LEFT JOIN sized received
                    ON (received.month, received.department, received.side) = (step.month, step.department, step.side)
                    AND received.metric = 'case.received'
                WHERE starts_with(step.metric, 'case.') AND coalesce(received.size, 0) < step.threshold
            ), added AS (
                SELECT DISTINCT department, year, measured.metric, one.side, another.side AS beside
                FROM contract
                JOIN contract_indicator ON contract_id = id
                CROSS JOIN LATERAL (VALUES (metric), (denominator_metric)) AS measured (metric)
                CROSS JOIN LATERAL unnest(sides) AS one (side)
                CROSS JOIN LATERAL unnest(sides) AS another (side)
                WHERE one.side <> another.side
                  -- The rates show these side by side.
                  AND measured.metric NOT IN ('case.received', 'case.responded', 'case.resolved', 'case.confirmed',
                                              'case.satisfied')
            ), hidden AS (
                SELECT month, department, metric, side FROM small
                UNION
                SELECT month, department, metric, beside FROM hidden
                JOIN added USING (department, metric, side)
                WHERE year = extract(year FROM month)
            )
            """;

    /** True of an observation that may be seen. */
    public static final String NOT_HIDDEN =
            "(o.month, o.department, o.metric, o.side) NOT IN (SELECT month, department, metric, side FROM hidden)";

    private HiddenGroups() {}

    public static List<Integer> parameters(Suppression suppression) {
        return List.of(suppression.threshold(), suppression.employeeThreshold(), suppression.threshold());
    }
}
