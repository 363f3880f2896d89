package org.huisheng.survey.results;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** How answers are counted, whichever are meant. Texts only as answered: their words are listed elsewhere. */
final class CountingSql {

    /** The first parameters are the questions whose values are counted. */
    static final int QUESTIONS = 3;

    private static final String COUNT = """
            SELECT (r.received_at AT TIME ZONE 'Asia/Shanghai')::date AS day, coalesce(r.station, '') AS station,
                   to_char(least(greatest(r.submitted_at, c.opens_at), r.received_at) AT TIME ZONE 'Asia/Shanghai',
                           'YYYY-MM') AS month,
                   given.question, given.row, given.value, count(*) AS count
            FROM %s AS r
            JOIN campaign c ON c.id = r.campaign_id
            CROSS JOIN LATERAL (
                SELECT '' AS question, '' AS row, '' AS value
                UNION ALL
                SELECT answer.key, part.row, part.value
                FROM jsonb_each(r.answers) AS answer
                CROSS JOIN LATERAL (
                    SELECT '' AS row, '' AS value
                    UNION ALL
                    SELECT '', CASE jsonb_typeof(answer.value)
                                   WHEN 'number' THEN trim_scale((answer.value #>> '{}')::numeric)::text
                                   ELSE answer.value #>> '{}' END
                    WHERE answer.key = ANY (?) AND jsonb_typeof(answer.value) NOT IN ('array', 'object')
                    UNION ALL
                    SELECT '', CASE jsonb_typeof(item)
                                   WHEN 'number' THEN trim_scale((item #>> '{}')::numeric)::text
                                   ELSE item #>> '{}' END
                    FROM jsonb_array_elements(
                        CASE jsonb_typeof(answer.value) WHEN 'array' THEN answer.value ELSE '[]' END) AS item
                    WHERE answer.key = ANY (?) AND jsonb_typeof(item) NOT IN ('array', 'object')
                    UNION ALL
                    SELECT cell.key, CASE jsonb_typeof(cell.value)
                                         WHEN 'number' THEN trim_scale((cell.value #>> '{}')::numeric)::text
                                         ELSE cell.value #>> '{}' END
                    FROM jsonb_each(
                        CASE jsonb_typeof(answer.value) WHEN 'object' THEN answer.value ELSE '{}' END) AS cell
                    WHERE answer.key = ANY (?) AND jsonb_typeof(cell.value) NOT IN ('array', 'object')
                ) AS part
            ) AS given
            WHERE %s
            GROUP BY 1, 2, 3, 4, 5, 6
            """;

    /** From a moment on; the parameters after the questions are the campaign and that moment. */
    static final String SINCE =
            COUNT.formatted("response", "r.campaign_id = ? AND r.received_at >= ? AND r.withdrawn_at IS NULL");

    /**
     * The next of a day; the parameters before the questions are the campaign, the end of the day, the last response
     * counted and how many.
     */
    static final String FOLD = """
            WITH part AS MATERIALIZED (
                SELECT response_id, campaign_id, station, answers, submitted_at, received_at FROM response
                WHERE campaign_id = ? AND withdrawn_at IS NULL AND received_at < ?
                  AND (received_at, response_id) > (?, ?)
                ORDER BY received_at, response_id LIMIT ?
            ), folded AS (
                INSERT INTO result_cell (day, station, month, question, "row", value, count, campaign_id)
                SELECT counted.*, ?::uuid FROM (%s) AS counted
                ON CONFLICT (campaign_id, day, station, month, question, "row", value)
                DO UPDATE SET count = result_cell.count + excluded.count
            )
            SELECT received_at, response_id, (SELECT count(*) FROM part) AS taken
            FROM part ORDER BY received_at DESC, response_id DESC LIMIT 1
            """.formatted(COUNT.formatted("part", "true"));

    private CountingSql() {}

    /** @param first of the parameters that are the questions */
    static void questions(PreparedStatement statement, int first, List<String> counted) throws SQLException {
        var questions = statement.getConnection().createArrayOf("text", counted.toArray());
        for (var index = first; index < first + QUESTIONS; index++) {
            statement.setArray(index, questions);
        }
    }

    /** Of one campaign, one at a time folds or forgets. Held until the transaction ends. */
    static void lock(Connection connection, String campaign) throws SQLException {
        try (var lock = connection.prepareStatement("SELECT pg_advisory_xact_lock(hashtextextended(?, 20))")) {
            lock.setString(1, campaign);
            lock.execute();
        }
    }

    /** @return whether it is ours; if not, another is at it */
    static boolean tryLock(Connection connection, String campaign) throws SQLException {
        try (var lock = connection.prepareStatement("SELECT pg_try_advisory_xact_lock(hashtextextended(?, 20))")) {
            lock.setString(1, campaign);
            try (var row = lock.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
