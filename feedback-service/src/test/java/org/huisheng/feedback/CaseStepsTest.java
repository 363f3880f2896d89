package org.huisheng.feedback;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.huisheng.kit.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Steps beside the straight way: handing over, notes, corrections, nobody answering, overrides. */
@QuarkusTest
class CaseStepsTest extends HttpTest {

    private static final Map<String, Object> IN_VAIN = Map.of("channel", "PHONE", "outcome", "NO_ANSWER", "note", "关机");
    private static final Map<String, Object> CLOSING = Map.of("outcome", "CLOSED", "reason", "企业已注销");

    @Test
    void work_goes_to_another_department_with_a_reason_and_its_first_receiver_keeps_seeing_it() {
        var id = started("DIST");

        step(liaison("DIST"), id, "transfer", Map.of("department", "MKT"))
                .then()
                .statusCode(422);
        step(liaison("MKT"), id, "transfer", Map.of("department", "MKT", "reason", "x"))
                .then()
                .statusCode(403);
        step(liaison("DIST"), id, "transfer", Map.of("department", "OLD", "reason", "x"))
                .then()
                .statusCode(422);
        step(liaison("DIST"), id, "transfer", Map.of("department", "MKT", "reason", "属电价问题"))
                .then()
                .statusCode(200)
                .body("status", equalTo("ASSIGNED"))
                .body("department", equalTo("MKT"))
                .body("firstReceiver", equalTo("DIST"))
                .body("timeline[3].step", equalTo("TRANSFERRED"))
                .body("timeline[3].note", equalTo("属电价问题"));

        step(liaison("DIST"), id, "start", Map.of()).then().statusCode(403);
        step(liaison("DIST"), id, "notes", Map.of("publicNote", "已转营销部"))
                .then()
                .statusCode(200)
                .body("stakeholder.name", notNullValue());
        step(liaison("MKT"), id, "start", Map.of()).then().statusCode(200).body("firstReceiver", equalTo("DIST"));
        var insider = TestTokens.bearer("two-hats", "DIST", "OFFICE");
        resolve("MKT", id).then().statusCode(200);
        step(insider, id, "confirmation", Map.of("rating", 5)).then().statusCode(403);
        step(insider, id, "confirmation-requests", Map.of()).then().statusCode(403);
    }

    @Test
    void the_stakeholder_reads_what_is_meant_for_them_and_nothing_else() {
        var id = resolved("DIST");
        step(liaison("DIST"), id, "notes", Map.of("note", "客户情绪激动")).then().statusCode(200);
        step(office(), id, "notes", Map.of("publicNote", "已约定复测时间")).then().statusCode(200);
        step(office(), id, "notes", Map.of()).then().statusCode(422);

        var seen = given().get(CONFIRMATIONS + "/" + link(office(), id));

        seen.then().statusCode(200).body("steps.note", hasItem("已约定复测时间"));
        assertThat(seen.asString()).doesNotContain("客户情绪激动");
    }

    @Test
    void the_office_corrects_severity_and_category_with_a_reason_and_retries_of_the_opening_still_fit() {
        var request = new HashMap<>(complaint());
        var id = java.util.UUID.randomUUID().toString();
        request.put("caseId", id);
        as(office()).body(request).post(CASES).then().statusCode(201);

        step(office(), id, "severity", Map.of("severity", "CRITICAL", "reason", "涉及医院"))
                .then()
                .statusCode(200)
                .body("severity", equalTo("CRITICAL"))
                .body("timeline[1].changedFrom", equalTo("NORMAL"))
                .body("timeline[1].changedTo", equalTo("CRITICAL"))
                .body("timeline[1].note", equalTo("涉及医院"));
        step(office(), id, "category", Map.of("category", "billing.price", "reason", "错分"))
                .then()
                .statusCode(200)
                .body("category", equalTo("billing.price"))
                .body("status", equalTo("RECEIVED"));
        step(office(), id, "category", Map.of("category", "billing.price"))
                .then()
                .statusCode(422);
        as(office()).body(request).post(CASES).then().statusCode(200);
    }

    @Test
    void unreachable_is_only_who_was_called_in_vain_on_three_days_and_their_late_answer_still_counts()
            throws SQLException {
        var id = resolved("DIST");
        var token = link(office(), id);

        for (var i = 0; i < 5; i++) {
            step(office(), id, "contact-attempts", IN_VAIN).then().statusCode(200);
        }
        step(office(), id, "unreachable", Map.of())
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:huisheng:problem:too-few-attempts"));
        step(office(), id, "closure", Map.of()).then().statusCode(409);
        yesterdayThrice(id);
        step(office(), id, "unreachable", Map.of())
                .then()
                .statusCode(200)
                .body("status", equalTo("UNREACHABLE"))
                .body("rating", nullValue());

        given().get(CONFIRMATIONS + "/" + token).then().body("state", equalTo("OPEN"));
        answer(token, Map.of("outcome", "CONFIRMED", "rating", 4)).then().statusCode(200);
        as(office())
                .get(CASES + "/" + id)
                .then()
                .body("status", equalTo("CONFIRMED"))
                .body("rating", equalTo(4));
    }

    @Test
    void a_case_closed_as_unreachable_has_no_rating_and_its_link_says_that_it_is_over() throws SQLException {
        var id = resolved("DIST");
        var token = link(office(), id);
        step(office(), id, "contact-attempts", IN_VAIN).then().statusCode(200);
        yesterdayThrice(id);
        step(office(), id, "unreachable", Map.of("note", "三次未接")).then().statusCode(200);

        step(office(), id, "closure", Map.of())
                .then()
                .statusCode(200)
                .body("status", equalTo("CLOSED"))
                .body("ending", equalTo("UNREACHABLE"))
                .body("rating", nullValue());

        given().get(CONFIRMATIONS + "/" + token)
                .then()
                .body("state", equalTo("CLOSED"))
                .body("actionTaken", nullValue());
        answer(token, Map.of("outcome", "CONFIRMED", "rating", 5)).then().statusCode(409);
        step(office(), id, "notes", Map.of("note", "x"))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:huisheng:problem:case-closed"));
    }

    @Test
    void an_override_takes_a_reason_and_a_second_person_from_elsewhere() {
        var id = resolved("DIST");
        step(office(), id, "overrides", Map.of("outcome", "CLOSED")).then().statusCode(422);
        var proposed = step(office(), id, "overrides", CLOSING);
        proposed.then().statusCode(201).body("verdict", nullValue()).body("number", equalTo(1));
        assertThat(proposed.header("Location")).endsWith("/overrides/1");
        step(office(), id, "overrides", CLOSING)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:huisheng:problem:override-pending"));

        step(office(), id, "overrides/1/approval", Map.of())
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:huisheng:problem:second-person"));
        step(TestTokens.bearer("boss", "DIST", "LEADER"), id, "overrides/1/approval", Map.of())
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:huisheng:problem:own-department"));
        step(TestTokens.bearer("boss", null, "LEADER"), id, "overrides/1/approval", Map.of("note", "同意"))
                .then()
                .statusCode(200)
                .body("status", equalTo("CLOSED"))
                .body("ending", equalTo("OVERRIDDEN"))
                .body("rating", nullValue())
                .body("stakeholder", nullValue());
        as(office())
                .get(CASES + "/" + id + "/overrides")
                .then()
                .statusCode(200)
                .body("items.verdict", contains("APPROVED"))
                .body("items.decidedBy", contains("boss"));
        step(TestTokens.bearer("boss", null, "LEADER"), id, "overrides/1/approval", Map.of())
                .then()
                .statusCode(409);
        step(office(), id, "overrides/7/approval", Map.of()).then().statusCode(404);
    }

    @Test
    void a_refused_override_leaves_the_case_to_its_stakeholder_and_one_about_an_earlier_resolution_is_void() {
        var id = resolved("DIST");
        var boss = TestTokens.bearer("boss", null, "LEADER");
        step(office(), id, "overrides", Map.of("outcome", "CONFIRMED", "reason", "口头同意"))
                .then()
                .statusCode(201);
        step(boss, id, "overrides/1/refusal", Map.of()).then().statusCode(200).body("verdict", equalTo("REFUSED"));
        step(office(), id, "overrides", CLOSING).then().statusCode(201).body("number", equalTo(2));

        step(office(), id, "dispute", Map.of("reason", "来电")).then().statusCode(200);
        step(liaison("DIST"), id, "start", Map.of()).then().statusCode(200);
        resolve("DIST", id).then().statusCode(200);

        step(boss, id, "overrides/2/approval", Map.of())
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:huisheng:problem:override-superseded"));
        as(office()).get(CASES + "/" + id).then().body("status", equalTo("RESOLVED"));
    }

    @Test
    void an_agreement_recorded_by_override_is_no_agreement_of_the_stakeholder() {
        var id = resolved("DIST");
        var token = link(office(), id);
        step(office(), id, "overrides", Map.of("outcome", "CONFIRMED", "reason", "现场复测合格"))
                .then()
                .statusCode(201);

        step(TestTokens.bearer("second", "MKT", "OFFICE"), id, "overrides/1/approval", Map.of())
                .then()
                .statusCode(200)
                .body("status", equalTo("CONFIRMED"))
                .body("rating", nullValue())
                .body("timeline.step", hasItem("OVERRIDDEN"))
                .body("timeline.step", not(hasItem("CONFIRMED")));

        given().get(CONFIRMATIONS + "/" + token).then().body("state", equalTo("CLOSED"));
        step(office(), id, "closure", Map.of()).then().statusCode(200).body("ending", equalTo("OVERRIDDEN"));
    }

    @ParameterizedTest(name = "{0} of {1}: note {2}, transfer {3}, correct {4}, contact {5}, override {6}")
    @CsvSource(
            nullValues = "-",
            value = {
                // Role, department, note, transfer, correct, contact, override
                "OFFICE,   -,    200, 200, 200, 409, 409",
                "OFFICE,   DIST, 200, 200, 403, 403, 403",
                "LIAISON,  DIST, 200, 200, 403, 403, 403",
                "LIAISON,  MKT,  403, 403, 403, 403, 403",
                "SURVEYOR, DIST, 403, 403, 403, 403, 403",
                "LEADER,   -,    403, 403, 403, 403, 403",
                "ADMIN,    -,    403, 403, 403, 403, 403",
                "ANALYST,  -,    403, 403, 403, 403, 403"
            })
    void each_role_takes_its_own_steps_only(
            String role, String department, int note, int transfer, int correct, int contact, int override) {
        var id = started("DIST");
        var bearer = TestTokens.bearer("somebody", department, role);

        step(bearer, id, "notes", Map.of("note", "x")).then().statusCode(note);
        step(bearer, id, "severity", Map.of("severity", "LOW", "reason", "x"))
                .then()
                .statusCode(correct);
        step(bearer, id, "category", Map.of("category", "c", "reason", "x"))
                .then()
                .statusCode(correct);
        step(bearer, id, "contact-attempts", IN_VAIN).then().statusCode(contact);
        step(bearer, id, "unreachable", Map.of()).then().statusCode(contact);
        step(bearer, id, "overrides", CLOSING).then().statusCode(override);
        step(bearer, id, "transfer", Map.of("department", "MKT", "reason", "x"))
                .then()
                .statusCode(transfer);
    }

    private static String started(String department) {
        var id = assigned(department);
        step(liaison(department), id, "start", Map.of()).then().statusCode(200);
        return id;
    }

    /** As if two more days had been called in vain; only the clock is missing. */
    private void yesterdayThrice(String id) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("UPDATE feedback_case SET contact_days = 3, last_contact_day = current_date WHERE id = '"
                    + id + "'");
        }
    }
}
