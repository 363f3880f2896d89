package org.huisheng.localstack.training;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * Requests that take a service through its layers: health, metrics, documentation, a refused and an unknown path, and a write that
 * finds nothing to write to. The same for all; what a service does not know it answers with a problem, which is worth learning too.
 */
final class Warmup {

    private static final int ROUNDS = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String RESPONSE = """
            {"responseId": "00000000-0000-4000-8000-000000000000", "link": "no-such-link", "version": 1, "answers": {"q": 1},
             "startedAt": "2026-01-01T00:00:00Z", "submittedAt": "2026-01-01T00:01:00Z", "locale": "zh-cn"}""";

    private final String url;

    Warmup(String url) {
        this.url = url;
    }

    void run() {
        try (var http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            for (var round = 0; round < ROUNDS; round++) {
                send(http, get("/q/health/ready"));
                send(http, get("/q/openapi"));
                send(http, get("/q/metrics"));
                send(http, get("/no/such/path"));
                send(http, get("/api/survey/v1/campaigns"));
                send(http, get("/api/feedback/v1/cases"));
                send(http, get("/api/kpi/v1/scores"));
                send(http, post("/api/survey/v1/responses", RESPONSE));
                send(http, post("/api/survey/v1/responses/batch", "{\"responses\": [" + RESPONSE + "]}"));
            }
        }
    }

    private HttpRequest get(String path) {
        return request(path).GET().build();
    }

    private HttpRequest post(String path, String body) {
        return request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).timeout(PATIENCE);
    }

    private static void send(HttpClient http, HttpRequest request) {
        try {
            http.send(request, BodyHandlers.discarding());
        } catch (IOException _) {
            // A request less to learn from, and nothing else.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
