package org.huisheng.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.huisheng.kit.testing.AccessMatrix.Anybody;
import org.huisheng.kit.testing.AccessMatrix.Cell;
import org.huisheng.kit.testing.AccessMatrix.Operation;
import org.huisheng.kit.testing.AccessMatrix.Row;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Holds for every service, which inherits it: what it answers on is in {@code docs/access.csv}, and each cell of it is true.
 * The requests are about things that do not exist, so whoever is let in gets another refusal, and nothing changes.
 */
public abstract class EveryCellOfTheAccessMatrix {

    private static final String OWN = "OWN_DEPARTMENT";
    private static final String OTHER = "OTHER_DEPARTMENT";
    private static final String LIAISON = "LIAISON";
    /** A period of which somebody could read something, which alone shows that it is not read. */
    protected static final String BEGUN = "2026-01";

    private static final Set<Integer> TURNED_AWAY = Set.of(401, 403);
    private static final Pattern VARIABLE = Pattern.compile("\\{([a-z]+)}", Pattern.CASE_INSENSITIVE);
    /** The period has not begun, so nothing can be done about it. */
    private static final Map<String, String> NOTHING_THERE = Map.of(
            "period", "2199-01",
            "year", "2001",
            "number", "1",
            "version", "1",
            "code", "NOSUCH",
            "department", OWN,
            "indicator", "nosuch",
            "username", "no-such-user",
            "token", "nosuchtokennosuchtoken",
            "receipt", "nosuchreceipt");

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** Where the service under test listens. */
    protected abstract URI service();

    /** Beginnings of its paths. */
    protected abstract List<String> prefixes();

    /** The {@code Authorization} of somebody. @param department null for none */
    protected String bearer(String role, String department) {
        return TestTokens.bearer("somebody", department, role);
    }

    /** What it answers on besides its document. */
    protected Set<String> undocumented() {
        return Set.of();
    }

    /** What is sent instead of an empty object, where that would be refused before anybody asks who is calling. */
    protected Map<String, String> bodies() {
        return Map.of();
    }

    /** What a reader has to say besides the department, beginning with an ampersand. */
    protected String reading() {
        return "";
    }

    /** Where another one is expected than JSON, which would be refused before anybody asks who is calling. */
    protected Map<String, String> contentTypes() {
        return Map.of();
    }

    @Test
    void every_operation_has_a_row_and_every_row_an_operation() {
        var rows = AccessMatrix.names(AccessMatrix.rows(prefixes()));
        var operations = AccessMatrix.names(AccessMatrix.operations());
        operations.addAll(undocumented());

        assertThat(rows).isNotEmpty().isEqualTo(operations);
    }

    @TestFactory
    Stream<DynamicTest> without_a_token() {
        return rows().map(row -> dynamicTest(row.toString(), () -> {
            var status = ask(row, null, OWN, "");
            if (row.anybody() == Anybody.YES) {
                assertThat(status).as("%s for anybody", row).isNotIn(TURNED_AWAY);
            } else {
                assertThat(status).as("%s for nobody in particular", row).isEqualTo(401);
            }
        }));
    }

    @TestFactory
    Stream<DynamicTest> each_role() {
        return rows().flatMap(row -> row.roles().entrySet().stream()
                .map(cell ->
                        dynamicTest(cell.getKey() + ": " + row, () -> check(row, cell.getKey(), cell.getValue()))));
    }

    private void check(Row row, String role, Cell cell) throws Exception {
        var status = ask(row, bearer(role, role.equals(LIAISON) ? OWN : null), OWN, "");
        if (cell == Cell.NO) {
            var expected = row.anybody() == Anybody.DEVICE || row.anybody() == Anybody.COOKIE ? 401 : 403;
            assertThat(status).as("%s for %s", row, role).isEqualTo(expected);
        } else {
            assertThat(status).as("%s for %s", row, role).isNotIn(TURNED_AWAY);
        }
    }

    @TestFactory
    Stream<DynamicTest> of_another_department_nothing_is_shown() {
        var named = AccessMatrix.names(AccessMatrix.operations().stream()
                .filter(Operation::namesDepartment)
                .toList());
        return rows().filter(row -> row.roles().get(LIAISON) == Cell.OWN)
                .map(row -> dynamicTest(row.toString(), () -> {
                    assertThat(ask(row, bearer(LIAISON, null), OWN, ""))
                            .as("%s for a liaison of nowhere", row)
                            .isGreaterThanOrEqualTo(400);
                    // What would change something may be refused for its empty body first.
                    if (row.method().equals("GET") && named.contains(row.toString())) {
                        assertThat(ask(row, bearer(LIAISON, OWN), OTHER, "department=" + OTHER + reading()))
                                .as("%s of another department", row)
                                .isIn(403, 404);
                    }
                }));
    }

    private Stream<Row> rows() {
        return AccessMatrix.rows(prefixes()).stream();
    }

    private int ask(Row row, String authorization, String department, String query)
            throws IOException, InterruptedException {
        var path = VARIABLE.matcher(row.path()).replaceAll(variable -> switch (variable.group(1)) {
            case "department" -> department;
            case "period" -> query.isEmpty() ? NOTHING_THERE.get("period") : BEGUN;
            case String other ->
                NOTHING_THERE.getOrDefault(other, UUID.randomUUID().toString());
        });
        var all = row.path().startsWith("/odata") || !query.isEmpty() ? "" : "period=2199-01";
        var request = HttpRequest.newBuilder(service().resolve(path + "?" + all + "&" + query))
                .header("Content-Type", contentTypes().getOrDefault(row.toString(), "application/json"))
                .method(
                        row.method(),
                        row.method().equals("GET")
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(bodies().getOrDefault(row.toString(), "{}")));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        var answer = CLIENT.send(request.build(), BodyHandlers.ofInputStream());
        // Not read: what streams does not end by itself.
        answer.body().close();
        return answer.statusCode();
    }
}
