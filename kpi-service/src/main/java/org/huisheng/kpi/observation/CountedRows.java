package org.huisheng.kpi.observation;

/**
 * The rows that cells are made of. Mostly these are the observations not withdrawn. One that was withdrawn after its month
 * was frozen is there twice: still in that month, without what was answered, and subtracted in an open one.
 */
public final class CountedRows {

    /**
     * As a table, of which those {@code NOT withdrawn} count; {@code counts} is 1, or -1 of a row that subtracts, whose
     * {@code value} and {@code sources} are
     * negated. {@code belongs_to} says in which partitions to look. There is no condition within, so that PostgreSQL merges
     * the indexes of its parts.
     */
    public static final String SQL = """
            (SELECT event_id, ordinal, metric, side, department, month, belongs_to, occurred_at, recorded_at, value, bucket,
                    raw, scale_min, scale_max, question, row, source_type, source_id, source_version, tag, sources, withdrawn,
                    1 AS counts
             FROM observation
             UNION ALL
             SELECT event_id, ordinal, metric, side, department, taken_from, taken_from, occurred_at, observed_at, value, bucket,
                    NULL::numeric, NULL::numeric, NULL::numeric, NULL::text, NULL::text, 'RESPONSE'::text, NULL::uuid,
                    NULL::bigint, tag, sources, false, 1
             FROM correction
             UNION ALL
             SELECT event_id, ordinal, metric, side, department, month, month, occurred_at, recorded_at, -value, bucket,
                    NULL::numeric, NULL::numeric, NULL::numeric, NULL::text, NULL::text, 'RESPONSE'::text, NULL::uuid,
                    NULL::bigint, tag, (-sources)::smallint, false, -1
             FROM correction)""";

    private CountedRows() {}
}
