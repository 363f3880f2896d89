package org.huisheng.survey.results;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.huisheng.survey.SurveyFixture.asOffice;
import static org.huisheng.survey.SurveyFixture.draftCampaign;
import static org.huisheng.survey.SurveyFixture.link;
import static org.huisheng.survey.SurveyFixture.post;
import static org.huisheng.survey.SurveyFixture.publishVersion;
import static org.huisheng.survey.SurveyFixture.step;
import static org.huisheng.survey.SurveyFixture.submission;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.huisheng.kit.testing.TestTokens;
import org.huisheng.survey.SurveyTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ResultsTest extends SurveyTest {

    private static final String CAMPAIGNS = "/api/survey/v1/campaigns/";
    private static final String THREE_STATIONS =
            ", \"anonymous\": true, \"invited\": 42, \"stations\": [\"A\", \"B\", \"C\"]";

    @Test
    void counts_means_and_distributions_are_told_and_a_small_station_cannot_be_found_by_subtracting() {
        var campaign = openCampaign(THREE_STATIONS);
        answer(campaign, "A", 12, "{\"overall\": 5, \"channel\": \"hall\", \"departments\": {\"MKT\": 4}}");
        answer(campaign, "B", 6, "{\"overall\": 2, \"channel\": \"app\"}");
        answer(campaign, "C", 3, "{\"overall\": 1}");

        var total = results(campaign, "");
        var stations = results(campaign, "?by=station");

        total.body("responses.answered", equalTo(21))
                .body("responseRate", equalTo(0.5f))
                .body("questions.find { it.name == 'overall' }.figure.mean", equalTo(3.5714f))
                .body("questions.find { it.name == 'overall' }.figure.distribution.count", contains(3, 6, 12))
                .body("questions.find { it.name == 'channel' }.figure.answered", equalTo(18))
                .body("questions.find { it.name == 'channel' }.figure.distribution.value", contains("app", "hall"))
                .body("questions.find { it.name == 'departments' }.rows[0].row", equalTo("MKT"))
                .body("questions.find { it.name == 'departments' }.rows[0].figure.mean", equalTo(4));
        stations.body("groups.group.station", contains("A", "B", "C"))
                .body("groups.figure.state", contains("SHOWN", "SUPPRESSED", "SUPPRESSED"))
                .body("groups.figure.answered", contains(12, null, null))
                .body(
                        "questions.find { it.name == 'overall' }.groups.figure.state",
                        contains("SHOWN", "SUPPRESSED", "SUPPRESSED"));
        results(campaign, "?station=C")
                .body("responses.state", equalTo("SUPPRESSED"), "responses.answered", nullValue())
                .body("questions.find { it.name == 'overall' }.figure.mean", nullValue());
        results(campaign, "?by=side").body("groups[0].group.side", equalTo("CUSTOMER"));
        results(campaign, "?by=station,month").body("groups", hasSize(3));
        asOffice()
                .get(CAMPAIGNS + campaign + "/participation")
                .then()
                .body("responses", equalTo(21), "responseRate", equalTo(0.5f))
                .body("stations.responses", contains(12, 6, 3));
    }

    @Test
    void four_answers_are_not_shown_and_the_fifth_shows_them() {
        var campaign = openCampaign(", \"anonymous\": true");
        answer(campaign, null, 4, "{\"overall\": 4, \"why\": \"很好\"}");
        results(campaign, "").body("responses.state", equalTo("SUPPRESSED"));
        texts(campaign, "").body("state", equalTo("SUPPRESSED"), "items", hasSize(0));

        answer(campaign, null, 1, "{\"overall\": 4, \"why\": \"=1+1\"}");

        results(campaign, "").body("responses.answered", equalTo(5));
        texts(campaign, "&limit=3").body("state", equalTo("SHOWN"), "items", hasSize(3));
        var next = texts(campaign, "&limit=3").extract().<String>path("next");
        texts(campaign, "&limit=3&cursor=" + next).body("items", hasSize(2)).body("next", nullValue());
    }

    @Test
    void of_employees_six_answers_are_not_shown_and_the_seventh_shows_them() {
        var survey = survey("EMPLOYEE", "{\"elements\": [{\"type\": \"comment\", \"name\": \"why\"}]}");
        publishVersion(survey).then().statusCode(201);
        var campaign = campaignOf(survey, 1);
        answer(campaign, null, 6, "{\"why\": \"太忙\"}");
        results(campaign, "").body("threshold", equalTo(7), "responses.state", equalTo("SUPPRESSED"));
        texts(campaign, "").body("state", equalTo("SUPPRESSED"), "items", hasSize(0));

        answer(campaign, null, 1, "{\"why\": \"太忙\"}");

        results(campaign, "").body("responses.answered", equalTo(7));
        texts(campaign, "").body("state", equalTo("SHOWN"), "items", hasSize(7));
    }

    @Test
    void a_day_that_is_over_is_counted_once_and_anew_when_a_response_of_it_is_taken_back() throws SQLException {
        var campaign = openCampaign(", \"anonymous\": true");
        String receipt = null;
        for (var number = 0; number < 7; number++) {
            receipt = post(submission(UUID.randomUUID(), link(campaign), "{\"overall\": 4}"))
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("receipt");
        }
        change("UPDATE response SET received_at = received_at - interval '2 days' WHERE campaign_id = '" + campaign
                + "'");
        results(campaign, "").body("responses.answered", equalTo(7));
        assertThat(count("SELECT sum(count) FROM result_cell WHERE question = '' AND campaign_id = '" + campaign + "'"))
                .isEqualTo(7);
        answer(campaign, null, 1, "{\"overall\": 4}");
        results(campaign, "").body("responses.answered", equalTo(8));

        given().post("/api/survey/v1/receipts/" + receipt + "/withdrawal")
                .then()
                .statusCode(200);

        results(campaign, "").body("responses.answered", equalTo(7));
        assertThat(count("SELECT sum(count) FROM result_cell WHERE question = '' AND campaign_id = '" + campaign + "'"))
                .isEqualTo(6);
    }

    @Test
    void promoters_are_told_on_a_scale_to_ten() {
        var survey =
                survey("{\"elements\": [{\"type\": \"rating\", \"name\": \"nps\", \"rateMin\": 0, \"rateMax\": 10}]}");
        publishVersion(survey).then().statusCode(201);
        var campaign = campaignOf(survey, 1);
        for (var value : new int[] {10, 9, 9, 8, 6}) {
            answer(campaign, null, 1, "{\"nps\": " + value + "}");
        }

        results(campaign, "").body("questions[0].figure.nps", equalTo(40.0f));
    }

    @Test
    void a_trend_survives_a_rewording() {
        var survey = survey("{\"elements\": [{\"type\": \"rating\", \"name\": \"old\"}]}");
        publishVersion(survey).then().statusCode(201);
        var first = campaignOf(survey, 1);
        answer(first, null, 5, "{\"old\": 2}");
        asOffice()
                .body("{\"title\": \"s\", \"definition\": {\"elements\": [{\"type\": \"rating\", \"name\": \"new\"}]}}")
                .put("/api/survey/v1/surveys/" + survey + "/draft");
        publishVersion(survey).then().statusCode(201);
        var second = campaignOf(survey, 2);
        post(submission(UUID.randomUUID(), link(second), "{\"new\": 4}").replace("\"version\": 1", "\"version\": 2"))
                .then()
                .statusCode(201);
        for (var number = 0; number < 4; number++) {
            post(submission(UUID.randomUUID(), link(second), "{\"new\": 4}")
                            .replace("\"version\": 1", "\"version\": 2"))
                    .then()
                    .statusCode(201);
        }
        rename(survey, 2, "{\"old\": \"nobody\"}")
                .statusCode(422)
                .body("violations[0].code", equalTo("unknown-question"));
        rename(survey, 1, "{}").statusCode(422).body("type", equalTo("urn:huisheng:problem:no-version-before"));

        renamed(survey, 2).body("renamed", equalTo(Map.of()));
        rename(survey, 2, "{\"old\": \"new\"}").statusCode(200);
        renamed(survey, 2).body("renamed", equalTo(Map.of("old", "new")));

        asOffice()
                .get("/api/survey/v1/surveys/" + survey + "/results?by=version")
                .then()
                .statusCode(200)
                .body("questions.name", contains("new"))
                .body("questions[0].figure.mean", equalTo(3))
                .body("questions[0].groups.figure.mean", contains(2, 4));
    }

    @Test
    void who_may_see_results_and_what_they_may_not_ask() {
        var campaign = openCampaign(", \"anonymous\": true");
        var leader = TestTokens.bearer("le", null, "LEADER");
        given().header("Authorization", leader)
                .get(CAMPAIGNS + campaign + "/results")
                .then()
                .statusCode(200);
        given().header("Authorization", leader)
                .get(CAMPAIGNS + campaign + "/responses")
                .then()
                .statusCode(403);
        given().header("Authorization", leader)
                .get(CAMPAIGNS + campaign + "/texts?question=why")
                .then()
                .statusCode(403);
        for (var path : new String[] {"/results", "/participation", "/responses", "/texts?question=why"}) {
            given().get(CAMPAIGNS + campaign + path).then().statusCode(401);
            given().header("Authorization", TestTokens.bearer("li", "DIST", "LIAISON"))
                    .get(CAMPAIGNS + campaign + path)
                    .then()
                    .statusCode(403);
            asOffice().get(CAMPAIGNS + UUID.randomUUID() + path).then().statusCode(404);
        }
        results(campaign, "?by=shoe-size", 400).body("violations[0].code", equalTo("unknown-dimension"));
        asOffice().get(CAMPAIGNS + campaign + "/texts").then().statusCode(400);
        asOffice()
                .get("/api/survey/v1/surveys/" + UUID.randomUUID() + "/results")
                .then()
                .statusCode(404);
    }

    @Test
    void a_liaison_reads_what_is_asked_for_their_own_department_alone_and_no_fewer_people_than_others() {
        var survey = survey(
                "EMPLOYEE",
                "{\"elements\": [{\"type\": \"radiogroup\", \"name\": \"know\", \"choices\": [\"yes\", \"no\"]}]}");
        publishVersion(survey).then().statusCode(201);
        var quiz = campaignOf(survey, 1, ", \"attribution\": {\"department\": \"DIST\"}");
        answer(quiz, null, 6, "{\"know\": \"yes\"}");
        answer(quiz, null, 1, "{\"know\": \"no\"}");
        step(quiz, "closing").then().statusCode(200);
        var small = campaignOf(survey, 1, ", \"attribution\": {\"department\": \"DIST\"}");
        answer(small, null, 6, "{\"know\": \"yes\"}");
        step(small, "closing").then().statusCode(200);

        asLiaison("DIST", quiz).statusCode(200).body("responses.answered", equalTo(7));
        asLiaison("DIST", small)
                .statusCode(200)
                .body("responses.state", equalTo("SUPPRESSED"), "threshold", equalTo(7));
        asLiaison("MKT", quiz).statusCode(403);
        asLiaison("DIST", campaignOf(survey, 1, "")).statusCode(403);
        // Here people say which department they are talking of.
        asLiaison("DIST", openCampaign(", \"anonymous\": true, \"attribution\": {\"department\": \"DIST\"}"))
                .statusCode(403);
    }

    @Test
    void a_liaison_waits_for_the_close_so_that_no_two_readings_tell_one_answer() {
        var survey = survey(
                "EMPLOYEE",
                "{\"elements\": [{\"type\": \"radiogroup\", \"name\": \"know\", \"choices\": [\"yes\", \"no\"]}]}");
        publishVersion(survey).then().statusCode(201);
        var quiz = campaignOf(survey, 1, ", \"attribution\": {\"department\": \"DIST\"}");
        answer(quiz, null, 8, "{\"know\": \"yes\"}");

        asLiaison("DIST", quiz)
                .statusCode(409)
                .body("type", equalTo("urn:huisheng:problem:results-before-the-close"))
                .body("title", equalTo("活动结束后才能查看结果"))
                .body("responses", nullValue());
        asLiaison("MKT", quiz).statusCode(403);
        given().header("Authorization", TestTokens.bearer("le", null, "LEADER"))
                .get(CAMPAIGNS + quiz + "/results")
                .then()
                .statusCode(200);

        step(quiz, "closing").then().statusCode(200);
        asLiaison("DIST", quiz).statusCode(200).body("responses.answered", equalTo(8));
    }

    @Test
    void a_liaison_waits_until_no_late_answer_can_change_what_was_shown() throws SQLException {
        var survey = survey(
                "EMPLOYEE",
                "{\"elements\": [{\"type\": \"radiogroup\", \"name\": \"know\", \"choices\": [\"yes\", \"no\"]}]}");
        publishVersion(survey).then().statusCode(201);
        var quiz = campaignOf(survey, 1, ", \"graceDays\": 2, \"attribution\": {\"department\": \"DIST\"}");
        answer(quiz, null, 8, "{\"know\": \"yes\"}");
        step(quiz, "closing").then().statusCode(200);

        asLiaison("DIST", quiz)
                .statusCode(409)
                .body("type", equalTo("urn:huisheng:problem:results-before-the-last-answer"))
                .body("title", equalTo("补交期过后才能查看结果"))
                .body("detail", matchesPattern("活动已结束，\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2} 前仍可收到.*"))
                .body("responses", nullValue());
        closedBack(quiz, "47 hours");
        asLiaison("DIST", quiz).statusCode(409);
        closedBack(quiz, "49 hours");
        asLiaison("DIST", quiz).statusCode(200).body("responses.answered", equalTo(8));
        post(submission(UUID.randomUUID(), link(quiz), "{\"know\": \"no\"}"))
                .then()
                .statusCode(409);
        asLiaison("DIST", quiz).statusCode(200).body("responses.answered", equalTo(8));
    }

    private void closedBack(String campaign, String interval) throws SQLException {
        change("UPDATE campaign SET closed_at = now() - interval '" + interval + "' WHERE id = '" + campaign + "'");
    }

    private static ValidatableResponse asLiaison(String department, String campaign) {
        return given().header("Authorization", TestTokens.bearer("li", department, "LIAISON"))
                .get(CAMPAIGNS + campaign + "/results")
                .then();
    }

    private static String openCampaign(String extra) {
        var campaign = draftCampaign(extra);
        step(campaign, "opening").then().statusCode(200);
        return campaign;
    }

    private static String survey(String definition) {
        return survey("CUSTOMER", definition);
    }

    private static String survey(String side, String definition) {
        return asOffice()
                .body("{\"title\": \"s\", \"side\": \"" + side + "\", \"definition\": " + definition + "}")
                .post("/api/survey/v1/surveys")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String campaignOf(String survey, int version) {
        return campaignOf(survey, version, "");
    }

    private static String campaignOf(String survey, int version, String extra) {
        var now = Instant.now();
        String campaign = asOffice()
                .body(
                        "{\"surveyId\": \"%s\", \"version\": %d, \"name\": \"c%d\", \"opensAt\": \"%s\", \"closesAt\": \"%s\", \"anonymous\": false%s}"
                                .formatted(
                                        survey,
                                        version,
                                        version,
                                        now.minus(30, ChronoUnit.DAYS),
                                        now.plus(1, ChronoUnit.DAYS),
                                        extra))
                .post("/api/survey/v1/campaigns")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        step(campaign, "opening").then().statusCode(200);
        return campaign;
    }

    private static void answer(String campaign, String station, int times, String answers) {
        String token = asOffice()
                .body(station == null ? "{\"count\": 1}" : "{\"count\": 1, \"station\": \"" + station + "\"}")
                .post(CAMPAIGNS + campaign + "/links")
                .path("items[0].token");
        for (var number = 0; number < times; number++) {
            post(submission(UUID.randomUUID(), token, answers)).then().statusCode(201);
        }
    }

    private static ValidatableResponse results(String campaign, String query) {
        return results(campaign, query, 200);
    }

    private static ValidatableResponse results(String campaign, String query, int status) {
        return asOffice().get(CAMPAIGNS + campaign + "/results" + query).then().statusCode(status);
    }

    private static ValidatableResponse texts(String campaign, String query) {
        return asOffice()
                .get(CAMPAIGNS + campaign + "/texts?question=why" + query)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse renamed(String survey, int version) {
        return asOffice()
                .get("/api/survey/v1/surveys/" + survey + "/versions/" + version + "/renamed")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse rename(String survey, int version, String renamed) {
        return asOffice()
                .body("{\"renamed\": " + renamed + "}")
                .put("/api/survey/v1/surveys/" + survey + "/versions/" + version + "/renamed")
                .then();
    }
}
