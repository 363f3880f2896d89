package org.huisheng.bench.stack;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;

/** Cases in feedback-service's tables without the service: copies of one it did open, with ids and times of their own. */
public final class ManyCases {

    private static final Duration POLL = Duration.ofMillis(10);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final String CASES = """
            INSERT INTO feedback_case
            SELECT copy.* FROM feedback_case AS model, generate_series(1, %2$d) AS n,
                LATERAL jsonb_populate_record(model, jsonb_build_object(
                    'id', gen_random_uuid(), 'title', 'copy ' || n, 'opened_at', now() - n * interval '1 s',
                    'received_at', now() - n * interval '1 s')) AS copy
            WHERE model.id = '%1$s'
            """;

    private static final String CLOCKS = """
            INSERT INTO case_clock
            SELECT copy.* FROM case_clock AS model, feedback_case AS matter,
                LATERAL jsonb_populate_record(model, jsonb_build_object('case_id', matter.id)) AS copy
            WHERE model.case_id = '%1$s' AND matter.id <> '%1$s'
              AND NOT EXISTS (SELECT FROM case_clock AS own WHERE own.case_id = matter.id AND own.kind = model.kind)
            """;

    /** Of so many cases the clock of the first answer, so that its next rung is due now. */
    private static final String DUE = """
            UPDATE case_clock SET next_at = now() - interval '1 s'
            WHERE kind = 'FIRST_RESPONSE' AND rung = 0 AND case_id IN (
                SELECT id FROM feedback_case WHERE status = 'RECEIVED' AND title LIKE 'copy %%'
                  AND NOT EXISTS (SELECT FROM escalation AS told WHERE told.case_id = feedback_case.id) LIMIT %d)
            """;

    private final BenchStack stack;
    private final String model;

    /** @param model id of a case that was opened and nothing else */
    public ManyCases(BenchStack stack, String model) {
        this.stack = stack;
        this.model = model;
    }

    /** Until there are so many copies. */
    public void fillTo(int cases) throws IOException, SQLException {
        var missing = cases - count("SELECT count(*) FROM feedback_case WHERE title LIKE 'copy %'");
        try (var connection = stack.database("feedback");
                var statement = connection.createStatement()) {
            if (missing > 0) {
                statement.executeUpdate(CASES.formatted(model, missing));
                statement.executeUpdate(CLOCKS.formatted(model));
            }
            statement.execute("VACUUM (ANALYZE) feedback_case");
            statement.execute("VACUUM (ANALYZE) case_clock");
            statement.execute("CHECKPOINT");
        }
    }

    /** Makes the clocks of so many cases due and waits until the service has told of each. */
    public void fall(int due) throws IOException, SQLException, InterruptedException {
        var before = escalations();
        try (var connection = stack.database("feedback");
                var statement = connection.createStatement()) {
            if (statement.executeUpdate(DUE.formatted(due)) != due) {
                throw new IOException("Not enough open cases to make " + due + " of them due");
            }
        }
        var began = System.nanoTime();
        while (escalations() < before + due) {
            if (System.nanoTime() - began > PATIENCE.toNanos()) {
                throw new IOException("Told of " + (escalations() - before) + " of " + due + " within " + PATIENCE);
            }
            Thread.sleep(POLL);
        }
    }

    public long escalations() throws IOException, SQLException {
        return count("SELECT count(*) FROM escalation");
    }

    private long count(String sql) throws IOException, SQLException {
        try (var connection = stack.database("feedback");
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
