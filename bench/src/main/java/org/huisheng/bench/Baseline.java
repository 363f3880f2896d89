package org.huisheng.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.huisheng.bench.stack.BenchStack;

/** What the same PostgreSQL does when nothing but JDBC is in front of it: one row, one transaction, one round trip. */
final class Baseline {

    private static final String DATABASE = "bench_baseline";
    private static final Duration WARM_UP = Duration.ofSeconds(4);

    /** The columns of a response, without the event that goes with it. */
    private static final String TABLE = """
            CREATE TABLE response (
                response_id  uuid PRIMARY KEY,
                campaign_id  uuid        NOT NULL,
                content_hash bytea       NOT NULL,
                answers      jsonb       NOT NULL,
                locale       text        NOT NULL,
                started_at   timestamptz NOT NULL,
                submitted_at timestamptz NOT NULL,
                received_at  timestamptz NOT NULL)
            """;

    private static final String INSERT = "INSERT INTO response VALUES (?, ?, ?, ?::jsonb, ?, ?, ?, ?)";
    private static final String ANSWERS = """
            {"department":"B1","awareness":4,"management":4,"mechanism":4,"service":4,"overall":4,\
            "channels":["app","hall"],"again":true,"years":10,\
            "comment":"停电通知可以再早一些，楼道灯坏了很久，希望尽快处理。""";

    private final BenchStack stack;
    private final int connections;

    private Baseline(BenchStack stack, int connections) {
        this.stack = stack;
        this.connections = connections;
    }

    static Baseline prepare(BenchStack stack, int connections) throws IOException, SQLException {
        try (var connection = stack.database("postgres");
                var statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + DATABASE + " WITH (FORCE)");
            statement.execute("CREATE DATABASE " + DATABASE);
        }
        try (var connection = stack.database(DATABASE);
                var statement = connection.createStatement()) {
            statement.execute(TABLE);
        }
        return new Baseline(stack, connections);
    }

    /** @return transactions per second */
    double measure(Duration window) throws IOException, SQLException, InterruptedException, ExecutionException {
        var open = new ArrayList<Connection>();
        try (var threads = Executors.newFixedThreadPool(connections)) {
            var stopping = new AtomicBoolean();
            var measuring = new AtomicBoolean();
            var loops = new ArrayList<Callable<Long>>();
            for (var number = 0; number < connections; number++) {
                var connection = stack.database(DATABASE);
                open.add(connection);
                loops.add(() -> loop(connection, measuring, stopping));
            }
            var running = loops.stream().map(threads::submit).toList();
            Thread.sleep(WARM_UP);
            var began = System.nanoTime();
            measuring.set(true);
            Thread.sleep(window);
            measuring.set(false);
            var seconds = (System.nanoTime() - began) / 1e9;
            stopping.set(true);
            var rows = 0L;
            for (var loop : running) {
                rows += loop.get();
            }
            return rows / seconds;
        } finally {
            for (var connection : open) {
                connection.close();
            }
        }
    }

    private static long loop(Connection connection, AtomicBoolean measuring, AtomicBoolean stopping)
            throws SQLException {
        var random = new SplittableRandom(ThreadLocalRandom.current().nextLong());
        var campaign = new UUID(random.nextLong(), random.nextLong());
        var hash = new byte[32];
        var rows = 0L;
        try (var insert = connection.prepareStatement(INSERT)) {
            while (!stopping.get()) {
                random.nextBytes(hash);
                var now = OffsetDateTime.now(ZoneOffset.UTC);
                insert.setObject(1, new UUID(random.nextLong(), random.nextLong()));
                insert.setObject(2, campaign);
                insert.setBytes(3, hash);
                insert.setString(4, ANSWERS + (10_000_000 + random.nextInt(10_000_000)) + "\"}");
                insert.setString(5, "zh-cn");
                for (var column : List.of(6, 7, 8)) {
                    insert.setObject(column, now);
                }
                insert.executeUpdate();
                rows += measuring.get() ? 1 : 0;
            }
        }
        return rows;
    }
}
