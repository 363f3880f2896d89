package org.huisheng.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.huisheng.kit.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class MergeTest extends MergeHttpTest {

    @Test
    void a_duplicate_ends_with_a_link_to_the_case_that_goes_on_and_its_clocks_stand() {
        var survivor = assigned("DIST");
        var duplicate = started("DIST");

        merge(office(), duplicate, survivor)
                .then()
                .statusCode(200)
                .body("status", equalTo("MERGED"))
                .body("mergedInto", equalTo(survivor))
                .body("ending", nullValue())
                .body("clocks.state", contains("MET", "MET"))
                .body("timeline[-1].step", equalTo("MERGED"))
                .body("timeline[-1].reference", equalTo(survivor))
                .body("timeline[-1].note", equalTo("同一变压器"));

        as(office())
                .get(CASES + "/" + survivor)
                .then()
                .body("status", equalTo("ASSIGNED"))
                .body("timeline[-1].step", equalTo("DUPLICATE_JOINED"))
                .body("timeline[-1].reference", equalTo(duplicate));
        as(liaison("DIST")).get(CASES + "/" + survivor + "/duplicates").then().body("items.id", contains(duplicate));
        step(office(), duplicate, "notes", Map.of("note", "x"))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:huisheng:problem:case-merged"));
        step(office(), duplicate, "assignment", Map.of("department", "MKT"))
                .then()
                .statusCode(409);
        step(liaison("DIST"), duplicate, "start", Map.of()).then().statusCode(409);
    }

    @Test
    void merging_again_is_the_same_merging_and_an_outdated_version_is_refused() {
        var survivor = opened();
        var duplicate = opened();
        var version = as(office()).get(CASES + "/" + duplicate).header("ETag");
        var stale = "\"99\"";

        as(office())
                .header("If-Match", stale)
                .body(Map.of("into", survivor, "reason", "x"))
                .post(CASES + "/" + duplicate + "/merge")
                .then()
                .statusCode(412);
        for (var i = 0; i < 2; i++) {
            as(office())
                    .header("If-Match", version)
                    .body(Map.of("into", survivor, "reason", "x"))
                    .post(CASES + "/" + duplicate + "/merge")
                    .then()
                    .statusCode(200)
                    .body("timeline", hasSize(2));
        }
        as(office()).get(CASES + "/" + survivor).then().body("timeline", hasSize(2));
    }

    @Test
    void there_are_no_chains_no_circles_and_nothing_goes_into_itself() {
        var first = opened();
        var second = opened();
        var third = opened();
        refused(merge(office(), second, second), "merge-with-itself");
        merge(office(), second, first).then().statusCode(200);

        refused(merge(office(), third, second), "merge-chain");
        refused(merge(office(), first, second), "merge-chain");
        refused(merge(office(), second, third), "illegal-transition");
        merge(office(), third, UUID.randomUUID().toString()).then().statusCode(404);
        step(office(), third, "merge", Map.of("into", first)).then().statusCode(422);
    }

    @Test
    void nobody_escapes_a_bad_number_by_merging() throws SQLException {
        var survivor = assigned("DIST");
        var resolved = resolved("DIST");
        var disputed = resolved("DIST");
        step(office(), disputed, "dispute", Map.of("reason", "没好")).then().statusCode(200);
        var late = assigned("DIST");
        execute("UPDATE feedback_case SET response_due_at = now() - interval '1 minute' WHERE id = '" + late + "'");
        var urgent = new HashMap<>(complaint());
        urgent.put("severity", "CRITICAL");
        String dueFirst = as(office()).body(urgent).post(CASES).path("id");

        refused(merge(office(), resolved, survivor), "illegal-transition");
        refused(merge(office(), disputed, survivor), "illegal-transition");
        step(liaison("DIST"), disputed, "start", Map.of()).then().statusCode(200);
        refused(merge(office(), disputed, survivor), "merge-resolved");
        refused(merge(office(), late, survivor), "merge-late");
        refused(merge(office(), dueFirst, survivor), "merge-into-later");
        refused(merge(office(), survivor, resolved), "merge-into-resolved");
        merge(office(), survivor, dueFirst).then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"OFFICE, -, 200", "LIAISON, DIST, 200", "LIAISON, MKT, 403", "LEADER, -, 403", "ADMIN, -, 403"})
    void liaisons_merge_what_is_their_own_and_only_the_office_takes_it_apart(
            String role, String department, int merge) {
        var bearer = TestTokens.bearer("somebody", department, role);
        var survivor = assigned("DIST");
        var duplicate = assigned("DIST");

        merge(bearer, duplicate, survivor).then().statusCode(merge);

        if (merge == 200) {
            step(bearer, duplicate, "separation", Map.of("reason", "x"))
                    .then()
                    .statusCode(role.equals("OFFICE") ? 200 : 403);
        }
        var foreign = assigned("MKT");
        var own = assigned("DIST");
        if (role.equals("LIAISON")) {
            merge(bearer, own, foreign).then().statusCode(403);
            merge(bearer, foreign, own).then().statusCode(403);
        }
    }

    @Test
    void of_two_who_merge_two_cases_into_each_other_one_does() throws Exception {
        for (var i = 0; i < 10; i++) {
            var one = opened();
            var other = opened();
            execute("UPDATE feedback_case SET resolution_due_at = NULL, received_at = '2026-01-01' WHERE id IN ('" + one
                    + "', '" + other + "')");

            var statuses = together(List.of(
                    () -> merge(office(), one, other).statusCode(),
                    () -> merge(office(), other, one).statusCode()));

            assertThat(statuses).containsExactlyInAnyOrder(200, 409);
        }
    }

    private static void refused(Response response, String code) {
        response.then().statusCode(409).body("type", equalTo("urn:huisheng:problem:" + code));
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static List<Integer> together(List<Callable<Integer>> calls) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(calls).stream().map(Future::resultNow).toList();
        }
    }
}
