package org.huisheng.survey.results;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.huisheng.survey.SurveyFixture.asOffice;
import static org.huisheng.survey.SurveyFixture.draftCampaign;
import static org.huisheng.survey.SurveyFixture.link;
import static org.huisheng.survey.SurveyFixture.post;
import static org.huisheng.survey.SurveyFixture.step;
import static org.huisheng.survey.SurveyFixture.submission;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.huisheng.survey.SurveyTest;
import org.huisheng.survey.campaign.KnownCampaigns;
import org.huisheng.survey.results.FoldDays.Step;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FoldResultsTest extends SurveyTest {

    @Inject
    FoldResults foldResults;

    @Inject
    FoldDays days;

    @Inject
    CountedQuestions questions;

    @Inject
    KnownCampaigns campaigns;

    @Test
    void days_that_are_over_are_counted_before_anybody_asks() throws SQLException {
        var campaign = answered(7, "");
        daysBack(campaign, 3);
        answer(campaign, 2);

        foldResults.foldAll();

        assertThat(counted(campaign)).isEqualTo(7);
        assertThat(count("SELECT count(*) FROM result_day WHERE complete AND campaign_id = '" + campaign + "'"))
                .isEqualTo(1);
        answeredInAll(campaign, 9);
    }

    @Test
    void a_day_is_counted_in_steps_that_go_on_where_the_last_ended() throws SQLException {
        var campaign = answered(7, "");
        daysBack(campaign, 2);

        var steps = new ArrayList<Step>();
        var counts = new ArrayList<Long>();
        do {
            steps.add(fold(campaign, 3));
            counts.add(counted(campaign));
        } while (steps.getLast() == Step.MORE);

        assertThat(steps).containsExactly(Step.MORE, Step.MORE, Step.MORE, Step.DONE);
        assertThat(counts).containsExactly(3L, 6L, 7L, 7L);
        assertThat(count("SELECT sum(count) FROM result_cell WHERE question = 'overall' AND value = '4'"
                        + " AND campaign_id = '" + campaign + "'"))
                .isEqualTo(7);
        answeredInAll(campaign, 7);
    }

    @Test
    void a_response_taken_back_while_its_day_is_counted_is_not_counted() throws SQLException {
        var receipts = new ArrayList<String>();
        var campaign = answered(7, "", receipts);
        daysBack(campaign, 2);
        fold(campaign, 4);

        for (var receipt : receipts.subList(0, 2)) {
            given().post("/api/survey/v1/receipts/" + receipt + "/withdrawal")
                    .then()
                    .statusCode(200);
        }

        answeredInAll(campaign, 5);
        assertThat(counted(campaign)).isEqualTo(5);
    }

    @Test
    void who_asks_while_much_is_left_is_told_when_to_ask_again() throws SQLException {
        var campaign = answered(5, "");
        daysBack(campaign, 1);
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SELECT pg_advisory_xact_lock(hashtextextended('" + campaign + "', 20))");

            var begun = System.nanoTime();
            asOffice()
                    .get("/api/survey/v1/campaigns/" + campaign + "/results")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", "3")
                    .contentType("application/problem+json")
                    .body("type", equalTo("urn:huisheng:problem:results-not-counted"));

            assertThat(System.nanoTime() - begun).isLessThan(8_000_000_000L);
            assertThat(fold(campaign, 10, false)).isEqualTo(Step.ELSEWHERE);
            connection.rollback();
        }
        answeredInAll(campaign, 5);
    }

    @Test
    void a_campaign_that_gets_no_more_answers_is_not_looked_at_again_until_one_is_taken_back() throws SQLException {
        var receipts = new ArrayList<String>();
        var campaign = answered(6, ", \"graceDays\": 1", receipts);
        daysBack(campaign, 9);
        step(campaign, "closing").then().statusCode(200);
        foldResults.foldAll();
        assertThat(isFinal(campaign)).isFalse();

        change("UPDATE campaign SET closed_at = now() - interval '4 days' WHERE id = '" + campaign + "'");
        foldResults.foldAll();

        assertThat(isFinal(campaign)).isTrue();
        given().post("/api/survey/v1/receipts/" + receipts.getFirst() + "/withdrawal")
                .then()
                .statusCode(200);
        assertThat(isFinal(campaign)).isFalse();
        answeredInAll(campaign, 5);
    }

    private Step fold(String campaign, int most) {
        return fold(campaign, most, true);
    }

    private Step fold(String campaign, int most, boolean patient) {
        var id = UUID.fromString(campaign);
        return days.step(id, questions.of(campaigns.require(id)), Instant.now(), most, patient);
    }

    private static String answered(int times, String extra) {
        return answered(times, extra, new ArrayList<>());
    }

    private static String answered(int times, String extra, List<String> receipts) {
        var campaign = draftCampaign(", \"anonymous\": true" + extra);
        step(campaign, "opening").then().statusCode(200);
        receipts.addAll(answer(campaign, times));
        return campaign;
    }

    private static List<String> answer(String campaign, int times) {
        var token = link(campaign);
        var receipts = new ArrayList<String>();
        for (var number = 0; number < times; number++) {
            receipts.add(post(submission(UUID.randomUUID(), token, "{\"overall\": 4}"))
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("receipt"));
        }
        return receipts;
    }

    /** And as if nothing had been counted since. */
    private void daysBack(String campaign, int days) throws SQLException {
        change("UPDATE response SET received_at = received_at - interval '%d days' WHERE campaign_id = '%s'"
                .formatted(days, campaign));
        change("UPDATE campaign SET results_until = NULL WHERE id = '" + campaign + "'");
    }

    private long counted(String campaign) throws SQLException {
        return count("SELECT coalesce(sum(count), 0) FROM result_cell WHERE question = '' AND campaign_id = '"
                + campaign + "'");
    }

    private boolean isFinal(String campaign) throws SQLException {
        return count("SELECT count(*) FROM campaign WHERE results_final AND id = '" + campaign + "'") == 1;
    }

    private static void answeredInAll(String campaign, int responses) {
        asOffice()
                .get("/api/survey/v1/campaigns/" + campaign + "/results")
                .then()
                .statusCode(200)
                .body("responses.answered", equalTo(responses));
    }
}
