package org.huisheng.survey.definition;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.huisheng.survey.SurveyFixture.asOffice;
import static org.huisheng.survey.SurveyFixture.createSurvey;
import static org.huisheng.survey.SurveyFixture.draftCampaign;
import static org.huisheng.survey.SurveyFixture.link;
import static org.huisheng.survey.SurveyFixture.openLink;
import static org.huisheng.survey.SurveyFixture.publishVersion;
import static org.huisheng.survey.SurveyFixture.step;

import io.quarkus.test.junit.QuarkusTest;
import org.huisheng.kit.testing.TestTokens;
import org.huisheng.survey.SurveyTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SurveyAuthoringTest extends SurveyTest {

    private static final String SURVEYS = "/api/survey/v1/surveys";

    @Test
    void what_is_answered_at_once_is_what_is_read_later() {
        var made = asOffice()
                .body(
                        "{\"title\": \"问卷\", \"side\": \"CUSTOMER\", \"definition\": {\"elements\": []}, \"measures\": []}")
                .post(SURVEYS);
        var read = asOffice().get(made.header("Location"));

        assertThat(read.jsonPath().getMap("$")).isEqualTo(made.jsonPath().getMap("$"));
        assertThat(read.header("ETag")).isNotNull().isEqualTo(made.header("ETag"));
    }

    @Test
    void a_draft_changes_while_a_published_version_does_not() {
        var id = createSurvey();
        publishVersion(id).then().statusCode(201).body("version", equalTo(1));

        asOffice()
                .body("{\"title\": \"改名\", \"definition\": {\"elements\": [{\"type\": \"text\", \"name\": \"t\"}]}}")
                .put(SURVEYS + "/" + id + "/draft")
                .then()
                .statusCode(200)
                .header("ETag", notNullValue());

        asOffice().get(SURVEYS + "/" + id + "/versions/1").then().body("title", equalTo("开放日体验"));
        publishVersion(id).then().statusCode(201).body("version", equalTo(2)).body("title", equalTo("改名"));
        asOffice().get(SURVEYS + "/" + id).then().body("latestVersion", equalTo(2));
    }

    @Test
    void a_draft_written_over_by_somebody_else_is_not_overwritten_unseen() {
        var id = createSurvey();
        var seen = asOffice().get(SURVEYS + "/" + id).header("ETag");
        var draft = "{\"title\": \"第一\", \"definition\": {\"elements\": []}}";

        asOffice()
                .header("If-Match", seen)
                .body(draft)
                .put(SURVEYS + "/" + id + "/draft")
                .then()
                .statusCode(200);

        asOffice()
                .header("If-Match", seen)
                .body(draft)
                .put(SURVEYS + "/" + id + "/draft")
                .then()
                .statusCode(412);
    }

    @Test
    void what_cannot_be_evaluated_or_attributed_is_named_at_publishing() {
        String id = asOffice()
                .body("""
                        {"title": "坏问卷", "side": "CUSTOMER",
                         "definition": {"elements": [{"type": "rating", "name": "r"}]},
                         "measures": [{"metric": "Bad Metric", "question": "r", "per": "RESPONSE",
                                       "department": {"fixed": "NOPE"}, "scale": {"min": 1, "max": 4}}]}
                        """)
                .post(SURVEYS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        publishVersion(id)
                .then()
                .statusCode(422)
                .body("violations.path", hasItems("/measures/0/metric", "/measures/0/scale", "/measures/0/department"));
        asOffice()
                .body("{\"title\": \"x\", \"definition\": {\"elements\": [{\"type\": \"file\", \"name\": \"f\"}]}}")
                .put(SURVEYS + "/" + id + "/draft");
        publishVersion(id)
                .then()
                .statusCode(422)
                .body("violations.path", hasItem("/definition/elements/0/type"))
                .body("violations[0].message", containsString("题型"));
    }

    @Test
    void a_definition_can_be_tried_out_without_storing_anything() {
        asOffice()
                .body("""
                        {"definition": {"elements": [{"type": "rating", "name": "r", "isRequired": true},
                                                     {"type": "text", "name": "t"}]},
                         "answers": {"r": 9, "t": ""}}
                        """)
                .post("/api/survey/v1/definitions/check")
                .then()
                .statusCode(200)
                .body("supported", equalTo(true))
                .body("valid", equalTo(false))
                .body("violations.path", hasItem("/answers/r"))
                .body("answers.containsKey('t')", equalTo(false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"title\": \"t\", \"side\": \"MARTIAN\", \"definition\": {}}",
                "{\"title\": \"t\", \"side\": \"CUSTOMER\", \"definition\": []}",
                "{\"title\": \" \", \"side\": \"CUSTOMER\", \"definition\": {}}",
                "{\"title\": \"a\\u0000\", \"side\": \"CUSTOMER\", \"definition\": {}}",
                "{\"title\": 5, \"side\": \"CUSTOMER\", \"definition\": {}}",
                "{\"title\": \"t\", \"side\": \"CUSTOMER\", \"definition\": {}, \"status\": 1}",
                "{\"title\": \"t\", \"side\": \"CUSTOMER\", \"definition\": {}, \"measures\": [{}]}",
                "{\"title\": \"t\", \"side\": \"CUSTOMER\", \"definition\": {\"a\": \"\\u0000\"}}"
            })
    void a_survey_nobody_could_mean_is_refused(String body) {
        asOffice().body(body).post(SURVEYS).then().statusCode(400).contentType("application/problem+json");
    }

    @Test
    void only_the_office_writes_surveys_and_runs_campaigns() {
        for (var bearer :
                new String[] {TestTokens.bearer("li", "DIST", "LIAISON"), TestTokens.bearer("an", null, "ANALYST")}) {
            given().header("Authorization", bearer).get(SURVEYS).then().statusCode(403);
            given().header("Authorization", bearer)
                    .get("/api/survey/v1/campaigns")
                    .then()
                    .statusCode(403);
        }
        for (var bearer : new String[] {
            TestTokens.expiredBearer("of", "OFFICE"), TestTokens.foreignBearer("of", "OFFICE"), "Bearer x"
        }) {
            given().header("Authorization", bearer)
                    .get(SURVEYS)
                    .then()
                    .statusCode(401)
                    .contentType("application/problem+json");
        }
        given().get(SURVEYS).then().statusCode(401).contentType("application/problem+json");
    }

    @Test
    void a_campaign_opens_once_closes_once_and_its_link_tells() {
        var campaign = draftCampaign(", \"anonymous\": true, \"stations\": [\"VR\"]");
        var token = link(campaign);
        var path = "/api/survey/v1/links/" + token;

        given().get(path)
                .then()
                .statusCode(200)
                .body("state", equalTo("NOT_YET_OPEN"))
                .body("anonymous", equalTo(true));
        step(campaign, "closing")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:huisheng:problem:illegal-transition"));
        step(campaign, "opening").then().statusCode(200).body("status", equalTo("OPEN"));
        var tag = given().get(path)
                .then()
                .body("state", equalTo("OPEN"))
                .extract()
                .header("ETag");
        given().header("If-None-Match", tag).get(path).then().statusCode(304);
        step(campaign, "opening").then().statusCode(409);
        step(campaign, "closing").then().statusCode(200);
        given().header("If-None-Match", tag).get(path).then().statusCode(200).body("state", equalTo("CLOSED"));
        given().get("/api/survey/v1/links/nowhere").then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void a_link_gives_a_client_all_it_needs_to_ask() {
        given().get("/api/survey/v1/links/" + openLink())
                .then()
                .statusCode(200)
                .body("version", equalTo(1))
                .body("side", equalTo("CUSTOMER"))
                .body("definition.elements.size()", equalTo(4))
                .body("locales", hasItem("zh-cn"))
                .body("campaignId", notNullValue())
                .body("closesAt", notNullValue());
    }
}
