package org.huisheng.localstack.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.huisheng.localstack.supervisor.DataDirectory;
import org.huisheng.localstack.supervisor.RunRecord;

/** How a running stack is. */
final class RunningCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final List<String> DURABLE = List.of("fsync", "synchronous_commit", "full_page_writes");

    private final DataDirectory data;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    RunningCheck(DataDirectory data) {
        this.data = data;
    }

    List<Finding> run(RunRecord record) throws InterruptedException {
        List<Finding> findings = new ArrayList<>();
        record.processes().forEach((name, process) -> findings.add(process(name, process.pid(), process.isAlive())));
        if (!Files.exists(data.stackFile())) {
            findings.add(Finding.warn("stack", "still starting", "wait, and look at ./huisheng logs up"));
            return findings;
        }
        var stack = read(data.stackFile());
        findings.add(database(stack.path("postgres")));
        for (var service : stack.path("services").properties()) {
            var url = service.getValue().path("url").asText();
            findings.add(ready(service.getKey(), status(url + "/q/health/ready")));
            if (!service.getKey().equals("gateway")) {
                findings.add(events(service.getKey(), new Exposition(body(url + "/q/metrics"))));
            }
        }
        return findings;
    }

    static Finding process(String name, long pid, boolean alive) {
        return alive
                ? Finding.ok(name, "runs, pid " + pid)
                : Finding.fail(
                        name,
                        "does not run; it was pid " + pid,
                        "the supervisor starts it again; ./huisheng logs %s says why it ended".formatted(name));
    }

    /** @param status 0 if it did not answer */
    static Finding ready(String service, int status) {
        var name = service + " ready";
        return status == 200
                ? Finding.ok(name, "yes")
                : Finding.fail(
                        name,
                        status == 0 ? "no answer" : "no, status " + status,
                        "./huisheng logs " + service + " says what it waits for");
    }

    static Finding durability(Map<String, String> settings) {
        var off = DURABLE.stream()
                .filter(name -> !"on".equals(settings.get(name)))
                .toList();
        return off.isEmpty()
                ? Finding.ok("durability", String.join(", ", DURABLE) + " are on")
                : Finding.fail(
                        "durability",
                        off.stream()
                                .map(name -> name + " is " + settings.get(name))
                                .collect(Collectors.joining(", ")),
                        "what is acknowledged may be lost: ALTER SYSTEM RESET them and restart");
    }

    static Finding events(String service, Exposition metrics) {
        var name = service + " events";
        var lag = metrics.sum("huisheng_outbox_lag_seconds");
        if (lag.isEmpty()) {
            return Finding.warn(name, "says no figures", "look at ./huisheng logs " + service);
        }
        var behind = metrics.sum("kafka_consumer_fetch_manager_records_lag").orElse(0);
        var stuck = metrics.sum("huisheng_consumer_busy_seconds").orElse(0);
        var dead = metrics.sum("huisheng_dead_letters").orElse(Double.NaN);
        var found = "oldest unsent %.0f s, %.0f behind, %.0f dead letters".formatted(lag.getAsDouble(), behind, dead);
        if (Double.isNaN(lag.getAsDouble()) || Double.isNaN(dead)) {
            return Finding.fail(name, found, "its database did not answer; look at ./huisheng logs postgres");
        }
        if (dead > 0) {
            return Finding.warn(name, found, "read the reasons and replay them: docs/operations.md, Dead letters");
        }
        if (lag.getAsDouble() > 60 || stuck > 60 || behind > 10_000) {
            return Finding.warn(
                    name,
                    found + ", %.0f s on one batch".formatted(stuck),
                    "docs/monitoring.md, OutboxLag, ConsumerLag and ConsumerStuck");
        }
        return Finding.ok(name, found);
    }

    private static Finding database(JsonNode postgres) {
        try (var connection = DriverManager.getConnection(
                        postgres.path("url").asText() + "postgres?connectTimeout=5&socketTimeout=5",
                        postgres.path("user").asText(),
                        postgres.path("password").asText());
                var statement = connection.createStatement()) {
            Map<String, String> settings = new LinkedHashMap<>();
            for (var name : DURABLE) {
                try (var row = statement.executeQuery("SHOW " + name)) {
                    row.next();
                    settings.put(name, row.getString(1));
                }
            }
            return durability(settings);
        } catch (SQLException e) {
            return Finding.fail(
                    "durability", "PostgreSQL does not answer: " + e.getMessage(), "./huisheng logs postgres");
        }
    }

    private int status(String url) throws InterruptedException {
        try {
            return get(url).statusCode();
        } catch (IOException _) {
            return 0;
        }
    }

    private String body(String url) throws InterruptedException {
        try {
            return get(url).body();
        } catch (IOException _) {
            return "";
        }
    }

    private HttpResponse<String> get(String url) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE).build(), BodyHandlers.ofString());
    }

    private static JsonNode read(Path file) {
        try {
            return new ObjectMapper().readTree(Files.readString(file));
        } catch (IOException _) {
            // Gone since we looked: the stack is ending.
            return new ObjectMapper().createObjectNode();
        }
    }
}
