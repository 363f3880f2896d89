package org.huisheng.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.huisheng.bench.stack.BenchStack;
import org.huisheng.demo.Api;

/** Cases from their opening to their confirmation, and what the same number of transactions costs without a service. */
final class CaseLives {

    static final int STEPS = 5;
    static final String DEPARTMENT = "DIST";

    /** A step as statements: state, history and event in one commit. */
    private static final String TABLES = """
            CREATE TABLE IF NOT EXISTS bare_case (id uuid PRIMARY KEY, version int, status text, updated_at timestamptz);
            CREATE TABLE IF NOT EXISTS bare_entry (id uuid, seq int, note text, hash bytea, PRIMARY KEY (id, seq));
            CREATE TABLE IF NOT EXISTS bare_event (seq bigserial PRIMARY KEY, payload text);
            """;

    private final BenchStack stack;
    private final int connections;
    private final Api office;
    private final Api liaison;

    CaseLives(BenchStack stack, int connections) throws IOException, InterruptedException {
        this.stack = stack;
        this.connections = connections;
        this.office = stack.as("office");
        this.liaison = stack.as("liaison-" + DEPARTMENT.toLowerCase(Locale.ROOT));
    }

    static ObjectNode complaint() {
        return Api.object()
                .put("side", "CUSTOMER")
                .put("category", "power-quality")
                .put("title", "电压不稳")
                .put("description", "每天下午电压偏低，希望尽快处理。");
    }

    String open() throws IOException, InterruptedException {
        return office.created("/api/feedback/v1/cases", complaint()).path("id").asText();
    }

    /** @return steps per second */
    double lives(int cases) throws Exception {
        return perSecond(cases, () -> {
            var path = "/api/feedback/v1/cases/" + open();
            office.created(path + "/assignment", Api.object().put("department", DEPARTMENT));
            liaison.created(path + "/start", Api.object());
            liaison.created(
                    path + "/resolution", Api.object().put("rootCause", "接头老化").put("actionTaken", "更换接头"));
            office.created(path + "/confirmation", Api.object().put("rating", 5));
            return null;
        });
    }

    /** @return transactions per second of three statements each */
    double bare(int cases) throws Exception {
        try (var connection = stack.database("bench_baseline");
                var statement = connection.createStatement()) {
            statement.execute(TABLES);
        }
        return perSecond(cases, () -> {
            try (var connection = stack.database("bench_baseline")) {
                connection.setAutoCommit(false);
                var id = UUID.randomUUID();
                for (var step = 1; step <= STEPS; step++) {
                    try (var matter = connection.prepareStatement("""
                                    INSERT INTO bare_case VALUES (?, 1, 'RECEIVED', now())
                                    ON CONFLICT (id) DO UPDATE SET version = bare_case.version + 1, updated_at = now()
                                    """);
                            var entry = connection.prepareStatement("INSERT INTO bare_entry VALUES (?, ?, ?, ?)");
                            var event = connection.prepareStatement("INSERT INTO bare_event (payload) VALUES (?)")) {
                        matter.setObject(1, id);
                        matter.executeUpdate();
                        entry.setObject(1, id);
                        entry.setInt(2, step);
                        entry.setString(3, "已电话联系");
                        entry.setBytes(4, new byte[32]);
                        entry.executeUpdate();
                        event.setString(1, complaint().toString());
                        event.executeUpdate();
                    }
                    connection.commit();
                }
            }
            return null;
        });
    }

    private double perSecond(int cases, Callable<Void> life) throws Exception {
        try (var threads = Executors.newFixedThreadPool(connections)) {
            var tasks = new ArrayList<Callable<Void>>();
            for (var number = 0; number < cases; number++) {
                tasks.add(life);
            }
            var began = System.nanoTime();
            for (var done : threads.invokeAll(tasks)) {
                done.get();
            }
            return cases * STEPS / ((System.nanoTime() - began) / 1e9);
        }
    }
}
