package org.huisheng.feedback;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.cloudevents.CloudEvent;
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
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class MergeTest extends HttpTest {

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
    void whoever_brought_the_duplicate_is_asked_too_and_reads_nothing_meant_for_the_other() {
        var survivor = assigned("DIST");
        var duplicate = opened();
        merge(office(), duplicate, survivor).then().statusCode(200);
        step(liaison("DIST"), survivor, "start", Map.of("publicNote", "致甲客户"))
                .then()
                .statusCode(200);
        step(office(), survivor, "notes", Map.of("publicNote", "甲客户请留意")).then().statusCode(200);
        resolve("DIST", survivor).then().statusCode(200);

        assertThat(count("SELECT count(*) FROM notification WHERE attempt = 1 AND about = '" + survivor
                        + "' AND case_id IN ('" + survivor + "', '" + duplicate + "')"))
                .isEqualTo(2);
        var token = link(office(), duplicate);
        var seen = given().get(CONFIRMATIONS + "/" + token);
        seen.then()
                .body("state", equalTo("OPEN"))
                .body("actionTaken", equalTo("更换接头"))
                .body("steps.step", contains("OPENED", "STARTED", "RESOLVED"));
        assertThat(seen.asString()).doesNotContain("甲客户");
        as(office())
                .get(CASES + "/" + duplicate)
                .then()
                .body("timeline.step", hasItem("FOLLOWED"))
                .body("status", equalTo("MERGED"));
    }

    @Test
    void one_who_disagrees_reopens_the_case_for_all() {
        var survivor = assigned("DIST");
        var duplicate = opened();
        merge(office(), duplicate, survivor).then().statusCode(200);
        step(liaison("DIST"), survivor, "start", Map.of()).then().statusCode(200);
        resolve("DIST", survivor).then().statusCode(200);
        var theirs = link(office(), duplicate);
        var other = link(office(), survivor);

        answer(theirs, Map.of("outcome", "DISPUTED", "reason", "乙家仍然偏低"))
                .then()
                .statusCode(200)
                .body("state", equalTo("DISPUTED"));

        as(office())
                .get(CASES + "/" + survivor)
                .then()
                .body("status", equalTo("DISPUTED"))
                .body("timeline[-1].note", equalTo("乙家仍然偏低"));
        var seen = given().get(CONFIRMATIONS + "/" + other);
        seen.then().body("state", equalTo("DISPUTED"));
        assertThat(seen.asString()).doesNotContain("乙家");
    }

    @Test
    void each_confirms_for_themselves_and_who_disagrees_with_what_is_settled_has_a_case_of_their_own_again() {
        var survivor = assigned("DIST");
        var agreeing = opened();
        var disagreeing = assigned("DIST");
        merge(office(), agreeing, survivor).then().statusCode(200);
        merge(office(), disagreeing, survivor).then().statusCode(200);
        step(liaison("DIST"), survivor, "start", Map.of()).then().statusCode(200);
        resolve("DIST", survivor).then().statusCode(200);
        var yes = link(office(), agreeing);
        var no = link(office(), disagreeing);

        answer(link(office(), survivor), Map.of("outcome", "CONFIRMED", "rating", 5))
                .then()
                .statusCode(200);
        given().get(CONFIRMATIONS + "/" + yes).then().body("state", equalTo("OPEN"));
        for (var i = 0; i < 2; i++) {
            answer(yes, Map.of("outcome", "CONFIRMED", "rating", 4))
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("CONFIRMED"));
            answer(no, Map.of("outcome", "DISPUTED", "reason", "没好"))
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("DISPUTED"));
        }

        as(office())
                .get(CASES + "/" + agreeing)
                .then()
                .body("status", equalTo("MERGED"))
                .body("rating", nullValue())
                .body("timeline[-1].step", equalTo("AGREED"))
                .body("timeline[-1].rating", equalTo(4));
        as(office())
                .get(CASES + "/" + disagreeing)
                .then()
                .body("status", equalTo("ASSIGNED"))
                .body("mergedInto", nullValue())
                .body("clocks.state", everyItem(equalTo("RUNNING")))
                .body("timeline[-1].publicNote", equalTo("没好"));
        as(office()).get(CASES + "/" + survivor).then().body("status", equalTo("CONFIRMED"));
        step(liaison("DIST"), disagreeing, "start", Map.of()).then().statusCode(200);
        resolve("DIST", disagreeing).then().statusCode(200);
    }

    @Test
    void what_is_taken_apart_goes_on_where_it_was_left_and_all_of_it_is_told() {
        var responseId = UUID.randomUUID();
        var survivor = assigned("DIST");
        var request = new HashMap<>(complaint());
        request.put("responseId", responseId);
        String duplicate = as(office()).body(request).post(CASES).path("id");
        step(office(), duplicate, "assignment", Map.of("department", "DIST"))
                .then()
                .statusCode(200);
        step(liaison("DIST"), duplicate, "start", Map.of()).then().statusCode(200);
        step(liaison("DIST"), duplicate, "waiting", Map.of("reason", "等用户"))
                .then()
                .statusCode(200);
        merge(office(), duplicate, survivor).then().statusCode(200);
        step(liaison("DIST"), survivor, "start", Map.of()).then().statusCode(200);
        step(office(), duplicate, "separation", Map.of("reason", "另一台变压器"))
                .then()
                .statusCode(200)
                .body("status", equalTo("IN_PROGRESS"))
                .body("clocks.state", contains("MET", "RUNNING"));
        refused(step(office(), duplicate, "separation", Map.of("reason", "x")), "not-merged");

        var events = EventsOf.key(kafka, duplicate, 6);

        assertThat(events)
                .extracting(CloudEvent::getType)
                .containsExactly(
                        "feedback.case-opened.v1",
                        "feedback.case-assigned.v1",
                        "feedback.case-started.v1",
                        "feedback.case-merged.v1",
                        "feedback.case-followed.v1",
                        "feedback.case-separated.v1");
        assertThat(EventsOf.data(events.get(3)))
                .contains("\"responded\":true", "\"stage\":\"RECEIVED\"", "\"into\":\"" + survivor + "\"");
        assertThat(EventsOf.data(events.get(4)))
                .contains("\"stage\":\"IN_PROGRESS\"", "\"responseId\":\"" + responseId + "\"");
        assertThat(EventsOf.data(events.get(5))).contains("\"responded\":true", "\"stage\":\"IN_PROGRESS\"");
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

    @Test
    void what_may_be_a_duplicate_is_of_the_same_enterprise_or_kind_and_time() {
        var enterprise = "某厂" + UUID.randomUUID();
        var asked = from(enterprise, "power-quality.flicker");
        var sameEnterprise = from(enterprise, "billing");
        var sameKind = from("另一厂", "power-quality.flicker");
        var neither = from("另一厂", "metering");
        step(office(), sameKind, "assignment", Map.of("department", "MKT"))
                .then()
                .statusCode(200);

        as(office())
                .get(CASES + "/" + asked + "/similar")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(sameKind))
                .body("items.id", not(hasItem(neither)))
                .body("items.id", not(hasItem(asked)))
                .body("items[0].id", equalTo(sameEnterprise))
                .body("items[0].sameOrganisation", equalTo(true))
                .body("items[0].sameCategory", equalTo(false));
        step(office(), asked, "assignment", Map.of("department", "DIST")).then().statusCode(200);
        as(liaison("DIST"))
                .get(CASES + "/" + asked + "/similar?days=1")
                .then()
                .statusCode(200)
                .body("items.department", everyItem(equalTo("DIST")))
                .body("items.id", not(hasItem(sameKind)));
        as(liaison("MKT")).get(CASES + "/" + asked + "/similar").then().statusCode(403);
        as(office()).get(CASES + "/" + asked + "/similar?days=0").then().statusCode(400);
        as(office()).get(CASES + "/" + asked + "/duplicates").then().body("items", empty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stakeholder_organisation = 'x' AND opened_at >= now() AND opened_at <= now()",
                "side = 'x' AND category = 'x' AND opened_at >= now() AND opened_at <= now()"
            })
    void possible_duplicates_are_read_from_an_index_in_order(String condition) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("SET enable_seqscan = off");
            statement.execute("SET enable_sort = off");
            statement.execute("SET enable_bitmapscan = off");
            try (var rows = statement.executeQuery("EXPLAIN SELECT * FROM feedback_case WHERE " + condition
                    + " ORDER BY opened_at DESC, id DESC LIMIT 20")) {
                var plan = new StringBuilder();
                while (rows.next()) {
                    plan.append(rows.getString(1)).append('\n');
                }
                assertThat(plan.toString())
                        .containsPattern("feedback_case_(organisation|alike)")
                        .doesNotContain("Sort");
            } finally {
                statement.execute("RESET ALL");
            }
        }
    }

    private static String from(String organisation, String category) {
        var request = new HashMap<>(complaint());
        request.put("category", category);
        request.put("stakeholder", Map.of("organisation", organisation));
        return as(office()).body(request).post(CASES).path("id");
    }

    private static String started(String department) {
        var id = assigned(department);
        step(liaison(department), id, "start", Map.of()).then().statusCode(200);
        return id;
    }

    private static Response merge(String bearer, String duplicate, String survivor) {
        return step(bearer, duplicate, "merge", Map.of("into", survivor, "reason", "同一变压器"));
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
