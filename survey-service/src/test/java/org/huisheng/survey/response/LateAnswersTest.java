package org.huisheng.survey.response;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.huisheng.survey.SurveyFixture.asOffice;
import static org.huisheng.survey.SurveyFixture.draftCampaign;
import static org.huisheng.survey.SurveyFixture.link;
import static org.huisheng.survey.SurveyFixture.post;
import static org.huisheng.survey.SurveyFixture.step;
import static org.huisheng.survey.SurveyFixture.submission;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.huisheng.survey.SurveyTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answered without a network before the end, sent with one after it. */
@QuarkusTest
class LateAnswersTest extends SurveyTest {

    private static final String GRACE = ", \"graceDays\": 2";
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void what_was_answered_before_the_end_comes_in_after_it_and_what_was_answered_later_does_not(boolean anonymous)
            throws SQLException {
        var campaign = opened(", \"anonymous\": " + anonymous + GRACE);
        var link = link(campaign);
        step(campaign, "closing").then().statusCode(200).body("graceDays", equalTo(2));
        var end = Instant.now();
        var body = answered(UUID.randomUUID(), link, end.minus(MINUTE));

        var receipt = post(body).then().statusCode(201).extract().<String>path("receipt");

        post(body).then().statusCode(200).body("receipt", equalTo(receipt));
        refused(answered(UUID.randomUUID(), link, end.plusSeconds(1)), "campaign-closed");
        given().get("/api/survey/v1/links/" + link).then().body("state", equalTo("CLOSED"));
        assertThat(responses(campaign)).isEqualTo(1);
        asOffice()
                .get("/api/survey/v1/campaigns/" + campaign + "/participation")
                .then()
                .body("responses", equalTo(1));
    }

    @Test
    void without_a_grace_a_closed_campaign_takes_nothing() throws SQLException {
        var campaign = opened(", \"anonymous\": false");
        step(campaign, "closing").then().body("graceDays", nullValue());

        refused(answered(UUID.randomUUID(), link(campaign), Instant.now().minus(MINUTE)), "campaign-closed");

        assertThat(responses(campaign)).isZero();
    }

    @Test
    void the_clock_ends_a_campaign_at_its_time_however_late_that_is_written_down() throws SQLException {
        var campaign = opened(", \"anonymous\": false" + GRACE);
        change("UPDATE campaign SET closes_at = now() - interval '1 hour' WHERE id = '" + campaign + "'");
        var link = link(campaign);
        var end = Instant.now().minus(Duration.ofHours(1));

        accepted(answered(UUID.randomUUID(), link, end.minus(MINUTE)));
        refused(answered(UUID.randomUUID(), link, end.plus(MINUTE)), "campaign-closed");

        await().untilAsserted(() -> assertThat(
                        count("SELECT count(*) FROM campaign WHERE closed_at = closes_at AND id = '" + campaign + "'"))
                .isEqualTo(1));
        accepted(answered(UUID.randomUUID(), link, end.minus(MINUTE)));
        refused(answered(UUID.randomUUID(), link, end.plus(MINUTE)), "campaign-closed");
        assertThat(responses(campaign)).isEqualTo(2);
    }

    @Test
    void when_the_grace_is_over_nothing_comes_in_any_more() throws SQLException {
        var campaign = opened(", \"anonymous\": false" + GRACE);
        step(campaign, "closing");
        change("UPDATE campaign SET closed_at = now() - interval '49 hours' WHERE id = '" + campaign + "'");

        refused(
                answered(UUID.randomUUID(), link(campaign), Instant.now().minus(Duration.ofDays(5))),
                "campaign-closed");

        assertThat(responses(campaign)).isZero();
    }

    /** Another process closed it; what is remembered here is up to some seconds old. */
    @ParameterizedTest
    @ValueSource(strings = {GRACE, GRACE + ", \"quota\": 5"})
    void a_closing_that_this_process_has_not_heard_of_yet_is_obeyed_all_the_same(String extra) throws SQLException {
        var campaign = opened(", \"anonymous\": true" + extra);
        var link = link(campaign);
        accepted(answered(UUID.randomUUID(), link, Instant.now().minus(MINUTE)));
        var end = Instant.now().minusSeconds(10);
        change("UPDATE campaign SET status = 'CLOSED', closed_at = '" + end + "' WHERE id = '" + campaign + "'");

        accepted(answered(UUID.randomUUID(), link, end.minusSeconds(1)));
        refused(answered(UUID.randomUUID(), link, end.plusSeconds(1)), "campaign-closed");

        assertThat(responses(campaign)).isEqualTo(2);
    }

    @Test
    void places_and_links_are_spent_by_late_answers_as_by_others() throws SQLException {
        var campaign = opened(", \"anonymous\": true, \"access\": \"SINGLE_USE\", \"quota\": 1" + GRACE);
        var first = link(campaign);
        var second = link(campaign);
        step(campaign, "closing");
        var before = Instant.now().minus(MINUTE);

        refused(answered(UUID.randomUUID(), first, Instant.now().plusSeconds(1)), "campaign-closed");
        accepted(answered(UUID.randomUUID(), first, before));
        refused(answered(UUID.randomUUID(), first, before), "link-used");
        refused(answered(UUID.randomUUID(), second, before), "campaign-full");

        assertThat(count("SELECT response_count FROM campaign WHERE id = '" + campaign + "'"))
                .isEqualTo(1);
        assertThat(count("SELECT count(*) FROM link WHERE used AND campaign_id = '" + campaign + "'"))
                .isEqualTo(1);
    }

    @Test
    void a_late_answer_is_checked_and_told_like_any_other() throws SQLException {
        var campaign = opened(", \"anonymous\": false" + GRACE);
        var link = link(campaign);
        step(campaign, "closing");
        var before = Instant.now().minus(MINUTE);

        post(at(submission(UUID.randomUUID(), link, "{\"overall\": 9}"), before))
                .then()
                .statusCode(422)
                .body("violations[0].path", equalTo("/answers/overall"));
        given().contentType("application/json")
                .body("{\"responses\": [" + answered(UUID.randomUUID(), link, before) + ","
                        + answered(UUID.randomUUID(), link, before.minus(MINUTE)) + "]}")
                .post("/api/survey/v1/responses/batch")
                .then()
                .body("results[0].status", equalTo(201), "results[1].status", equalTo(201));

        assertThat(responses(campaign)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 32})
    void a_grace_is_of_one_to_thirty_one_days(int days) {
        var campaign = draftCampaign(", \"anonymous\": false");
        var plan = asOffice().get("/api/survey/v1/campaigns/" + campaign).then().extract();

        asOffice()
                .body(
                        "{\"surveyId\": \"%s\", \"version\": 1, \"name\": \"c\", \"opensAt\": \"%s\", \"closesAt\": \"%s\", \"anonymous\": false, \"graceDays\": %d}"
                                .formatted(plan.path("surveyId"), plan.path("opensAt"), plan.path("closesAt"), days))
                .put("/api/survey/v1/campaigns/" + campaign)
                .then()
                .statusCode(422)
                .body("violations[0].path", equalTo("/graceDays"));
    }

    private static String opened(String extra) {
        var campaign = draftCampaign(extra);
        step(campaign, "opening").then().statusCode(200);
        return campaign;
    }

    private static String answered(UUID id, String link, Instant when) {
        return at(submission(id, link, "{\"overall\": 4}"), when);
    }

    private static String at(String submission, Instant when) {
        return submission.replace("2026-11-20T09:05:00+08:00", when.toString());
    }

    private static void accepted(String body) {
        post(body).then().statusCode(201);
    }

    private static ValidatableResponse refused(String body, String code) {
        return post(body).then().statusCode(409).body("type", equalTo("urn:huisheng:problem:" + code));
    }

    private long responses(String campaign) throws SQLException {
        return count("SELECT count(*) FROM response WHERE campaign_id = '" + campaign + "'");
    }
}
