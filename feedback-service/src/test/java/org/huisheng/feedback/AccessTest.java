package org.huisheng.feedback;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.Map;
import org.huisheng.kit.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class AccessTest extends HttpTest {

    /** Who may, on a case of DIST. The department column is the caller's. */
    @ParameterizedTest(name = "{0} of {1}: read {2}, assign {3}, start {4}, resolve {5}, close {6}")
    @CsvSource(
            nullValues = "-",
            value = {
                // Role, department, read, assign, start, resolve, ask, confirm, close
                "OFFICE,   -,    200, 409, 200, 403, 409, 409, 409",
                "LIAISON,  DIST, 200, 403, 200, 409, 403, 403, 403",
                "LIAISON,  MKT,  403, 403, 403, 403, 403, 403, 403",
                "LIAISON,  -,    403, 403, 403, 403, 403, 403, 403",
                "SURVEYOR, DIST, 403, 403, 403, 403, 403, 403, 403",
                "LEADER,   -,    200, 403, 403, 403, 403, 403, 403",
                "ADMIN,    -,    200, 403, 403, 403, 403, 403, 403",
                "ANALYST,  -,    403, 403, 403, 403, 403, 403, 403"
            })
    void each_role_reaches_its_own_cases_and_steps_only(
            String role,
            String department,
            int read,
            int assign,
            int start,
            int resolve,
            int ask,
            int confirm,
            int close) {
        var id = assigned("DIST");
        var bearer = TestTokens.bearer("somebody", department, role);

        as(bearer).get(CASES + "/" + id).then().statusCode(read);
        as(bearer).get(CASES + "/" + id + "/timeline").then().statusCode(read);
        step(bearer, id, "assignment", Map.of("department", "DIST")).then().statusCode(assign);
        step(bearer, id, "resolution", Map.of("rootCause", "a", "actionTaken", "b"))
                .then()
                .statusCode(resolve);
        step(bearer, id, "confirmation-requests", Map.of()).then().statusCode(ask);
        step(bearer, id, "confirmation", Map.of("rating", 5)).then().statusCode(confirm);
        step(bearer, id, "dispute", Map.of("reason", "x")).then().statusCode(confirm);
        step(bearer, id, "closure", Map.of()).then().statusCode(close);
        step(bearer, id, "start", Map.of()).then().statusCode(start);
    }

    @ParameterizedTest
    @CsvSource({"OFFICE, 201", "LIAISON, 201", "SURVEYOR, 201", "LEADER, 403", "ANALYST, 403", "ADMIN, 403"})
    void only_those_who_meet_stakeholders_open_cases(String role, int status) {
        as(TestTokens.bearer("somebody", "DIST", role))
                .body(complaint())
                .post(CASES)
                .then()
                .statusCode(status);
    }

    @Test
    void a_liaison_lists_their_own_department_and_no_other() {
        assigned("DIST");
        assigned("MKT");

        as(liaison("DIST")).get(CASES).then().statusCode(200).body("items.department", everyItem(equalTo("DIST")));
        as(liaison("DIST"))
                .get(CASES + "?department=MKT")
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:huisheng:problem:foreign-department"));
        as(office()).get(CASES + "?department=MKT").then().body("items.department", everyItem(equalTo("MKT")));
    }

    @ParameterizedTest
    @CsvSource({"LEADER", "ADMIN"})
    void those_who_only_look_on_see_no_personal_data_or_notes(String role) {
        var id = assigned("DIST");
        step(liaison("DIST"), id, "start", Map.of("note", "已电话联系")).then().statusCode(200);

        var seen = as(TestTokens.bearer("boss", null, role)).get(CASES + "/" + id);

        seen.then().statusCode(200).body("stakeholder", nullValue()).body("description", nullValue());
        assertThat(seen.asString()).doesNotContain("某企业联系人", "000-12345", "已电话联系", "每天下午");
    }

    @Test
    void a_case_taken_from_a_department_is_out_of_its_sight() {
        var id = assigned("DIST");
        step(office(), id, "assignment", Map.of("department", "MKT")).then().statusCode(200);

        as(liaison("DIST")).get(CASES + "/" + id).then().statusCode(403);
        as(liaison("MKT")).get(CASES + "/" + id).then().statusCode(200).body("stakeholder.name", equalTo("某企业联系人"));
    }

    @Test
    void without_a_valid_token_nobody_gets_in() {
        given().contentType(ContentType.JSON).get(CASES).then().statusCode(401);
        as(TestTokens.expiredBearer("office", "OFFICE")).get(CASES).then().statusCode(401);
        as(TestTokens.foreignBearer("office", "OFFICE")).get(CASES).then().statusCode(401);
        as("Bearer nonsense")
                .get(CASES)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:huisheng:problem:http-401"));
    }

    @Test
    void the_public_page_does_not_mind_a_stale_token_in_the_browser() {
        var token = link(office(), resolved("DIST"));

        as(TestTokens.expiredBearer("office", "OFFICE"))
                .get(CONFIRMATIONS + "/" + token)
                .then()
                .statusCode(200);
    }
}
