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
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.huisheng.localstack.process.StartFailed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a gateway that says what the test tells it to. */
class VerifySealsTest {

    private static final String SEALS = "/api/kpi/v1/seals";

    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private HttpServer gateway;

    @TempDir
    Path data;

    @BeforeEach
    void start() throws IOException {
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/", this::answer);
        gateway.start();
        answers.put("POST /api/auth/v1/tokens", "{\"accessToken\": \"t\"}");
        Files.writeString(
                data.resolve("stack.json"), """
                {"gateway": "http://127.0.0.1:%d", "users": [
                  {"username": "leader", "password": "x", "roles": ["LEADER"]},
                  {"username": "office", "password": "y", "roles": ["OFFICE"]}]}
                """.formatted(gateway.getAddress().getPort()));
    }

    @AfterEach
    void stop() {
        gateway.stop(0);
    }

    @Test
    void a_line_is_printed_for_each_seal_of_all_pages() throws Exception {
        answers.put("GET " + SEALS + "/verification", "{\"sealed\": 1, \"broken\": [], \"next\": \"MQ\"}");
        answers.put("GET " + SEALS + "/verification?cursor=MQ", "{\"sealed\": 1, \"broken\": [], \"next\": null}");
        answers.put("GET " + SEALS, "{\"items\": [%s], \"next\": \"Mg\"}".formatted(seal(1, "2026-09")));
        answers.put("GET " + SEALS + "?cursor=Mg", "{\"items\": [%s], \"next\": null}".formatted(seal(2, "2026-10")));

        assertThat(verify()).isTrue();

        assertThat(lines()).hasSize(3);
        assertThat(lines()[0]).contains("1", "2026-09", "ok");
        assertThat(lines()[1]).contains("2", "2026-10", "ok");
        assertThat(lines()[2]).isEqualTo("2 sealed, all whole");
    }

    @Test
    void what_is_broken_is_said_beside_its_seal() throws Exception {
        answers.put("GET " + SEALS + "/verification", """
                {"sealed": 1, "broken": [{"sequence": 1, "period": "2026-09", "what": "CELLS", "department": "DIST"}],
                 "differing": []}""");
        answers.put("GET " + SEALS, "{\"items\": [%s], \"next\": null}".formatted(seal(1, "2026-09")));

        assertThat(verify()).isFalse();

        assertThat(lines()[0]).endsWith("CELLS 2026-09 DIST");
        assertThat(lines()[1]).isEqualTo("1 sealed, NOT whole");
    }

    @Test
    void a_stack_that_refuses_or_is_not_there_is_no_whole_one() throws Exception {
        assertThatThrownBy(this::verify).isInstanceOf(StartFailed.class).hasMessageContaining("404");

        Files.delete(data.resolve("stack.json"));

        assertThatThrownBy(this::verify).isInstanceOf(StartFailed.class).hasMessageContaining("Nothing is running");
    }

    private boolean verify() throws InterruptedException {
        return new VerifySeals(
                        new StackClient(data.resolve("stack.json"), "office"),
                        new PrintStream(printed, true, StandardCharsets.UTF_8))
                .run();
    }

    private String[] lines() {
        return printed.toString(StandardCharsets.UTF_8).split("\n");
    }

    private static String seal(int sequence, String period) {
        return "{\"sequence\": %d, \"period\": \"%s\", \"sealedAt\": \"2026-10-03T00:00:00Z\", \"hash\": \"abc\"}"
                .formatted(sequence, period);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var mayAsk = exchange.getRequestMethod().equals("POST")
                || "Bearer t".equals(exchange.getRequestHeaders().getFirst("Authorization"));
        var body = answers.get(exchange.getRequestMethod() + " " + exchange.getRequestURI());
        var bytes = (body == null ? "{}" : body).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(!mayAsk ? 401 : body == null ? 404 : 200, bytes.length);
        try (var stream = exchange.getResponseBody()) {
            stream.write(bytes);
        }
    }
}
