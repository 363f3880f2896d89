package org.huisheng.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.huisheng.demo.Api;
import org.huisheng.localstack.process.LoopbackPorts;
import org.huisheng.localstack.testing.LaunchedStack;

/** The packaged stack with its demo data, started once for all stories and asked only as its users would. */
final class DemoStack {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** Services that live for minutes and have no AOT cache spend more on being optimised than that gives back: half the processor. */
    private static final String QUICK_COMPILER = "-XX:TieredStopAtLevel=1";

    private static DemoStack running;

    private final LaunchedStack stack;

    private final Traces traces;

    private DemoStack(LaunchedStack stack, Traces traces) {
        this.stack = stack;
        this.traces = traces;
    }

    static synchronized DemoStack running() throws IOException, InterruptedException {
        if (running == null) {
            running = configured(LoopbackPorts.anyFree(), Map.of());
        }
        return running;
    }

    /** One that is told more, for stories of its own. @param environment of every service @param options of the launcher */
    static DemoStack configured(int port, Map<String, String> environment, String... options)
            throws IOException, InterruptedException {
        var data = Path.of("target", "stack " + ProcessHandle.current().pid() + " " + port)
                .toAbsolutePath();
        var traces = new Traces();
        var told = new HashMap<>(environment);
        told.put("OTEL_EXPORTER_OTLP_ENDPOINT", traces.address());
        told.merge("JAVA_TOOL_OPTIONS", QUICK_COMPILER, (more, usual) -> usual + " " + more);
        var stack = new DemoStack(LaunchedStack.up(data, port, told, options), traces);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(stack.stack)));
        return stack;
    }

    private static void end(LaunchedStack stack) {
        try {
            stack.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** In its data directory. */
    Path file(String name) {
        return stack.logs().resolveSibling(name);
    }

    Traces traces() {
        return traces;
    }

    JsonNode json() {
        try {
            return Api.JSON.readTree(stack.json());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Api everybody() {
        return Api.of(json().path("gateway").asText());
    }

    Api as(String user) throws IOException, InterruptedException {
        return everybody().as(user, password(user));
    }

    String password(String user) {
        for (var known : json().path("users")) {
            if (known.path("username").asText().equals(user)) {
                return known.path("password").asText();
            }
        }
        throw new IllegalArgumentException("No user " + user);
    }

    /** What {@code ./huisheng command} prints. */
    String command(String command, String... options) throws IOException, InterruptedException {
        return stack.ask(command, options);
    }

    String gateway() {
        return json().path("gateway").asText();
    }

    long pid(String service) {
        return json().at("/services/" + service + "/pid").asLong();
    }

    /** As a crash does; whoever watches over the stack has started it again when this returns, though it may not be ready yet. */
    void kill(String service) {
        var killed = pid(service);
        ProcessHandle.of(killed).orElseThrow().destroyForcibly();
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> assertThat(pid(service)).isNotEqualTo(killed).isPositive());
    }

    String link(String side) {
        for (var link : json().at("/demo/links")) {
            if (link.path("side").asText().equals(side)) {
                return link.path("token").asText();
            }
        }
        throw new IllegalStateException("No demo link for " + side);
    }

    Connection database(String name) throws SQLException {
        var postgres = json().path("postgres");
        return DriverManager.getConnection(
                postgres.path("url").asText() + name,
                postgres.path("user").asText(),
                postgres.path("password").asText());
    }

    long count(String database, String sql) throws SQLException {
        try (var connection = database(database);
                var row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** This month, in which people answer now. */
    static String period() {
        return YearMonth.now(ZONE).toString();
    }

    static String year() {
        return String.valueOf(YearMonth.now(ZONE).getYear());
    }

    static ObjectNode response(UUID id, String link, ObjectNode answers) {
        var now = Instant.now();
        return Api.object()
                .put("responseId", id.toString())
                .put("link", link)
                .put("version", 1)
                .<ObjectNode>set("answers", answers)
                .put("startedAt", now.minusSeconds(60).toString())
                .put("submittedAt", now.toString())
                .put("locale", "zh-cn");
    }

    /** The row of an indicator, or of the contract when its code is the department's. */
    static JsonNode row(JsonNode scores, String level, String code) {
        for (var row : scores.path("rows")) {
            if (row.path("level").asText().equalsIgnoreCase(level)
                    && (code == null || row.path("code").asText().equals(code))) {
                return row;
            }
        }
        throw new AssertionError("No " + level + " " + code + " in " + scores);
    }

    /** Until everything said has been counted: no event waits, and the cells are what the rows add up to. */
    void settle() {
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(300))
                .until(() -> {
                    try {
                        return count("survey", "SELECT count(*) FROM outbox") == 0
                                && count("feedback", "SELECT count(*) FROM outbox") == 0;
                    } catch (SQLException restarting) {
                        return false;
                    }
                });
    }
}
