package org.huisheng.feedback;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.huisheng.kit.testing.TestTokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CaseLifeTest extends HttpTest {

    @Test
    void a_complaint_is_registered_worked_on_confirmed_by_the_stakeholder_and_closed() {
        var created = as(office()).body(complaint()).post(CASES);
        String id = created.then()
                .statusCode(201)
                .header("ETag", "\"0\"")
                .body("status", equalTo("RECEIVED"))
                .body("severity", equalTo("NORMAL"))
                .body("stakeholder.phone", equalTo("000-12345"))
                .body("timeline.step", contains("OPENED"))
                .extract()
                .path("id");
        assertThat(created.header("Location")).endsWith(CASES + "/" + id);

        as(office())
                .header("If-Match", "\"0\"")
                .body(Map.of("department", "DIST", "note", "请尽快"))
                .post(CASES + "/" + id + "/assignment")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("status", equalTo("ASSIGNED"))
                .body("department", equalTo("DIST"));
        as(liaison("DIST"))
                .post(CASES + "/" + id + "/start")
                .then()
                .statusCode(200)
                .body("status", equalTo("IN_PROGRESS"));
        resolve("DIST", id)
                .then()
                .statusCode(200)
                .body("status", equalTo("RESOLVED"))
                .body("attempt", equalTo(1));

        var requested = step(office(), id, "confirmation-requests", Map.of());
        String token = requested.path("token");
        requested
                .then()
                .statusCode(201)
                .header("Location", equalTo(CONFIRMATIONS + "/" + token))
                .body("url", endsWith("/c/" + token));
        given().get(CONFIRMATIONS + "/" + token)
                .then()
                .statusCode(200)
                .body("state", equalTo("OPEN"))
                .body("title", equalTo("电压不稳"))
                .body("departmentName", equalTo("配电运检室"))
                .body("actionTaken", equalTo("更换接头"))
                .body("steps.step", contains("OPENED", "STARTED", "RESOLVED"));
        answer(token, Map.of("outcome", "CONFIRMED", "rating", 5, "comment", "很快"))
                .then()
                .statusCode(200)
                .body("state", equalTo("CONFIRMED"));

        step(office(), id, "closure", Map.of("note", "归档")).then().statusCode(200);
        as(liaison("DIST"))
                .get(CASES + "/" + id)
                .then()
                .statusCode(200)
                .body("status", equalTo("CLOSED"))
                .body("rating", equalTo(5))
                .body("resolution.rootCause", equalTo("接头老化"))
                .body("timeline.seq", contains(1, 2, 3, 4, 5, 6, 7))
                .body(
                        "timeline.step",
                        contains(
                                "OPENED",
                                "ASSIGNED",
                                "STARTED",
                                "RESOLVED",
                                "CONFIRMATION_REQUESTED",
                                "CONFIRMED",
                                "CLOSED"))
                .body(
                        "timeline.actor",
                        contains("office", "office", "liaison-DIST", "liaison-DIST", "office", "stakeholder", "office"))
                .body("timeline[1].note", equalTo("请尽快"))
                .body("timeline[5].publicNote", equalTo("很快"))
                .body("timelineNext", nullValue());
    }

    @Test
    void a_disputed_resolution_reopens_the_case_and_its_old_links_are_worth_nothing() {
        var id = resolved("DIST");
        var used = link(office(), id);
        var unused = link(office(), id);

        answer(used, Map.of("outcome", "DISPUTED", "reason", "还是不稳"))
                .then()
                .statusCode(200)
                .body("state", equalTo("DISPUTED"));
        step(liaison("DIST"), id, "start", Map.of()).then().statusCode(200).body("status", equalTo("IN_PROGRESS"));
        resolve("DIST", id).then().statusCode(200).body("attempt", equalTo(2));

        given().get(CONFIRMATIONS + "/" + unused)
                .then()
                .statusCode(200)
                .body("state", equalTo("SUPERSEDED"))
                .body("title", nullValue());
        answer(unused, Map.of("outcome", "CONFIRMED", "rating", 5))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:huisheng:problem:confirmation-superseded"));
        answer(link(office(), id), Map.of("outcome", "CONFIRMED", "rating", 4))
                .then()
                .statusCode(200);
    }

    @Test
    void what_is_said_to_the_stakeholder_with_an_assignment_reaches_them_and_what_is_said_to_colleagues_does_not() {
        var id = opened();
        step(office(), id, "assignment", Map.of("department", "DIST", "note", "先查台区", "publicNote", "已交配电运检室"))
                .then()
                .statusCode(200);
        step(office(), id, "assignment", Map.of("department", "MKT", "note", "改派"))
                .then()
                .statusCode(200);
        step(liaison("MKT"), id, "start", Map.of()).then().statusCode(200);
        resolve("MKT", id).then().statusCode(200);

        var shown = given().get(CONFIRMATIONS + "/" + link(office(), id));

        shown.then().statusCode(200).body("steps.note", hasItem("已交配电运检室"));
        shown.then().body("steps.findAll { it.step == 'ASSIGNED' }", hasSize(1));
        assertThat(shown.asString()).doesNotContain("先查台区", "改派");
    }

    @Test
    void an_answer_given_twice_is_one_answer_and_a_different_one_is_refused() {
        var token = link(office(), resolved("DIST"));
        var confirmed = Map.of("outcome", "CONFIRMED", "rating", 3);

        answer(token, confirmed).then().statusCode(200);
        answer(token, confirmed).then().statusCode(200).body("state", equalTo("CONFIRMED"));

        answer(token, Map.of("outcome", "DISPUTED", "reason", "后悔了")).then().statusCode(409);
        answer(token, Map.of("outcome", "CONFIRMED", "rating", 5)).then().statusCode(409);
    }

    @Test
    void an_expired_link_shows_nothing_and_takes_no_answer() throws Exception {
        var id = resolved("DIST");
        var token = link(office(), id);
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("UPDATE confirmation SET requested_at = now() - interval '15 days', expires_at = now()"
                    + " - interval '1 day' WHERE case_id = '" + id + "'");
        }

        given().get(CONFIRMATIONS + "/" + token)
                .then()
                .statusCode(200)
                .body("state", equalTo("EXPIRED"))
                .body("actionTaken", nullValue());
        answer(token, Map.of("outcome", "CONFIRMED", "rating", 5))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:huisheng:problem:confirmation-expired"));
    }

    @Test
    void the_office_records_a_call_and_the_link_then_shows_the_answer() {
        var id = resolved("DIST");
        var token = link(office(), id);

        step(office(), id, "confirmation", Map.of("rating", 4))
                .then()
                .statusCode(200)
                .body("rating", equalTo(4));

        given().get(CONFIRMATIONS + "/" + token).then().body("state", equalTo("CONFIRMED"));
        answer(token, Map.of("outcome", "DISPUTED", "reason", "x"))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:huisheng:problem:illegal-transition"));
    }

    @Test
    void nobody_confirms_or_disputes_a_case_of_their_own_department_whatever_their_role() {
        var id = resolved("DIST");
        var insider = TestTokens.bearer("two-hats", "DIST", "OFFICE");

        step(insider, id, "confirmation", Map.of("rating", 5))
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:huisheng:problem:own-department"));
        step(insider, id, "dispute", Map.of("reason", "x")).then().statusCode(403);
        step(TestTokens.bearer("other", "MKT", "OFFICE"), id, "dispute", Map.of("reason", "来电"))
                .then()
                .statusCode(200);
    }

    @Test
    void opening_again_with_the_same_id_and_content_answers_the_same_case_and_other_content_is_refused() {
        var request = new HashMap<>(complaint());
        request.put("caseId", UUID.randomUUID().toString());

        as(office()).body(request).post(CASES).then().statusCode(201).body("id", equalTo(request.get("caseId")));
        as(office()).body(request).post(CASES).then().statusCode(200).body("timeline", hasSize(1));
        request.put("title", "别的事");
        as(office())
                .body(request)
                .post(CASES)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:huisheng:problem:case-differs"))
                .body("detail", notNullValue());
    }

    @Test
    void a_step_on_a_version_that_is_no_longer_the_present_one_is_refused() {
        var id = assigned("DIST");

        as(liaison("DIST"))
                .header("If-Match", "\"0\"")
                .post(CASES + "/" + id + "/start")
                .then()
                .statusCode(412);
        as(liaison("DIST"))
                .header("If-Match", "\"1\"")
                .post(CASES + "/" + id + "/start")
                .then()
                .statusCode(200);
    }
}
