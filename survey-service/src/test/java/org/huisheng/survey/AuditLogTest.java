package org.huisheng.survey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.huisheng.survey.SurveyFixture.createSurvey;
import static org.huisheng.survey.SurveyFixture.openLink;
import static org.huisheng.survey.SurveyFixture.submission;

import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.huisheng.kit.testing.TestTokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AuditLogTest extends SurveyTest {

    private final String actor = "actor-" + UUID.randomUUID();
    private final String somebody = TestTokens.bearer(actor, null, "OFFICE");

    @Test
    void a_survey_is_named_by_the_entry_that_says_who_made_it() throws Exception {
        var id = createSurvey();

        assertThat(count(
                        "SELECT count(*) FROM audit_entry WHERE action = 'surveys.post' AND subject_id = '" + id + "'"))
                .isEqualTo(1);
    }

    @Test
    void who_answers_a_survey_is_in_no_log_even_when_they_are_signed_in() throws Exception {
        var link = openLink();
        var before = count("SELECT count(*) FROM audit_entry");

        given().header("Authorization", somebody)
                .contentType("application/json")
                .body(submission(UUID.randomUUID(), link, "{\"overall\": 4}"))
                .post("/api/survey/v1/responses")
                .then()
                .statusCode(201);
        given().header("Authorization", somebody)
                .get("/api/survey/v1/links/" + link)
                .then()
                .statusCode(200);

        assertThat(count("SELECT count(*) FROM audit_entry")).isEqualTo(before);
    }

    @Test
    void who_only_has_a_definition_checked_changes_nothing() throws Exception {
        given().header("Authorization", somebody)
                .contentType("application/json")
                .body("{}")
                .post("/api/survey/v1/definitions/check");

        assertThat(count("SELECT count(*) FROM audit_entry WHERE actor = '" + actor + "'"))
                .isZero();
    }
}
