package org.huisheng.feedback.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.huisheng.feedback.HttpTest;
import org.huisheng.kit.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ClocksOfCasesTest extends HttpTest {

    private static final String POLICIES = "/api/feedback/v1/sla-policies";

    @Test
    void a_case_shows_its_clocks_through_its_life() {
        var id = opened();
        as(office())
                .get(CASES + "/" + id)
                .then()
                .body("clocks.kind", contains("FIRST_RESPONSE", "RESOLUTION"))
                .body("clocks.state", contains("RUNNING", "RUNNING"))
                .body("clocks[1].dueAt", notNullValue());

        step(office(), id, "assignment", Map.of("department", "DIST")).then().statusCode(200);
        step(liaison("DIST"), id, "start", Map.of())
                .then()
                .body("clocks[0].state", equalTo("MET"))
                .body("clocks[0].stoppedAt", notNullValue());
        resolve("DIST", id)
                .then()
                .body("clocks.kind", contains("FIRST_RESPONSE", "RESOLUTION", "CONFIRMATION"))
                .body("clocks.state", contains("MET", "MET", "RUNNING"));
        step(office(), id, "dispute", Map.of("reason", "还是低"))
                .then()
                .body("clocks.state", contains("MET", "RUNNING", "MET"));
        step(liaison("DIST"), id, "start", Map.of()).then().statusCode(200);
        resolve("DIST", id).then().body("clocks.state", contains("MET", "MET", "RUNNING"));
        step(office(), id, "confirmation", Map.of("rating", 5))
                .then()
                .body("clocks.state", contains("MET", "MET", "MET"));
    }

    @Test
    void only_waiting_for_the_stakeholder_stops_a_clock_and_it_needs_a_reason() {
        var id = assigned("DIST");
        step(liaison("DIST"), id, "waiting", Map.of("reason", "等用户")).then().statusCode(409);
        step(liaison("DIST"), id, "start", Map.of()).then().statusCode(200);
        step(liaison("DIST"), id, "waiting", Map.of("note", "x")).then().statusCode(422);
        step(liaison("DIST"), id, "resumption", Map.of()).then().statusCode(409);

        step(liaison("DIST"), id, "waiting", Map.of("reason", "等用户提供户号", "note", "已去电"))
                .then()
                .statusCode(200)
                .body("status", equalTo("WAITING"))
                .body("clocks[1].state", equalTo("PAUSED"))
                .body("clocks[1].dueAt", nullValue())
                .body("clocks[1].pausedSince", notNullValue())
                .body("timeline[-1].note", equalTo("等用户提供户号\n已去电"));
        resolve("DIST", id).then().statusCode(409);
        step(liaison("DIST"), id, "start", Map.of()).then().statusCode(409);

        step(liaison("DIST"), id, "resumption", Map.of())
                .then()
                .statusCode(200)
                .body("status", equalTo("IN_PROGRESS"))
                .body("clocks[1].state", equalTo("RUNNING"));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "OFFICE, -, 200, 200, 200",
                "LIAISON, DIST, 200, 200, 403",
                "LIAISON, MKT, 403, 403, 403",
                "LEADER, -, 403, 403, 403",
                "ADMIN, -, 403, 403, 403",
                "SURVEYOR, DIST, 403, 403, 403"
            })
    void who_handles_a_case_may_wait_and_only_the_office_sets_its_clocks_anew(
            String role, String department, int wait, int resume, int recompute) {
        var id = assigned("DIST");
        step(liaison("DIST"), id, "start", Map.of()).then().statusCode(200);
        var bearer = TestTokens.bearer("somebody", department, role);

        step(bearer, id, "waiting", Map.of("reason", "x")).then().statusCode(wait);
        step(bearer, id, "resumption", Map.of()).then().statusCode(resume);
        step(bearer, id, "clock-recomputation", Map.of("reason", "x")).then().statusCode(recompute);
    }

    @Test
    void nobody_sets_the_clocks_of_their_own_department_anew() {
        var id = assigned("DIST");

        step(TestTokens.bearer("both", "DIST", "OFFICE"), id, "clock-recomputation", Map.of("reason", "x"))
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:huisheng:problem:own-department"));
    }

    @Test
    void a_case_typed_in_late_has_no_more_time_than_one_typed_in_at_once() {
        var late = new HashMap<>(complaint());
        late.put("receivedAt", "2026-01-05T09:00:00+08:00");

        as(office())
                .body(late)
                .post(CASES)
                .then()
                .statusCode(201)
                .body("clocks[0].dueAt", equalTo("2026-01-06T01:00:00Z"))
                .body("clocks[0].state", equalTo("BREACHED"));
    }

    @Test
    void a_change_of_policy_moves_no_clock_until_somebody_asks() {
        String policy = as(office())
                .body(policy("change-me", 450))
                .post(POLICIES)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        var wanted = new HashMap<>(complaint());
        wanted.put("category", "change-me.deeper");
        String id = as(office()).body(wanted).post(CASES).then().extract().path("id");
        String due = as(office()).get(CASES + "/" + id).path("clocks[1].dueAt");

        as(office())
                .body(Map.of("calendar", "ALWAYS", "minutes", 60, "ladder", ladder()))
                .put(POLICIES + "/" + policy)
                .then()
                .statusCode(200)
                .body("revision", equalTo(2));

        as(office()).get(CASES + "/" + id).then().body("clocks[1].dueAt", equalTo(due));
        step(office(), id, "clock-recomputation", Map.of("reason", "新规则"))
                .then()
                .statusCode(200)
                .body("timeline.step", hasItem("CLOCKS_RECOMPUTED"));
        String now = as(office()).get(CASES + "/" + id).path("clocks[1].dueAt");
        assertThat(now).isNotEqualTo(due);
        as(office()).get(POLICIES + "/" + policy + "/revisions").then().body("items.minutes", contains(60, 450));
    }

    @ParameterizedTest
    @CsvSource({
        "OFFICE, 200, 422",
        "ADMIN, 200, 422",
        "LEADER, 200, 403",
        "LIAISON, 200, 403",
        "SURVEYOR, 403, 403",
        "ANALYST, 403, 403"
    })
    void all_who_have_due_times_see_the_policies_and_office_and_administrator_keep_them(
            String role, int read, int change) {
        var bearer = TestTokens.bearer("somebody", "DIST", role);
        String id = as(office()).get(POLICIES).path("items[0].id");

        as(bearer).get(POLICIES).then().statusCode(read);
        as(bearer).get(POLICIES + "/" + id + "/revisions").then().statusCode(read);
        as(bearer).body(Map.of("minutes", 0)).post(POLICIES).then().statusCode(change);
        as(bearer).body(Map.of("minutes", 0)).put(POLICIES + "/" + id).then().statusCode(change);
        as(bearer).delete(POLICIES + "/" + id).then().statusCode(change == 403 ? 403 : 409);
    }

    @Test
    void all_that_is_wrong_with_a_policy_is_said_at_once_and_one_scope_has_one_policy() {
        as(office())
                .body(Map.of(
                        "clock",
                        "RESOLUTION",
                        "calendar",
                        "NONE",
                        "minutes",
                        450,
                        "ladder",
                        List.of(rung(-60), rung(-60), rung(10))))
                .post(POLICIES)
                .then()
                .statusCode(422)
                .body("violations.path", contains("/calendar", "/ladder/1/afterMinutes", "/ladder"))
                .body("violations.code", contains("unknown-calendar", "out-of-range", "no-breach"));
        as(office()).body(policy("twice", 450)).post(POLICIES).then().statusCode(201);
        as(office())
                .body(policy("twice", 500))
                .post(POLICIES)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:huisheng:problem:policy-exists"));
    }

    @Test
    void a_policy_can_be_ended_by_those_who_saw_its_present_revision() {
        var created = as(office()).body(policy("to-end", 450)).post(POLICIES);
        var path = POLICIES + "/" + created.path("id");

        as(office()).header("If-Match", "\"9\"").delete(path).then().statusCode(412);
        as(office())
                .header("If-Match", created.header("ETag"))
                .delete(path)
                .then()
                .statusCode(204);
        as(office()).delete(path).then().statusCode(404);
        as(office()).body(policy("to-end", 450)).post(POLICIES).then().statusCode(201);
    }

    private static Map<String, Object> policy(String category, int minutes) {
        return Map.of(
                "clock",
                "RESOLUTION",
                "category",
                category,
                "calendar",
                "OFFICE",
                "minutes",
                minutes,
                "ladder",
                ladder());
    }

    private static List<Map<String, Object>> ladder() {
        return List.of(rung(-30), rung(0));
    }

    private static Map<String, Object> rung(int after) {
        return Map.of("afterMinutes", after, "to", "OFFICE");
    }
}
