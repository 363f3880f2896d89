package org.huisheng.localstack.remote;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Asks whether everything sealed is as it was. */
public final class VerifySeals {

    private static final String SEALS = "/api/kpi/v1/seals";

    private final StackClient client;
    private final PrintStream out;

    public VerifySeals(StackClient client, PrintStream out) {
        this.client = client;
        this.out = out;
    }

    /** @return whether it is; a line about each seal is printed */
    public boolean run() throws InterruptedException {
        var checked = all(SEALS + "/verification");
        var findings = checked.stream()
                .flatMap(page -> Stream.of("broken", "differing").flatMap(list -> elements(page.path(list))))
                .toList();
        for (var page : all(SEALS)) {
            page.path("items").forEach(seal -> print(seal, findings));
        }
        return isWhole(checked);
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

    private List<JsonNode> all(String path) throws InterruptedException {
        var pages = new ArrayList<JsonNode>();
        var next = "";
        do {
            var page = client.get(path + next);
            pages.add(page);
            // A cursor is made of letters, digits, - and _.
            next = page.path("next").isTextual()
                    ? "?cursor=" + page.path("next").asText()
                    : "";
        } while (!next.isEmpty());
        return pages;
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
