package org.huisheng.survey.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.huisheng.survey.SurveyFixture.draftCampaign;
import static org.huisheng.survey.SurveyFixture.link;
import static org.huisheng.survey.SurveyFixture.post;
import static org.huisheng.survey.SurveyFixture.publish;
import static org.huisheng.survey.SurveyFixture.step;
import static org.huisheng.survey.SurveyFixture.submission;
import static org.huisheng.survey.rule.RuleFixture.tell;
import static org.huisheng.survey.rule.RuleFixture.terms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.huisheng.events.RuleEvent.RuleTerms;
import org.huisheng.events.RuleEvent.SimulationRequested;
import org.huisheng.survey.SurveyEvents;
import org.huisheng.survey.SurveyTest;
import org.huisheng.survey.calendar.BusinessDay;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SimulationTest extends SurveyTest {

    private static final String DONE = "survey.simulation-done.v1";

    @Test
    void a_simulation_tells_what_a_rule_would_have_opened_among_those_that_are_enabled() throws Exception {
        var campaign = open(", \"anonymous\": false");
        var link = link(campaign);
        var low = UUID.randomUUID();
        post(submission(low, link, "{\"overall\": 1}")).then().statusCode(201);
        post(submission(UUID.randomUUID(), link, "{\"overall\": 2, \"why\": \"停电\"}"))
                .then()
                .statusCode(201);
        post(submission(UUID.randomUUID(), link, "{\"overall\": 5}")).then().statusCode(201);
        var earlier = UUID.randomUUID();
        tell(earlier, 1, 1, true, terms(campaign, "{why} contains '停电'", 5, true), Instant.now());
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(count("SELECT count(*) FROM answer_rule WHERE rule_id = '" + earlier + "'"))
                                .isEqualTo(1));

        var tally = simulate(terms(campaign, "{overall} <= 2", 10, false)).path("tally");

        assertThat(tally.path("examined").asInt()).isEqualTo(3);
        assertThat(tally.path("complete").asBoolean()).isTrue();
        assertThat(tally.path("matched").asInt()).isEqualTo(2);
        assertThat(tally.path("opened").asInt()).isEqualTo(1);
        assertThat(tally.path("cases").asInt()).isEqualTo(1);
        assertThat(tally.at("/stoppedBy/0/ruleId").asText()).isEqualTo(earlier.toString());
        assertThat(tally.at("/stoppedBy/0/responses").asInt()).isEqualTo(1);
        assertThat(tally.path("samples").size()).isEqualTo(1);
        assertThat(tally.at("/samples/0").asText()).isEqualTo(low.toString());
    }

    @Test
    void a_condition_that_cannot_be_evaluated_is_refused_with_its_place() throws Exception {
        var campaign = open(", \"anonymous\": false");

        var refused = simulate(terms(campaign, "{overall} <= ", 10, false)).path("refused");

        assertThat(refused.path("reason").asText()).isEqualTo("SYNTAX");
        assertThat(refused.path("position").asInt()).isEqualTo(14);
    }

    @Test
    void of_an_anonymous_campaign_neither_few_answers_nor_today_nor_any_id_is_told() throws Exception {
        var campaign = open(", \"anonymous\": true");
        var link = link(campaign);
        for (var people = 0; people < 6; people++) {
            post(submission(UUID.randomUUID(), link, "{\"overall\": 1}")).then().statusCode(201);
        }
        var rule = terms(campaign, "{overall} <= 2", 10, false);
        assertThat(simulate(rule).at("/tally/anonymousMatched").asInt()).isZero();
        var yesterday = BusinessDay.start(BusinessDay.of(Instant.now()).minusDays(1));
        change("UPDATE response SET received_at = '" + yesterday + "' WHERE campaign_id = '" + campaign + "'");

        var tally = simulate(rule).path("tally");

        assertThat(tally.path("anonymousMatched").asInt()).isEqualTo(6);
        assertThat(tally.path("cases").asInt()).isEqualTo(1);
        assertThat(tally.path("matched").asInt()).isZero();
        assertThat(tally.path("samples").isEmpty()).isTrue();
        var few = terms(campaign, "{overall} <= 2 and {channel} = 'app'", 10, false);
        assertThat(simulate(few).at("/tally/anonymousMatched").asInt()).isZero();
    }

    @Test
    void a_question_that_is_delivered_twice_is_answered_once() throws Exception {
        var campaign = open(", \"anonymous\": false");
        var id = UUID.randomUUID();
        var ask = new SimulationRequested(
                id, UUID.randomUUID(), 1, terms(campaign, "{overall} <= 2", 10, false), Instant.now());
        var eventId = UUID.randomUUID();

        publish(ask, eventId);
        publish(ask, eventId);
        simulate(terms(campaign, "{overall} <= 3", 10, false));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(SurveyEvents.of(DONE, id.toString())).hasSize(1));
        assertThat(count("SELECT count(*) FROM inbox WHERE event_id = '" + eventId + "'"))
                .isEqualTo(1);
    }

    private static JsonNode simulate(RuleTerms terms) throws Exception {
        var id = UUID.randomUUID();
        publish(new SimulationRequested(id, UUID.randomUUID(), 1, terms, Instant.now()));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(SurveyEvents.of(DONE, id.toString())).isNotEmpty());
        return new ObjectMapper()
                .readTree(SurveyEvents.data(SurveyEvents.of(DONE, id.toString()).getFirst()));
    }

    private static String open(String extra) {
        var campaign = draftCampaign(extra);
        step(campaign, "opening").then().statusCode(200);
        return campaign;
    }
}
