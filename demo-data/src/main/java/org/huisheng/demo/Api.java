package org.huisheng.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The gateway as one signed-in user sees it; the public where there is no token. */
public final class Api {

    public static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Set<Integer> PASSING = Set.of(429, 502, 503, 504);

    private final HttpClient client;
    private final String gateway;
    private final @Nullable String token;

    private Api(HttpClient client, String gateway, @Nullable String token) {
        this.client = client;
        this.gateway = gateway;
        this.token = token;
    }

    public static Api of(String gateway) {
        var client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .build();
        return new Api(client, gateway, null);
    }

    public record Answer(int status, JsonNode body) {

        /** A clock's tick or a colleague was faster; nothing was done, and nobody said which version they had seen. */
        private boolean isLostRace() {
            return status == 409 && body.path("type").asText().endsWith(":lost-update");
        }
    }

    /** Who says nothing sensible back: the seeding stops there, and the next one goes on from there. */
    public static final class Refused extends RuntimeException {
        private final transient Answer answer;

        Refused(String what, Answer answer) {
            super(what + " was answered " + answer.status() + ": " + answer.body());
            this.answer = answer;
        }

        public Answer answer() {
            return answer;
        }
    }

    public Api as(String user, String password) throws IOException, InterruptedException {
        var credentials = JSON.createObjectNode().put("username", user).put("password", password);
        var answer = created("/api/auth/v1/tokens", credentials);
        return new Api(client, gateway, answer.path("accessToken").asText());
    }

    /** Whoever holds a token of another kind. */
    Api withToken(String held) {
        return new Api(client, gateway, held);
    }

    public JsonNode get(String path) throws IOException, InterruptedException {
        var answer = send("GET", path, null);
        if (answer.status() != 200) {
            throw new Refused("GET " + path, answer);
        }
        return answer.body();
    }

    /** Posts, and takes any 2xx for a yes. */
    public JsonNode created(String path, JsonNode body) throws IOException, InterruptedException {
        var answer = post(path, body);
        if (answer.status() / 100 != 2) {
            throw new Refused("POST " + path, answer);
        }
        return answer.body();
    }

    public Answer post(String path, JsonNode body) throws IOException, InterruptedException {
        return send("POST", path, body);
    }

    /** Writes, and takes any 2xx for a yes. */
    public JsonNode put(String path, JsonNode body) throws IOException, InterruptedException {
        var answer = send("PUT", path, body);
        if (answer.status() / 100 != 2) {
            throw new Refused("PUT " + path, answer);
        }
        return answer.body();
    }

    /** Puts a picture beside something; again the same, it is the one that is there. */
    public JsonNode attached(String path, String name, byte[] picture) throws IOException, InterruptedException {
        var boundary = "-".repeat(20) + "huisheng";
        var head =
                "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: image/png\r\n\r\n"
                        .formatted(boundary, name);
        var body = new ByteArrayOutputStream();
        body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(picture);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        var answer = send(
                "POST",
                path,
                "multipart/form-data; boundary=" + boundary,
                BodyPublishers.ofByteArray(body.toByteArray()));
        if (answer.status() / 100 != 2) {
            throw new Refused("POST " + path, answer);
        }
        return answer.body();
    }

    /** What has a version and may be any; takes any 2xx for a yes. */
    public JsonNode change(String method, String path, JsonNode body) throws IOException, InterruptedException {
        var answer = send(method, path, body, "If-Match", "*");
        if (answer.status() / 100 != 2) {
            throw new Refused(method + " " + path, answer);
        }
        return answer.body();
    }

    public static ObjectNode object() {
        return JSON.createObjectNode();
    }

    private Answer send(String method, String path, @Nullable JsonNode body, String... headers)
            throws IOException, InterruptedException {
        return send(
                method,
                path,
                "application/json",
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()),
                headers);
    }

    private Answer send(String method, String path, String contentType, BodyPublisher body, String... headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(gateway + path))
                .timeout(PATIENCE)
                .header("Content-Type", contentType)
                .header("Accept", "application/json")
                .method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        // Everything sent here may be sent twice, so a service that is just restarting is no reason to stop.
        for (var left = 20; ; left--) {
            var response = client.send(request.build(), BodyHandlers.ofString());
            if (PASSING.contains(response.statusCode()) && left > 0) {
                Thread.sleep(Duration.ofMillis(500));
                continue;
            }
            var text = response.body();
            var answer = new Answer(response.statusCode(), text.isBlank() ? JSON.missingNode() : JSON.readTree(text));
            if (!answer.isLostRace() || left == 0) {
                return answer;
            }
        }
    }
}
