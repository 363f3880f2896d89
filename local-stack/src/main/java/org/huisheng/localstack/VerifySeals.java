package org.huisheng.localstack;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.huisheng.localstack.process.StartFailed;
import org.huisheng.localstack.supervisor.DataDirectory;

/** Asks a running stack, as its office would, whether everything sealed is as it was. */
final class VerifySeals {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final PrintStream out;

    VerifySeals(PrintStream out) {
        this.out = out;
    }

    /** @return whether it is; a line about each seal is printed */
    boolean on(DataDirectory data) throws InterruptedException {
        if (!Files.exists(data.stackFile())) {
            out.println("Nothing is running on " + data.root());
            return false;
        }
        try (var http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .build()) {
            var stack = JSON.readTree(Files.readString(data.stackFile()));
            var gateway = stack.path("gateway").asText();
            var token = token(http, gateway, office(stack));
            var checked = all(http, gateway + "/api/kpi/v1/seals/verification", token);
            var findings = checked.stream()
                    .flatMap(page -> Stream.of("broken", "differing").flatMap(list -> elements(page.path(list))))
                    .toList();
            for (var page : all(http, gateway + "/api/kpi/v1/seals", token)) {
                page.path("items").forEach(seal -> print(seal, findings));
            }
            return isWhole(checked);
        } catch (IOException e) {
            throw new UncheckedIOException("The stack does not answer: " + e.getMessage(), e);
        }
    }

    private boolean isWhole(List<JsonNode> checked) {
        var sealed =
                checked.stream().mapToLong(page -> page.path("sealed").asLong()).sum();
        var whole = checked.stream().allMatch(page -> page.path("broken").isEmpty());
        out.printf("%d sealed, %s%n", sealed, whole ? "all whole" : "NOT whole");
        return whole;
    }

    private void print(JsonNode seal, List<JsonNode> findings) {
        var sequence = seal.path("sequence").asLong();
        var found = findings.stream()
                .filter(finding -> finding.path("sequence").asLong() == sequence)
                .map(VerifySeals::words)
                .distinct()
                .collect(joining(", "));
        out.printf(
                "%4d  %-8s %s  %s  %s%n",
                sequence,
                seal.path("period").asText(),
                seal.path("sealedAt").asText(),
                seal.path("hash").asText(),
                found.isEmpty() ? "ok" : found);
    }

    private static String words(JsonNode finding) {
        return Stream.of("what", "period", "department")
                .map(field -> finding.path(field).asText(""))
                .filter(word -> !word.isEmpty() && !word.equals("null"))
                .collect(joining(" "));
    }

    private static List<JsonNode> all(HttpClient http, String address, String token)
            throws IOException, InterruptedException {
        var pages = new ArrayList<JsonNode>();
        var next = "";
        do {
            var page = get(http, address + next, token);
            pages.add(page);
            // A cursor is made of letters, digits, - and _.
            next = page.path("next").isTextual()
                    ? "?cursor=" + page.path("next").asText()
                    : "";
        } while (!next.isEmpty());
        return pages;
    }

    private static JsonNode office(JsonNode stack) {
        return elements(stack.path("users"))
                .filter(user -> elements(user.path("roles"))
                        .anyMatch(role -> role.asText().equals("OFFICE")))
                .findFirst()
                .orElseThrow(() -> new StartFailed("stack.json names nobody of the office"));
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static String token(HttpClient http, String gateway, JsonNode user)
            throws IOException, InterruptedException {
        var credentials = JSON.createObjectNode();
        credentials.set("username", user.path("username"));
        credentials.set("password", user.path("password"));
        var request = HttpRequest.newBuilder(URI.create(gateway + "/api/auth/v1/tokens"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(credentials.toString()));
        return answer(http, request).path("accessToken").asText();
    }

    private static JsonNode get(HttpClient http, String address, String token)
            throws IOException, InterruptedException {
        return answer(http, HttpRequest.newBuilder(URI.create(address)).header("Authorization", "Bearer " + token));
    }

    private static JsonNode answer(HttpClient http, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        var answer = http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200 && answer.statusCode() != 201) {
            throw new IOException("%s: %d %s".formatted(answer.uri().getPath(), answer.statusCode(), answer.body()));
        }
        return JSON.readTree(answer.body());
    }
}
