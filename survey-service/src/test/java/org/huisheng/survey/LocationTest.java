package org.huisheng.survey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.huisheng.survey.SurveyFixture.DEFINITION;
import static org.huisheng.survey.SurveyFixture.asOffice;
import static org.huisheng.survey.SurveyFixture.createSurvey;
import static org.huisheng.survey.SurveyFixture.draftCampaign;
import static org.huisheng.survey.SurveyFixture.office;
import static org.huisheng.survey.SurveyFixture.publishVersion;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What was made is found where the answer says that it is. */
@QuarkusTest
class LocationTest extends SurveyTest {

    private static final String API = "/api/survey/v1/";

    @Test
    void a_survey_and_its_version() {
        var made = asOffice()
                .body("{\"title\": \"开放日\", \"side\": \"CUSTOMER\", \"definition\": " + DEFINITION + "}")
                .post(API + "surveys");

        followed(made).body("id", equalTo(made.path("id")));
        followed(publishVersion(made.path("id"))).body("version", equalTo(1));
    }

    @Test
    void a_survey_from_a_file_or_a_template() {
        var file = asOffice().get(API + "survey-files/" + createSurvey()).asString();
        var read = asOffice().body(file).post(API + "survey-files");
        String template = asOffice().get(API + "templates").path("items[0].code");
        var begun = asOffice().body("{}").post(API + "templates/" + template + "/surveys");

        followed(read).body("id", equalTo(read.path("id")));
        followed(begun).body("id", equalTo(begun.path("id")));
    }

    @Test
    void a_campaign_and_its_links() {
        var survey = createSurvey();
        publishVersion(survey);
        var now = Instant.now();
        var made = asOffice()
                .body(
                        "{\"surveyId\": \"%s\", \"version\": 1, \"name\": \"开放日\", \"opensAt\": \"%s\", \"closesAt\": \"%s\", \"anonymous\": true}"
                                .formatted(survey, now, now.plus(Duration.ofDays(1))))
                .post(API + "campaigns");
        var links = asOffice().body("{\"count\": 1}").post(API + "campaigns/" + made.path("id") + "/links");

        followed(made).body("id", equalTo(made.path("id")));
        followed(links).body("items.token", hasItem(links.<String>path("items[0].token")));
    }

    @Test
    void a_kiosk() {
        var campaign = draftCampaign(", \"anonymous\": true");
        String code = asOffice()
                .body("{}")
                .post(API + "campaigns/" + campaign + "/kiosk-codes")
                .path("code");
        var enrolled = given().contentType(ContentType.JSON)
                .body("{\"code\": \"%s\", \"name\": \"东门平板\"}".formatted(code))
                .post(API + "kiosks/enrolment");

        followed(enrolled).body("deviceId", equalTo(enrolled.path("deviceId")));
    }

    private static ValidatableResponse followed(Response made) {
        var location = made.then().statusCode(201).extract().header("Location");
        assertThat(location).startsWith(API); // a path only: whatever host and scheme the gateway was asked by
        return given().header("Authorization", office()).get(location).then().statusCode(200);
    }
}
