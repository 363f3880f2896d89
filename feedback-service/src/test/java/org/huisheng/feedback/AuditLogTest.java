package org.huisheng.feedback;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huisheng.kit.testing.TestTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class AuditLogTest extends HttpTest {

    private static final String ENTRIES = "/api/feedback/v1/audit/entries";
    private static final String VERIFICATION = "/api/feedback/v1/audit/log-verification";
    private static final String ADMIN = TestTokens.bearer("admin", null, "ADMIN");

    private final String actor = "actor-" + UUID.randomUUID();
    private final String somebody = TestTokens.bearer(actor, null, "OFFICE");

    @AfterEach
    void the_log_can_be_written() throws SQLException {
        run("ALTER TABLE audit_entry DROP CONSTRAINT IF EXISTS not_by_them");
    }

    @Test
    void a_change_is_in_the_log_with_who_what_and_about_what() {
        var id = opened();
        var requestId = step(somebody, id, "assignment", Map.of("department", "DIST"))
                .then()
                .statusCode(200)
                .extract()
                .header("X-Request-Id");

        entriesOf(actor)
                .body("items", hasSize(1))
                .body("items[0].action", equalTo("cases.assignment.post"))
                .body("items[0].roles", equalTo("OFFICE"))
                .body("items[0].department", nullValue())
                .body("items[0].subjectType", equalTo("cases"))
                .body("items[0].subject", equalTo(id))
                .body("items[0].requestId", equalTo(requestId));
    }

    @Test
    void what_is_made_is_named_and_a_liaison_comes_with_their_department() {
        var liaison = TestTokens.bearer(actor, "DIST", "LIAISON");
        var id = as(liaison)
                .body(complaint())
                .post(CASES)
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");

        entriesOf(actor)
                .body("items", hasSize(1))
                .body("items[0].action", equalTo("cases.post"))
                .body("items[0].subject", equalTo(id))
                .body("items[0].department", equalTo("DIST"));
    }

    @Test
    void a_refused_step_leaves_nothing() {
        var id = opened();
        step(somebody, id, "assignment", Map.of("department", "NOSUCH")).then().statusCode(422);
        step(somebody, id, "closure", Map.of()).then().statusCode(409);
        step(somebody, UUID.randomUUID().toString(), "assignment", Map.of("department", "DIST"))
                .then()
                .statusCode(404);
        as(somebody)
                .header("If-Match", "\"99\"")
                .body(Map.of("department", "DIST"))
                .post(CASES + "/" + id + "/assignment")
                .then()
                .statusCode(412);

        entriesOf(actor).body("items", empty());
    }

    @Test
    void a_bulk_assignment_leaves_an_entry_for_each_case_that_was_assigned() {
        var cases = List.of(opened(), opened());
        as(somebody)
                .body(Map.of(
                        "department",
                        "DIST",
                        "cases",
                        List.of(
                                Map.of("id", cases.getFirst()),
                                Map.of("id", UUID.randomUUID()),
                                Map.of("id", cases.getLast()))))
                .post(CASES + "/assignments")
                .then()
                .statusCode(200);

        entriesOf(actor)
                .body("items.action", everyItem(equalTo("cases.assignments.post")))
                .body("items.subject", containsInAnyOrder(cases.toArray()));
    }

    @Test
    void who_reads_about_a_stakeholder_is_in_the_log_and_who_may_not_is_not() {
        var id = opened();
        as(somebody).get(CASES + "/" + id).then().statusCode(200);
        as(somebody).get(CASES + "/" + UUID.randomUUID()).then().statusCode(404);
        as(somebody).get(CASES + "?q=王小明&department=DIST").then().statusCode(200);

        entriesOf(actor)
                .body("items", hasSize(1))
                .body("items[0].action", equalTo("cases.read"))
                .body("items[0].subject", equalTo(id));
    }

    @Test
    void of_a_search_nothing_is_kept_that_may_be_a_name() {
        as(somebody).header("Accept", "text/csv").get(CASES + "?q=王小明").then().statusCode(200);

        entriesOf(actor).body("items", hasSize(1)).body("items[0].detail", equalTo("{}"));
    }

    @Test
    void a_change_whose_entry_cannot_be_written_is_not_made() throws SQLException {
        var id = opened();
        run("ALTER TABLE audit_entry ADD CONSTRAINT not_by_them CHECK (actor <> '%s')".formatted(actor));

        step(somebody, id, "assignment", Map.of("department", "DIST")).then().statusCode(500);

        as(office()).get(CASES + "/" + id).then().body("status", equalTo("RECEIVED"));
        assertThat(count("SELECT count(*) FROM outbox WHERE key = '" + id + "' AND type LIKE '%assigned%'"))
                .isZero();
    }

    @Test
    void a_read_whose_entry_cannot_be_written_is_not_answered() throws SQLException {
        var id = opened();
        run("ALTER TABLE audit_entry ADD CONSTRAINT not_by_them CHECK (actor <> '%s')".formatted(actor));

        var answer = as(somebody)
                .get(CASES + "/" + id)
                .then()
                .statusCode(500)
                .extract()
                .asString();
        assertThat(answer).doesNotContain("某企业联系人").contains("urn:huisheng:problem:");
        var file = as(somebody)
                .header("Accept", "text/csv")
                .get(CASES)
                .then()
                .statusCode(500)
                .extract();
        assertThat(file.asString()).doesNotContain(id);
    }

    @ParameterizedTest
    @CsvSource({"zh-CN, '序号,时间,操作人,', '+08:00,'", "en, 'No.,When,Who,', '+08:00,'", "'', 'position,at,actor,', 'Z,'"})
    void people_get_the_log_in_their_language_and_programs_as_the_api_has_it(
            String language, String headers, String zone) {
        opened();
        var asked = as(TestTokens.bearer(actor, null, "ADMIN")).header("Accept", "text/csv");

        var lines = (language.isEmpty() ? asked : asked.header("Accept-Language", language))
                .queryParam("action", "cases.post")
                .get(ENTRIES)
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .split("\r\n");

        assertThat(lines[0]).startsWith("\uFEFF" + headers);
        assertThat(lines[1]).contains(zone);
    }

    @Test
    void the_log_is_linked_within_moments_and_verifies_in_pieces() {
        opened();
        opened();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> verification("")
                        .body("waiting", equalTo(0))
                        .body("findings", empty())
                        .body("next", nullValue()));

        int next =
                verification("?limit=1").body("checked", equalTo(1)).extract().path("next");
        verification("?limit=1&cursor=" + next).body("checked", equalTo(1)).body("findings", empty());
        var hash = verification("?limit=1").extract().path("end.hash");
        verification("?known=1:" + hash).body("findings", empty());
        verification("?known=1:" + "0".repeat(64)).body("findings[0].flaw", equalTo("ANOTHER_HEAD"));
        as(ADMIN).get(VERIFICATION + "?known=x").then().statusCode(400).body("violations[0].path", equalTo("/known"));
        as(ADMIN).get(VERIFICATION + "?cursor=-1").then().statusCode(400);
    }

    @Test
    void the_export_holds_no_formula_and_looking_at_the_log_is_in_the_log() {
        var formula = "=cmd|' /C calc'!A0" + UUID.randomUUID();
        as(TestTokens.bearer(formula, null, "OFFICE"))
                .body(complaint())
                .post(CASES)
                .then()
                .statusCode(201);

        as(TestTokens.bearer(actor, null, "ADMIN"))
                .header("Accept", "text/csv")
                .queryParam("actor", formula)
                .get(ENTRIES)
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("audit.csv"))
                .body(containsString(",'=cmd"));

        entriesOf(actor).body("items", hasSize(1)).body("items[0].action", equalTo("audit.entries.read"));
    }

    @Test
    void pages_follow_each_other_and_bad_questions_are_refused() {
        var id = opened();
        for (var i = 0; i < 3; i++) {
            as(somebody).get(CASES + "/" + id).then().statusCode(200);
        }

        var first = as(ADMIN)
                .queryParam("actor", actor)
                .queryParam("limit", 2)
                .get(ENTRIES)
                .then()
                .body("items", hasSize(2))
                .body("next", notNullValue())
                .extract();
        as(ADMIN)
                .queryParam("actor", actor)
                .queryParam("cursor", first.<String>path("next"))
                .get(ENTRIES)
                .then()
                .body("items", hasSize(1))
                .body("next", nullValue());
        as(ADMIN)
                .queryParam("from", "yesterday")
                .get(ENTRIES)
                .then()
                .statusCode(400)
                .body("violations[0].path", equalTo("/from"));
        given().header("Authorization", office()).get(ENTRIES).then().statusCode(403);
    }

    private static ValidatableResponse entriesOf(String actor) {
        return as(ADMIN).queryParam("actor", actor).get(ENTRIES).then().statusCode(200);
    }

    private static ValidatableResponse verification(String query) {
        return as(ADMIN).get(VERIFICATION + query).then().statusCode(200);
    }

    private void run(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
