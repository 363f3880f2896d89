package org.huisheng.survey.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.huisheng.survey.SurveyFixture.asOffice;
import static org.huisheng.survey.SurveyFixture.draftCampaign;
import static org.huisheng.survey.SurveyFixture.link;
import static org.huisheng.survey.SurveyFixture.post;
import static org.huisheng.survey.SurveyFixture.step;
import static org.huisheng.survey.SurveyFixture.submission;
import static org.huisheng.survey.rule.RuleFixture.tell;
import static org.huisheng.survey.rule.RuleFixture.terms;

import io.cloudevents.CloudEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.huisheng.survey.SurveyEvents;
import org.huisheng.survey.SurveyTest;
import org.huisheng.survey.calendar.BusinessDay;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RuleMatchingTest extends SurveyTest {

    private static final String MATCHED = "survey.response-matched.v1";

    @Inject
    RulesInForce inForce;

    @Inject
    MatchAnonymous matchAnonymous;

    @Test
    void a_response_is_told_once_with_each_rule_it_matches_and_without_its_answers() throws Exception {
        var campaign = open(", \"anonymous\": false, \"attribution\": {\"department\": \"MKT\"}");
        var low = rule(campaign, "{overall} <= 2", 10, false);
        var words = rule(campaign, "{why} contains '停电'", 20, true);
        var behindIt = rule(campaign, "{overall} <= 5", 30, false);
        var link = link(campaign);
        var unhappy = UUID.randomUUID();
        var fine = UUID.randomUUID();

        var body = submission(unhappy, link, "{\"overall\": 1, \"why\": \"停电了，请打13800000000\"}");
        post(body).then().statusCode(201);
        post(body).then().statusCode(200);
        asOffice()
                .body("{\"responses\": [" + submission(fine, link, "{\"overall\": 5}") + "," + body + "]}")
                .post("/api/survey/v1/responses/batch")
                .then()
                .statusCode(200);
        settled();

        var events = SurveyEvents.of(MATCHED, unhappy.toString());
        assertThat(events).extracting(RuleMatchingTest::ruleOf).containsExactlyInAnyOrder(low, words);
        assertThat(events).allSatisfy(event -> {
            assertThat(event.getSubject()).isEqualTo(unhappy.toString());
            assertThat(SurveyEvents.data(event))
                    .contains("\"department\":\"MKT\"", "\"campaignId\":\"" + campaign + "\"")
                    .doesNotContain("停电", "138");
        });
        assertThat(SurveyEvents.of(MATCHED, fine.toString()))
                .extracting(RuleMatchingTest::ruleOf)
                .containsExactly(behindIt);
    }

    @Test
    void what_spends_a_place_and_what_comes_under_a_lock_is_matched_too() throws Exception {
        var campaign = open(", \"anonymous\": false, \"quota\": 1");
        var low = rule(campaign, "{overall} <= 2", 10, false);
        var link = link(campaign);
        var first = UUID.randomUUID();
        var tooLate = UUID.randomUUID();

        post(submission(first, link, "{\"overall\": 1}")).then().statusCode(201);
        post(submission(tooLate, link, "{\"overall\": 1}")).then().statusCode(409);
        settled();

        assertThat(SurveyEvents.of(MATCHED, first.toString()))
                .extracting(RuleMatchingTest::ruleOf)
                .containsExactly(low);
        assertThat(SurveyEvents.of(MATCHED, tooLate.toString())).isEmpty();
    }

    @Test
    void an_older_state_of_a_rule_overwrites_no_newer_one_and_a_disabled_rule_matches_nothing() throws Exception {
        var campaign = open(", \"anonymous\": false");
        var id = UUID.randomUUID();
        var terms = terms(campaign, "{overall} <= 5", 10, false);
        tell(id, 1, 7, false, terms, Instant.now());
        tell(id, 1, 6, true, terms, Instant.now());
        var last = rule(campaign, "{overall} = 3", 10, false);
        var response = UUID.randomUUID();

        post(submission(response, link(campaign), "{\"overall\": 3}")).then().statusCode(201);
        settled();

        assertThat(SurveyEvents.of(MATCHED, response.toString()))
                .extracting(RuleMatchingTest::ruleOf)
                .containsExactly(last);
        assertThat(count("SELECT count(*) FROM answer_rule WHERE NOT enabled AND revision = 7 AND rule_id = '" + id
                        + "'"))
                .isEqualTo(1);
    }

    @Test
    void anonymous_answers_are_told_of_together_when_their_day_is_over_and_lead_to_nobody() throws Exception {
        var today = BusinessDay.of(Instant.now());
        var campaign = open(", \"anonymous\": true, \"attribution\": {\"department\": \"MKT\"}");
        var id = UUID.randomUUID();
        var terms = terms(campaign, "{overall} <= 2", 10, false);
        tell(id, 3, 3, true, terms, BusinessDay.start(today.minusDays(5)));
        known(id);
        var early = answers(campaign, 4, today.minusDays(3));
        matchAll(today.minusDays(2));
        settled();
        assertThat(SurveyEvents.of("survey.answers-matched.v1", id.toString())).isEmpty();
        assertThat(count("SELECT waiting FROM anonymous_match WHERE rule_id = '" + id + "'"))
                .isEqualTo(4);

        var late = answers(campaign, 3, today.minusDays(2));
        matchAll(today.minusDays(1));
        matchAll(today.minusDays(1));
        settled();

        var told = SurveyEvents.of("survey.answers-matched.v1", id.toString());
        assertThat(told).hasSize(1);
        assertThat(SurveyEvents.data(told.getFirst()))
                .contains("\"atLeast\":5", "\"ruleVersion\":3", "\"department\":\"MKT\"")
                .contains(BusinessDay.start(today.minusDays(1)).toString())
                .doesNotContain(ids(early))
                .doesNotContain(ids(late));
        assertThat(told.getFirst().getTime().toInstant()).isEqualTo(BusinessDay.start(today.minusDays(1)));
        assertThat(count("SELECT waiting FROM anonymous_match WHERE rule_id = '" + id + "'"))
                .isZero();
        assertThat(SurveyEvents.of(MATCHED, id.toString())).isEmpty();
    }

    @Test
    void anonymous_answers_of_days_before_the_rule_was_there_do_not_count() throws Exception {
        var today = BusinessDay.of(Instant.now());
        var campaign = open(", \"anonymous\": true");
        var id = UUID.randomUUID();
        answers(campaign, 6, today.minusDays(3));
        var terms = terms(campaign, "{overall} <= 2", 10, false);
        tell(id, 1, 1, true, terms, BusinessDay.start(today.minusDays(2)));
        known(id);

        matchAll(today.minusDays(1));
        settled();

        assertThat(SurveyEvents.of("survey.answers-matched.v1", id.toString())).isEmpty();
        assertThat(count("SELECT count(*) FROM anonymous_match WHERE rule_id = '" + id + "'"))
                .isZero();
    }

    private void matchAll(LocalDate day) {
        while (matchAnonymous.matchOne(day)) {
            // One campaign each time, other tests' too.
        }
    }

    /** Given on a day that is over. */
    private List<UUID> answers(String campaign, int people, LocalDate day) throws Exception {
        var given = new ArrayList<UUID>();
        var link = link(campaign);
        for (var one = 0; one < people; one++) {
            given.add(UUID.randomUUID());
            post(submission(given.getLast(), link, "{\"overall\": 1}")).then().statusCode(201);
            change("UPDATE response SET received_at = '" + BusinessDay.start(day) + "' WHERE response_id = '"
                    + given.getLast() + "'");
        }
        return given;
    }

    private static String[] ids(List<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }

    private static String open(String extra) {
        var campaign = draftCampaign(extra);
        step(campaign, "opening").then().statusCode(200);
        return campaign;
    }

    private UUID rule(String campaign, String condition, int priority, boolean stop) throws Exception {
        var id = UUID.randomUUID();
        tell(id, 1, 1, true, terms(campaign, condition, priority, stop), Instant.now());
        known(id);
        return id;
    }

    private void known(UUID rule) throws Exception {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(count("SELECT count(*) FROM answer_rule WHERE rule_id = '" + rule + "'"))
                                .isEqualTo(1));
        inForce.refresh();
    }

    private void settled() {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(count("SELECT count(*) FROM outbox")).isZero());
    }

    private static UUID ruleOf(CloudEvent event) {
        var data = SurveyEvents.data(event);
        var start = data.indexOf("\"ruleId\":\"") + 10;
        return UUID.fromString(data.substring(start, start + 36));
    }
}
