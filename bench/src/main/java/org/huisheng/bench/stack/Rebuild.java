package org.huisheng.bench.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.huisheng.demo.Api;

/** All figures made anew, asked for and waited for. */
public record Rebuild(double seconds, long observations, long differences) {

    private static final String PATH = "/api/kpi/v1/rebuilds";
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration POLL = Duration.ofMillis(20);
    private static final int ACCEPTED = 202;

    /** @param source OBSERVATIONS or LOG */
    public static Rebuild from(BenchStack stack, String source) throws IOException, InterruptedException {
        var token = stack.token("admin");
        try (var client = HttpClient.newHttpClient()) {
            var body = Api.object().put("source", source).toString();
            var began = System.nanoTime();
            var accepted = client.send(
                    request(stack.gateway().resolve(PATH), token)
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofString());
            if (accepted.statusCode() != ACCEPTED) {
                throw new IOException("A rebuild was answered " + accepted.statusCode() + ": " + accepted.body());
            }
            var done = await(client, location(stack, accepted), token);
            return new Rebuild(
                    (System.nanoTime() - began) / 1e9,
                    done.path("observations").asLong(),
                    done.path("differences").asLong());
        }
    }

    private static URI location(BenchStack stack, HttpResponse<String> accepted) throws IOException {
        var location = accepted.headers()
                .firstValue("Location")
                .orElseThrow(() -> new IOException("A rebuild without a Location"));
        return stack.gateway().resolve(URI.create(location).getRawPath());
    }

    private static JsonNode await(HttpClient client, URI location, String token)
            throws IOException, InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            var answer = client.send(request(location, token).build(), BodyHandlers.ofString());
            var rebuild = Api.JSON.readTree(answer.body());
            switch (rebuild.path("state").asText()) {
                case "DONE" -> {
                    return rebuild;
                }
                case "RUNNING" -> Thread.sleep(POLL);
                default -> throw new IOException("A rebuild was answered " + answer.statusCode() + ": " + rebuild);
            }
        }
        throw new IOException("A rebuild did not end within " + PATIENCE);
    }

    private static HttpRequest.Builder request(URI address, String token) {
        return HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(30))
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + token);
    }
}
