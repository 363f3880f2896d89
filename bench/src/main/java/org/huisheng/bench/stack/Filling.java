package org.huisheng.bench.stack;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import org.huisheng.bench.load.Line;
import org.huisheng.bench.load.Submissions;

/**
 * Many responses at once, without the intake: copies of one that it did store, each with a random id like those that the
 * respondents' page makes, a time, a department, ratings and a comment of its own.
 */
public final class Filling {

    private static final Duration SPREAD = Campaign.AGE.minusDays(2);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(50);

    private static final String RESPONSES = """
            INSERT INTO %s (response_id, campaign_id, station, content_hash, answers, locale, started_at, submitted_at,
                received_at, device_id, device_sequence, withdrawn_at)
            SELECT gen_random_uuid(), model.campaign_id, model.station, sha256(int8send(n)),
                model.answers || jsonb_build_object(
                    'department', 'B' || 1 + n %% 8, 'overall', 1 + n %% 5, 'service', 1 + n / 5 %% 5,
                    'comment', (model.answers ->> 'comment') || n),
                model.locale, moment - interval '90 s', moment, moment, NULL, NULL, NULL
            FROM response AS model, generate_series(1, %d) AS n,
                LATERAL (SELECT now() - interval '1 day' - interval '%d s' * (1 - n / %d.0)) AS spread (moment)
            WHERE model.response_id = '%s'
            """;

    /** Whatever columns there are, those that are not named here are the model's. */
    private static final String OBSERVATIONS = """
            INSERT INTO %s
            SELECT copy.* FROM observation AS model, generate_series(1, %d) AS n,
                LATERAL (SELECT now() - interval '1 day' - interval '%d s' * (1 - n / %d.0)) AS spread (moment),
                LATERAL jsonb_populate_record(model, jsonb_build_object(
                    'event_id', uuidv7(), 'source_id', gen_random_uuid(), 'department', 'B' || 1 + n %% 8,
                    'occurred_at', moment, 'recorded_at', moment, 'withdrawn', FALSE)) AS copy
            WHERE model.source_type = 'RESPONSE' AND model.source_id = '%s'
            """;

    private final BenchStack stack;
    private final UUID model;

    private Filling(BenchStack stack, UUID model) {
        this.stack = stack;
        this.model = model;
    }

    /** Hands in the response that is copied. @param ledger learns of it */
    public static Filling like(Campaign campaign, BenchStack stack, Ledger ledger)
            throws IOException, SQLException, InterruptedException {
        var target = stack.gateway();
        try (var line = new Line(target)) {
            var ids = new ArrayList<UUID>();
            var talk = new Submissions(target, campaign.answering(), System.nanoTime());
            line.exchange(talk);
            talk.acknowledged(ids::add);
            ids.forEach(ledger::add);
            return new Filling(stack, ids.getFirst());
        }
    }

    /** Into a table like the one of the responses. @return how long it took */
    public Duration responses(String table, int rows) throws IOException, SQLException {
        return fill("survey", table, RESPONSES.formatted(table, rows, SPREAD.toSeconds(), rows, model));
    }

    /** Into a table like the one of the observations, once there is one to copy. */
    public Duration observations(String table, int rows) throws IOException, SQLException, InterruptedException {
        var began = System.nanoTime();
        try (var connection = stack.database("kpi");
                var select = connection.prepareStatement("SELECT FROM observation WHERE source_id = ?")) {
            select.setObject(1, model);
            while (!select.executeQuery().next()) {
                if (System.nanoTime() - began > PATIENCE.toNanos()) {
                    throw new IOException("No observation of the model response within " + PATIENCE);
                }
                Thread.sleep(POLL);
            }
        }
        return fill("kpi", table, OBSERVATIONS.formatted(table, rows, SPREAD.toSeconds(), rows, model));
    }

    private Duration fill(String database, String table, String insert) throws IOException, SQLException {
        var began = Instant.now();
        try (var connection = stack.database(database);
                var statement = connection.createStatement()) {
            statement.executeUpdate(insert);
            tidy(connection, table);
        }
        return Duration.between(began, Instant.now());
    }

    /** As autovacuum and a checkpoint would have left it by now. */
    private static void tidy(Connection connection, String table) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("VACUUM (ANALYZE) " + table);
            statement.execute("CHECKPOINT");
        }
    }
}
