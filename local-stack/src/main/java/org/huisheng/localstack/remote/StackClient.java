package org.huisheng.localstack.remote;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import org.huisheng.localstack.process.StartFailed;

/** One of the stack's first users at its gateway, as stack.json says. */
public final class StackClient {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI gateway;
    private final String token;

    /** @throws StartFailed if no stack answers, or it does not know the user any more */
    public StackClient(Path stackFile, String username) throws InterruptedException {
        var stack = read(stackFile);
        gateway = URI.create(stack.path("gateway").asText());
        token = token(stack, username);
    }

    private static JsonNode read(Path stackFile) {
        try {
            return JSON.readTree(Files.readString(stackFile));
        } catch (NoSuchFileException _) {
            throw new StartFailed("Nothing is running there: there is no " + stackFile);
        } catch (IOException e) {
            throw new StartFailed("Cannot read " + stackFile + ": " + e.getMessage());
        }
    }

    private String token(JsonNode stack, String username) throws InterruptedException {
        for (var user : stack.path("users")) {
            if (user.path("username").asText().equals(username)) {
                var credentials = JSON.createObjectNode()
                        .put("username", username)
                        .put("password", user.path("password").asText());
                return send(request("/api/auth/v1/tokens").POST(BodyPublishers.ofString(credentials.toString())))
                        .path("accessToken")
                        .asText();
            }
        }
        throw new StartFailed("stack.json knows no user " + username);
    }

    public JsonNode get(String path) throws InterruptedException {
        return send(authorised(path).GET());
    }

    /** Posts a JSON body. */
    public JsonNode post(String path, JsonNode body) throws InterruptedException {
        return send(authorised(path).POST(BodyPublishers.ofString(body.toString())));
    }

    private HttpRequest.Builder authorised(String path) {
        return request(path).header("Authorization", "Bearer " + token);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(gateway.resolve(path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Accept-Language", "en");
    }

    private JsonNode send(HttpRequest.Builder request) throws InterruptedException {
        try {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new StartFailed("The stack refuses (" + answer.statusCode() + "): " + reason(answer.body()));
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new StartFailed("The stack does not answer at " + gateway + ": " + e.getMessage());
        }
    }

    private static String reason(String problem) {
        try {
            return JSON.readTree(problem).path("detail").asText(problem);
        } catch (JsonProcessingException noProblem) {
            return problem;
        }
    }
}
