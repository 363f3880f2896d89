package org.huisheng.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.huisheng.e2e.DemoStack.response;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.huisheng.demo.Api;
import org.junit.jupiter.api.Test;

/** Whatever was acknowledged is there once and counts once, whichever process dies when. */
class CrashIT {

    private static final int CLIENTS = 8;

    /** Clients in a hurry would take the processor from the services that start again. */
    private static final Duration BETWEEN_ANSWERS = Duration.ofMillis(10);

    private static final Duration BEFORE_ASKING_AGAIN = Duration.ofMillis(100);

    @Test
    void every_acknowledged_response_survives_kills_of_intake_and_kpi_and_counts_once() throws Exception {
        var stack = DemoStack.running();
        var posting = new AtomicBoolean(true);
        var acknowledged = ConcurrentHashMap.<UUID>newKeySet();

        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var client = 0; client < CLIENTS; client++) {
                clients.execute(() -> post(stack, posting, acknowledged));
            }
            for (var service : new String[] {"survey", "kpi", "survey", "kpi"}) {
                awaitMore(acknowledged);
                stack.kill(service);
            }
            awaitMore(acknowledged);
            posting.set(false);
        }
        stack.settle();

        assertThat(stored(stack)).containsAll(acknowledged);
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(500))
                .ignoreExceptionsInstanceOf(Api.Refused.class) // the one killed last is still starting
                .untilAsserted(() -> {
                    assertThat(
                                    stack.count(
                                            "kpi",
                                            "SELECT count(DISTINCT source_id) FROM observation WHERE metric = 'satisfaction.service'"))
                            .isEqualTo(stack.count("survey", """
                            SELECT count(*) FROM response r JOIN campaign c ON c.id = r.campaign_id
                            JOIN survey_version v ON v.survey_id = c.survey_id AND v.version = c.version
                            WHERE v.measures @> '[{"metric": "satisfaction.service"}]'
                            """));
                    assertThat(
                                    stack.count(
                                            "kpi",
                                            "SELECT count(*) - count(DISTINCT source_id) FROM observation WHERE metric = 'satisfaction.service'"))
                            .isZero();
                    var verification = stack.as("admin").get("/api/kpi/v1/cells/verification");
                    assertThat(verification.path("cells").asLong()).isPositive();
                    assertThat(verification.path("differences").isNumber()).isTrue();
                    assertThat(verification.path("differences").asLong()).isZero();
                });
    }

    @Test
    void intake_goes_on_without_the_broker_and_the_backlog_drains() throws Exception {
        var stack = DemoStack.running();
        var broker = stack.json().at("/kafka/pid").asLong();
        var posting = new AtomicBoolean(true);
        var acknowledged = ConcurrentHashMap.<UUID>newKeySet();

        signal(broker, "STOP");
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            clients.execute(() -> post(stack, posting, acknowledged));
            await().during(Duration.ofSeconds(30))
                    .atMost(Duration.ofSeconds(40))
                    .until(() -> true);
            assertThat(acknowledged).hasSizeGreaterThan(30);
            assertThat(stack.count("survey", "SELECT count(*) FROM outbox")).isPositive();
            posting.set(false);
        } finally {
            signal(broker, "CONT");
        }

        stack.settle();
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(counted(stack)).containsAll(acknowledged));
    }

    /** As a phone does: the same id again until somebody answers. */
    private static void post(DemoStack stack, AtomicBoolean posting, Set<UUID> acknowledged) {
        var link = stack.link("CUSTOMER");
        var gateway = URI.create(stack.gateway() + "/api/survey/v1/responses");
        try (var client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build()) {
            while (posting.get()) {
                var id = UUID.randomUUID();
                var answers = Api.object().put("department", "DISP").put("overall", 7);
                var request = HttpRequest.newBuilder(gateway)
                        .timeout(Duration.ofSeconds(10))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(
                                response(id, link, answers).toString()))
                        .build();
                for (var answered = false; !answered && posting.get(); ) {
                    try {
                        var status =
                                client.send(request, BodyHandlers.discarding()).statusCode();
                        answered = status == 200 || status == 201;
                        if (answered) {
                            acknowledged.add(id);
                        }
                        assertThat(status).isIn(200, 201, 429, 502, 503, 504);
                    } catch (IOException dead) {
                        answered = false;
                    }
                    Thread.sleep(answered ? BETWEEN_ANSWERS : BEFORE_ASKING_AGAIN);
                }
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static void awaitMore(Set<UUID> acknowledged) {
        var now = acknowledged.size();
        await().atMost(Duration.ofMinutes(2)).until(() -> acknowledged.size() > now + 300);
    }

    private static void signal(long pid, String name) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-" + name, String.valueOf(pid))
                        .start()
                        .waitFor())
                .isZero();
    }

    private static Set<UUID> stored(DemoStack stack) throws SQLException {
        return ids(stack, "survey", "SELECT response_id FROM response");
    }

    private static Set<UUID> counted(DemoStack stack) throws SQLException {
        return ids(stack, "kpi", "SELECT source_id FROM observation WHERE metric = 'satisfaction.service'");
    }

    private static Set<UUID> ids(DemoStack stack, String database, String sql) throws SQLException {
        try (var connection = stack.database(database);
                var rows = connection.createStatement().executeQuery(sql)) {
            var ids = new HashSet<UUID>();
            while (rows.next()) {
                ids.add(rows.getObject(1, UUID.class));
            }
            return ids;
        }
    }
}
