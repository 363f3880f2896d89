package org.huisheng.survey.answers;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.huisheng.survey.SurveyFixture.draftCampaign;
import static org.huisheng.survey.SurveyFixture.link;
import static org.huisheng.survey.SurveyFixture.office;
import static org.huisheng.survey.SurveyFixture.post;
import static org.huisheng.survey.SurveyFixture.step;
import static org.huisheng.survey.SurveyFixture.submission;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.huisheng.survey.SurveyTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class GivenResponseTest extends SurveyTest {

    @Test
    void one_response_is_read_with_what_it_answers() {
        var campaign = openCampaign(false);
        var id = answered(campaign);

        response(id)
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("responseId", equalTo(id.toString()))
                .body("campaignId", equalTo(campaign))
                .body("version", equalTo(1))
                .body("side", equalTo("CUSTOMER"))
                .body("answers.overall", equalTo(4));
    }

    @Test
    void an_anonymous_one_and_one_taken_back_cannot_be_asked_for() {
        response(answered(openCampaign(true))).statusCode(404);
        var withdrawn = answered(openCampaign(false));
        given().header("Authorization", office())
                .post("/api/survey/v1/responses/" + withdrawn + "/withdrawal")
                .then()
                .statusCode(204);

        response(withdrawn).statusCode(404).body("type", equalTo("urn:huisheng:problem:not-found"));
        response(UUID.randomUUID()).statusCode(404);
    }

    private static UUID answered(String campaign) {
        var id = UUID.randomUUID();
        post(submission(id, link(campaign), "{\"overall\": 4}")).then().statusCode(201);
        return id;
    }

    private static ValidatableResponse response(UUID id) {
        return given().header("Authorization", office())
                .get("/api/survey/v1/responses/" + id)
                .then();
    }

    private static String openCampaign(boolean anonymous) {
        var campaign = draftCampaign(", \"anonymous\": " + anonymous);
        step(campaign, "opening").then().statusCode(200);
        return campaign;
    }
}
