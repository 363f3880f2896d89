package org.huisheng.localstack.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.huisheng.localstack.process.StartFailed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a gateway that says what the test tells it to. */
class VerifyAuditTest {

    private static final String TIMELINES = "/api/feedback/v1/audit/verification";

    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private HttpServer gateway;

    @TempDir
    Path data;

    @BeforeEach
    void start() throws IOException {
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/", this::answer);
        gateway.start();
        Files.writeString(
                data.resolve("stack.json"), """
                {"gateway": "http://127.0.0.1:%d", "users": [
                  {"username": "admin", "password": "x", "roles": ["ADMIN"]}]}
                """.formatted(gateway.getAddress().getPort()));
        for (var service : List.of("auth", "survey", "feedback", "kpi")) {
            answers.put(log(service), segment(0, "00", "", "null"));
        }
        answers.put(TIMELINES, "{\"cases\": 0, \"findings\": [], \"next\": null}");
    }

    @AfterEach
    void stop() {
        gateway.stop(0);
    }

    @Test
    void each_log_is_read_to_its_end_and_its_head_is_printed() throws Exception {
        answers.put(log("survey"), segment(5000, "aa", "", "5000"));
        answers.put(log("survey") + "?cursor=5000", segment(5003, "bb", "", "null"));
        answers.put(TIMELINES, "{\"cases\": 500, \"findings\": [], \"next\": \"n\"}");
        answers.put(TIMELINES + "?cursor=n", "{\"cases\": 20, \"findings\": [], \"next\": null}");

        var lines = verified(true);

        assertThat(lines).hasSize(6);
        assertThat(lines.get(1)).startsWith("survey").contains("5003 entries", "head bb", "ok");
        assertThat(lines.get(4)).startsWith("cases").contains("520 timelines", "ok");
        assertThat(lines.getLast()).isEqualTo("All whole");
    }

    @Test
    void a_finding_is_said_and_the_head_of_that_log_is_not_remembered() throws Exception {
        answers.put(log("kpi"), segment(7, "cc", "{\"position\": 3, \"flaw\": \"ALTERED\"}", "null"));
        answers.put(log("feedback"), segment(2, "dd", "", "null"));

        var lines = verified(false);

        assertThat(lines).contains("  kpi 3: ALTERED");
        assertThat(lines.getLast()).isEqualTo("NOT whole");
        assertThat(data.resolve("audit-heads.json"))
                .content()
                .contains("\"feedback\" : \"2:dd\"")
                .doesNotContain("kpi");
    }

    @Test
    void a_log_is_asked_for_the_head_it_had_last_time() throws Exception {
        answers.put(log("survey"), segment(9, "ee", "", "null"));
        verified(true);
        answers.remove(log("survey"));
        answers.put(
                log("survey") + "?known=9:ee",
                segment(4, "ff", "{\"position\": 9, \"flaw\": \"ANOTHER_HEAD\"}", "null"));
        for (var service : List.of("auth", "feedback", "kpi")) {
            answers.put(log(service) + "?known=0:00", segment(0, "00", "", "null"));
        }

        assertThat(verified(false)).contains("  survey 9: ANOTHER_HEAD");
    }

    @Test
    void a_broken_timeline_is_not_whole_either() throws Exception {
        answers.put(TIMELINES, """
                {"cases": 3, "findings": [{"caseId": "c1", "seq": 2, "flaw": "CUT"}], "next": null}""");

        assertThat(verified(false)).contains("  case c1, step 2: CUT");
    }

    @Test
    void heads_that_cannot_be_read_are_not_taken_for_none() throws Exception {
        Files.writeString(data.resolve("audit-heads.json"), "{");

        assertThatThrownBy(() -> verified(true)).isInstanceOf(StartFailed.class).hasMessageContaining("audit-heads");
    }

    private List<String> verified(boolean whole) throws InterruptedException {
        var printed = new ByteArrayOutputStream();
        var verify = new VerifyAudit(
                new StackClient(data.resolve("stack.json"), "admin"),
                new KnownHeads(data.resolve("audit-heads.json")),
                new PrintStream(printed, true, StandardCharsets.UTF_8));
        assertThat(verify.run()).isEqualTo(whole);
        return printed.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static String log(String service) {
        return "/api/" + service + "/v1/audit/log-verification";
    }

    private static String segment(long position, String hash, String findings, String next) {
        return "{\"checked\": 1, \"end\": {\"position\": %d, \"hash\": \"%s\"}, \"findings\": [%s], \"next\": %s}"
                .formatted(position, hash, findings, next);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestMethod().equals("POST")
                ? "{\"accessToken\": \"t\"}"
                : answers.get(exchange.getRequestURI().toString());
        var bytes = (body == null ? "{}" : body).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(body == null ? 404 : 200, bytes.length);
        try (var stream = exchange.getResponseBody()) {
            stream.write(bytes);
        }
    }
}
