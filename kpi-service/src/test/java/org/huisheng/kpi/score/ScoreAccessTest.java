package org.huisheng.kpi.score;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.huisheng.kit.testing.TestTokens;
import org.huisheng.kpi.testing.Office;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ScoreAccessTest extends AnsweredDepartment {

    @Test
    void a_liaison_sees_their_own_department_only() {
        var other = Office.establishDepartment();
        Office.concludeContract(other);

        Office.as("LIAISON", department)
                .queryParam("period", "2026")
                .get("/v1/scores")
                .then()
                .body("rows.department", everyItem(equalTo(department)));
        Office.as("LIAISON", department)
                .queryParam("period", "2026")
                .get("/v1/rates")
                .then()
                .body("rows.department", everyItem(equalTo(department)));
        Office.as("LIAISON", department)
                .get("/v1/contracts")
                .then()
                .body("items.department", everyItem(equalTo(department)));
        Office.as("LEADER")
                .queryParam("period", "2026")
                .get("/v1/scores")
                .then()
                .body("rows.department", hasItem(other));
        for (var path : List.of(
                "/v1/scores?period=2026&department=" + other,
                "/v1/scores/" + other + "/2026",
                "/v1/scores/" + other + "/2026/service/lineage",
                "/v1/rates?period=2026&department=" + other,
                "/v1/contracts?department=" + other)) {
            Office.as("LIAISON", department)
                    .get(path)
                    .then()
                    .statusCode(403)
                    .contentType("application/problem+json")
                    .body("type", equalTo("urn:huisheng:problem:foreign-department"));
        }
    }

    @Test
    void whoever_may_not_read_is_turned_away() {
        var path = "/v1/scores?period=2026";
        given().get("/api/kpi" + path).then().statusCode(401);
        given().header("Authorization", TestTokens.expiredBearer("x", "OFFICE"))
                .get("/api/kpi" + path)
                .then()
                .statusCode(401);
        given().header("Authorization", TestTokens.foreignBearer("x", "OFFICE"))
                .get("/api/kpi" + path)
                .then()
                .statusCode(401);
        Office.as("SURVEYOR").get(path).then().statusCode(403);
        Office.as("LIAISON").get(path).then().statusCode(403);
        Office.as("OFFICE").get("/v1/cells/verification").then().statusCode(403);
        Office.as("OFFICE").get("/v1/dead-letters").then().statusCode(403);
    }

    @Test
    void what_is_asked_for_in_words_nobody_understands_is_no_fault_of_ours() {
        Office.as("ADMIN")
                .header("Accept", ";;;,")
                .get("/v1/dead-letters")
                .then()
                .statusCode(lessThan(500));
    }

    @Test
    void when_an_anonymous_answer_came_is_told_to_the_month() {
        answered(3, 2, Instant.parse("2026-11-09T16:00:00Z"));
        var anonymous = "items.findAll{it.occurredAt=='2026-10-31T16:00:00Z'}";
        var named = "items.findAll{it.occurredAt!='2026-10-31T16:00:00Z'}";

        Office.as("LEADER")
                .get("/v1/scores/" + department + "/2026-11/service/lineage")
                .then()
                .body(anonymous, hasSize(3))
                .body(anonymous + ".recordedAt", everyItem(matchesPattern("\\d{4}-\\d\\d-(30|31|28|29)T16:00:00Z")))
                .body(anonymous + ".source.link", everyItem(nullValue()))
                .body(named + ".recordedAt", everyItem(not(endsWith("T16:00:00Z"))))
                .body(named + ".source.link", everyItem(notNullValue()));
    }

    @Test
    void a_token_that_was_good_a_moment_ago_is_not_when_it_has_expired() {
        var bearer = TestTokens.bearerUntil(Instant.now().plusSeconds(3), "li", "OFFICE");

        await().pollInterval(Duration.ofMillis(200)).untilAsserted(() -> statusWith(bearer, 401));
    }

    @Test
    void who_changes_what_a_known_token_claims_is_not_let_in() {
        var bearer = TestTokens.bearer("li", department, "LIAISON");
        statusWith(bearer, 200);
        var parts = bearer.split("\\.");
        var office = TestTokens.foreignBearer("li", "OFFICE").split("\\.");

        statusWith(parts[0] + "." + office[1] + "." + parts[2], 401);
    }

    private void statusWith(String bearer, int status) {
        given().header("Authorization", bearer)
                .get("/api/kpi/v1/scores?period=2026&department=" + department)
                .then()
                .statusCode(status);
    }
}
