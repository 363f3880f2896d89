package org.huisheng.survey.campaign;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.huisheng.survey.SurveyFixture.asOffice;
import static org.huisheng.survey.SurveyFixture.draftCampaign;
import static org.huisheng.survey.SurveyFixture.link;
import static org.huisheng.survey.SurveyFixture.openLink;
import static org.huisheng.survey.SurveyFixture.post;
import static org.huisheng.survey.SurveyFixture.step;
import static org.huisheng.survey.SurveyFixture.submission;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.huisheng.kit.testing.TestTokens;
import org.huisheng.survey.SurveyTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CampaignLifecycleTest extends SurveyTest {

    private static final String CAMPAIGNS = "/api/survey/v1/campaigns";

    @Inject
    CampaignClock clock;

    @Test
    void a_scheduled_campaign_opens_and_closes_by_itself() throws SQLException {
        var campaign = draftCampaign(", \"anonymous\": false");
        var now = Instant.now();
        replan(campaign, now.plusSeconds(2), now.plusSeconds(3600)).then().statusCode(200);
        var link = link(campaign);
        step(campaign, "scheduling").then().statusCode(200).body("status", equalTo("SCHEDULED"));
        given().get("/api/survey/v1/links/" + link).then().body("state", equalTo("NOT_YET_OPEN"));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> asOffice().get(CAMPAIGNS + "/" + campaign).then().body("status", equalTo("OPEN")));
        post(submission(UUID.randomUUID(), link, "{\"overall\": 4}")).then().statusCode(201);
        change("UPDATE campaign SET closes_at = now() WHERE id = '" + campaign + "'");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> asOffice().get(CAMPAIGNS + "/" + campaign).then().body("status", equalTo("CLOSED")));
        post(submission(UUID.randomUUID(), link, "{\"overall\": 4}"))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:huisheng:problem:campaign-closed"));
    }

    @Test
    void what_fell_due_while_no_service_ran_is_made_up_for_at_once() throws SQLException {
        var missedBoth = draftCampaign(", \"anonymous\": false");
        step(missedBoth, "scheduling").then().statusCode(200);
        change("UPDATE campaign SET opens_at = now() - interval '2 days', closes_at = now() - interval '1 day',"
                + " status = 'SCHEDULED' WHERE id = '" + missedBoth + "'");

        clock.turn(Instant.now());
        clock.turn(Instant.now());

        asOffice().get(CAMPAIGNS + "/" + missedBoth).then().body("status", equalTo("CLOSED"));
    }

    @Test
    void looking_for_what_is_due_reads_an_index_and_no_table() throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("SET enable_seqscan = off");
            try (var plan = statement.executeQuery("EXPLAIN SELECT id FROM campaign WHERE status = 'OPEN'"
                    + " AND closes_at <= now() ORDER BY closes_at LIMIT 100")) {
                var lines = new StringBuilder();
                while (plan.next()) {
                    lines.append(plan.getString(1));
                }
                assertThat(lines).contains("campaign_due_to_close");
            } finally {
                statement.execute("RESET enable_seqscan");
            }
        }
    }

    @Test
    void a_campaign_can_be_taken_off_the_schedule_until_its_time_has_come_and_changed_only_as_a_draft() {
        var campaign = draftCampaign(", \"anonymous\": false");
        var now = Instant.now();
        var seen = asOffice().get(CAMPAIGNS + "/" + campaign).header("ETag");
        replan(campaign, now.plus(1, ChronoUnit.DAYS), now.plus(2, ChronoUnit.DAYS))
                .then()
                .statusCode(200);
        asOffice()
                .header("If-Match", seen)
                .body(plan(campaign, now, now.plusSeconds(9)))
                .put(CAMPAIGNS + "/" + campaign)
                .then()
                .statusCode(412);
        step(campaign, "scheduling").then().statusCode(200);

        replan(campaign, now.plusSeconds(5), now.plusSeconds(9))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:huisheng:problem:campaign-not-a-draft"));
        asOffice()
                .delete(CAMPAIGNS + "/" + campaign + "/scheduling")
                .then()
                .statusCode(200)
                .body("status", equalTo("DRAFT"));
        replan(campaign, now.plus(1, ChronoUnit.DAYS), now.plus(3, ChronoUnit.DAYS))
                .then()
                .statusCode(200);
        asOffice()
                .header("Accept-Language", "en")
                .delete(CAMPAIGNS + "/" + campaign + "/scheduling")
                .then()
                .statusCode(409)
                .body("title", equalTo("Not possible in the present state"));
        replan(campaign, now.minus(3, ChronoUnit.DAYS), now.minus(2, ChronoUnit.DAYS))
                .then()
                .statusCode(200);
        step(campaign, "scheduling")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:huisheng:problem:campaign-already-over"));
    }

    @Test
    void thousands_of_links_are_made_and_exported_at_once() {
        var campaign = draftCampaign(", \"anonymous\": true, \"access\": \"SINGLE_USE\", \"stations\": [\"=VR\"]");
        List<String> made = asOffice()
                .body("{\"count\": 3500, \"station\": \"=VR\"}")
                .post(CAMPAIGNS + "/" + campaign + "/links")
                .then()
                .statusCode(201)
                .extract()
                .path("items.token");

        var csv = asOffice().accept("text/csv").get(CAMPAIGNS + "/" + campaign + "/links");
        var lines = asOffice().accept("application/x-ndjson").get(CAMPAIGNS + "/" + campaign + "/links");

        assertThat(new HashSet<>(made)).hasSize(3500);
        assertThat(made).allMatch(token -> token.matches("[A-Za-z0-9_][A-Za-z0-9_-]{21}"));
        csv.then().statusCode(200).header("Content-Disposition", "attachment; filename=\"links.csv\"");
        assertThat(csv.asString().lines()).hasSize(3501).allMatch(row -> row.split(",").length == 3);
        assertThat(csv.asString()).contains("/s/" + made.getFirst() + ",'=VR\r\n");
        assertThat(lines.asString().lines()).hasSize(3500);
    }

    @Test
    void links_come_in_pages_and_lead_to_the_respondents_page() {
        var campaign = draftCampaign(", \"anonymous\": true");
        asOffice().body("{\"count\": 7}").post(CAMPAIGNS + "/" + campaign + "/links");
        var seen = new HashSet<String>();
        String next = null;
        do {
            var request = asOffice().queryParam("limit", 3);
            var page = (next == null ? request : request.queryParam("cursor", next))
                    .get(CAMPAIGNS + "/" + campaign + "/links");
            List<String> tokens = page.path("items.token");
            assertThat(tokens).hasSizeLessThanOrEqualTo(3);
            seen.addAll(tokens);
            assertThat(page.<String>path("items[0].url")).endsWith("/s/" + tokens.getFirst());
            next = page.path("next");
        } while (next != null);

        assertThat(seen).hasSize(7);
    }

    @Test
    void a_count_nobody_can_mean_is_refused_and_nothing_is_made() throws SQLException {
        var campaign = draftCampaign(", \"anonymous\": true");
        for (var body : new String[] {"{\"count\": 0}", "{\"count\": 50001}", "{\"count\": 1, \"station\": \"?\"}"}) {
            asOffice()
                    .body(body)
                    .post(CAMPAIGNS + "/" + campaign + "/links")
                    .then()
                    .statusCode(422)
                    .body("violations", hasSize(1));
        }

        assertThat(count("SELECT count(*) FROM link WHERE campaign_id = '" + campaign + "'"))
                .isZero();
    }

    @Test
    void a_body_that_is_missing_is_the_callers_mistake() {
        var campaign = draftCampaign(", \"anonymous\": true");

        asOffice()
                .post(CAMPAIGNS + "/" + campaign + "/links")
                .then()
                .statusCode(400)
                .body("violations.path", hasItem("/count"));
        asOffice().post(CAMPAIGNS).then().statusCode(400).body("violations.path", hasItem("/surveyId"));
    }

    @Test
    void an_anonymous_campaign_says_so_to_its_respondents() {
        given().get("/api/survey/v1/links/" + openLink(", \"anonymous\": true"))
                .then()
                .body("anonymous", equalTo(true));
        given().get("/api/survey/v1/links/" + openLink()).then().body("anonymous", equalTo(false));
    }

    @Test
    void only_the_office_touches_campaigns() {
        var campaign = draftCampaign(", \"anonymous\": true");
        var path = CAMPAIGNS + "/" + campaign;
        for (var step : new String[] {"scheduling", "opening", "closing", "links"}) {
            given().contentType(ContentType.JSON)
                    .body("{}")
                    .post(path + "/" + step)
                    .then()
                    .statusCode(401);
            given().header("Authorization", TestTokens.bearer("li", "DIST", "LIAISON", "SURVEYOR", "LEADER"))
                    .contentType(ContentType.JSON)
                    .body("{}")
                    .post(path + "/" + step)
                    .then()
                    .statusCode(403);
        }
        given().get(path + "/links").then().statusCode(401);
        asOffice()
                .get(CAMPAIGNS + "/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("violations", nullValue());
    }

    private io.restassured.response.Response replan(String campaign, Instant opensAt, Instant closesAt) {
        return asOffice().body(plan(campaign, opensAt, closesAt)).put(CAMPAIGNS + "/" + campaign);
    }

    private String plan(String campaign, Instant opensAt, Instant closesAt) {
        var survey = asOffice().get(CAMPAIGNS + "/" + campaign).<String>path("surveyId");
        return "{\"surveyId\": \"%s\", \"version\": 1, \"name\": \"x\", \"opensAt\": \"%s\", \"closesAt\": \"%s\", \"anonymous\": false}"
                .formatted(survey, opensAt, closesAt);
    }
}
