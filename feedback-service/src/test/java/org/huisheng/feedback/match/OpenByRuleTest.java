package org.huisheng.feedback.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.huisheng.events.MatchEvent.AnswersMatched;
import org.huisheng.events.MatchEvent.ResponseMatched;
import org.huisheng.events.RuleEvent.Once;
import org.huisheng.events.Side;
import org.huisheng.feedback.HttpTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OpenByRuleTest extends HttpTest {

    private static final String RULES = "/api/feedback/v1/rules";
    private static final Instant MORNING = Instant.parse("2026-04-18T02:30:00Z");

    @Inject
    OpenByRule openByRule;

    @Test
    void a_matched_response_opens_the_case_the_rule_says_and_its_steps_are_for_the_respondents_ears() {
        var rule = rule("RESPONSE", "MKT");
        var response = UUID.randomUUID();

        publish(UUID.randomUUID(), matched(rule, response, UUID.randomUUID(), null));

        var matter = caseOf(rule, response);
        as(office())
                .get(CASES + "/" + matter)
                .then()
                .statusCode(200)
                .body("side", equalTo("CUSTOMER"))
                .body("category", equalTo("satisfaction"))
                .body("severity", equalTo("HIGH"))
                .body("title", equalTo("低满意度"))
                .body("status", equalTo("ASSIGNED"))
                .body("department", equalTo("MKT"))
                .body("responseId", equalTo(response.toString()))
                .body("receivedAt", equalTo("2026-04-17T16:00:00Z"))
                .body("source.type", equalTo("Rule"))
                .body("source.reference", equalTo(rule + "/1"));
        as(liaison("MKT")).get(CASES + "/" + matter).then().statusCode(200).body("responseId", nullValue());
        as(office())
                .get(RULES + "/" + rule + "/matches")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].caseId", equalTo(matter))
                .body("items[0].responseId", equalTo(response.toString()));
        assertThat(count("SELECT count(*) FROM case_clock WHERE case_id = '" + matter + "'"))
                .isPositive();
    }

    @Test
    void however_often_and_by_whomever_a_match_is_heard_there_is_one_case() throws Exception {
        var rule = rule("RESPONSE", "MKT");
        var seed = System.nanoTime();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        var responses = new ArrayList<UUID>();
        for (var one = 0; one < 8; one++) {
            responses.add(UUID.randomUUID());
        }
        var campaign = UUID.randomUUID();
        var sameDelivery = UUID.randomUUID();
        for (var delivery = 0; delivery < 40; delivery++) {
            var response = responses.get(random.nextInt(responses.size()));
            publish(
                    response.equals(responses.getFirst()) ? sameDelivery : UUID.randomUUID(),
                    matched(rule, response, campaign, "hall"));
        }
        responses.forEach(response -> publish(UUID.randomUUID(), matched(rule, response, campaign, "hall")));
        var work = new ArrayList<Callable<Void>>();
        for (var one = 0; one < 24; one++) {
            var response = responses.get(one % responses.size());
            work.add(() -> {
                QuarkusTransaction.requiringNew()
                        .run(() -> openByRule.open(Matched.of(matched(rule, response, campaign, "hall"))));
                return null;
            });
        }
        try (var instances = Executors.newFixedThreadPool(6)) {
            for (var done : instances.invokeAll(work)) {
                done.get();
            }
        }

        responses.forEach(response -> caseOf(rule, response));
        // What comes last has been heard when everything before it has.
        var last = UUID.randomUUID();
        responses.forEach(response -> publish(UUID.randomUUID(), matched(rule, response, campaign, "hall")));
        publish(UUID.randomUUID(), matched(rule, last, campaign, "hall"));
        caseOf(rule, last);

        assertThat(count("SELECT count(*) FROM feedback_case WHERE source_reference = '" + rule + "/1'"))
                .isEqualTo(9);
        assertThat(count("SELECT count(DISTINCT response_id) FROM feedback_case WHERE source_reference = '" + rule
                        + "/1'"))
                .isEqualTo(9);
        assertThat(count("SELECT count(*) FROM timeline_entry t JOIN feedback_case c ON c.id = t.case_id"
                        + " WHERE t.step = 'OPENED' AND c.source_reference = '" + rule + "/1'"))
                .isEqualTo(9);
    }

    @Test
    void a_kill_before_the_commit_leaves_nothing_and_the_redelivery_opens_one_case() {
        var rule = rule("RESPONSE", "MKT");
        var response = UUID.randomUUID();
        var match = Matched.of(matched(rule, response, UUID.randomUUID(), null));

        for (var time = 0; time < 3; time++) {
            assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                        openByRule.open(match);
                        throw new IllegalStateException("killed");
                    }))
                    .hasMessageContaining("killed");
        }
        assertThat(count("SELECT count(*) FROM feedback_case WHERE response_id = '" + response + "'"))
                .isZero();
        assertThat(count("SELECT count(*) FROM rule_match WHERE source = '" + response + "'"))
                .isZero();
        for (var time = 0; time < 3; time++) {
            QuarkusTransaction.requiringNew().run(() -> openByRule.open(match));
        }

        assertThat(count("SELECT count(*) FROM feedback_case WHERE response_id = '" + response + "'"))
                .isEqualTo(1);
    }

    @Test
    void matches_of_one_campaign_or_station_on_one_day_share_a_case_if_the_rule_says_so() {
        var perDay = rule("CAMPAIGN_DAY", "MKT");
        var perStation = rule("STATION_DAY", "MKT");
        var campaign = UUID.randomUUID();
        var stations = List.of("hall", "lab", "hall", "lab", "hall");
        var last = UUID.randomUUID();
        for (var station : stations) {
            var response = UUID.randomUUID();
            publish(UUID.randomUUID(), matched(perDay, response, campaign, station));
            publish(UUID.randomUUID(), matched(perStation, response, campaign, station));
        }
        publish(UUID.randomUUID(), matched(perDay, last, campaign, "hall", MORNING.plus(Duration.ofDays(1))));
        publish(UUID.randomUUID(), matched(perStation, last, campaign, "hall", MORNING.plus(Duration.ofDays(1))));

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(count(
                            "SELECT count(*) FROM rule_match WHERE case_id IS NOT NULL AND rule_id = '" + perDay + "'"))
                    .isEqualTo(6);
            assertThat(count("SELECT count(*) FROM rule_match WHERE case_id IS NOT NULL AND rule_id = '" + perStation
                            + "'"))
                    .isEqualTo(6);
        });
        assertThat(count("SELECT count(*) FROM feedback_case WHERE source_reference = '" + perDay + "/1'"))
                .isEqualTo(2);
        assertThat(count("SELECT count(*) FROM feedback_case WHERE source_reference = '" + perStation + "/1'"))
                .isEqualTo(3);
        assertThat(count("SELECT count(DISTINCT case_id) FROM rule_match WHERE rule_id = '" + perStation + "'"))
                .isEqualTo(3);
    }

    @Test
    void a_group_of_anonymous_answers_has_one_case_that_leads_to_none_of_them() {
        var rule = rule("RESPONSE", null);
        var group = UUID.randomUUID();
        var event = new AnswersMatched(
                group,
                UUID.fromString(rule),
                1,
                UUID.randomUUID(),
                Side.EMPLOYEE,
                "DIST",
                7,
                Instant.parse("2026-04-18T16:00:00Z"));

        publish(UUID.randomUUID(), event);
        publish(UUID.randomUUID(), event);

        var matter = caseOf(rule, group);
        as(office())
                .get(CASES + "/" + matter)
                .then()
                .statusCode(200)
                .body("side", equalTo("EMPLOYEE"))
                .body("department", equalTo("DIST"))
                .body("responseId", nullValue())
                .body("receivedAt", equalTo("2026-04-18T16:00:00Z"));
        assertThat(count("SELECT count(*) FROM feedback_case WHERE source_reference = '" + rule + "/1'"))
                .isEqualTo(1);
    }

    @Test
    void a_department_that_is_gone_leaves_the_case_to_the_office_and_an_unknown_rule_is_a_dead_letter() {
        var rule = rule("RESPONSE", null);
        var response = UUID.randomUUID();
        var stranger = UUID.randomUUID();
        publish(
                UUID.randomUUID(),
                new ResponseMatched(
                        response, UUID.fromString(rule), 1, UUID.randomUUID(), Side.CUSTOMER, "OLD", null, MORNING));
        publish(UUID.randomUUID(), matched(UUID.randomUUID().toString(), stranger, UUID.randomUUID(), null));

        as(office())
                .get(CASES + "/" + caseOf(rule, response))
                .then()
                .body("status", equalTo("RECEIVED"))
                .body("department", nullValue());
        await().atMost(Duration.ofSeconds(20))
                .until(() -> count("SELECT count(*) FROM dead_letter WHERE key = '" + stranger + "'") == 1);
    }

    private String caseOf(String rule, UUID source) {
        var where =
                " FROM rule_match WHERE case_id IS NOT NULL AND rule_id = '" + rule + "' AND source = '" + source + "'";
        await().atMost(Duration.ofSeconds(30)).until(() -> count("SELECT count(*)" + where) == 1);
        try (var connection = database.getConnection();
                var rows = connection.createStatement().executeQuery("SELECT case_id" + where)) {
            rows.next();
            return rows.getString(1);
        } catch (java.sql.SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static ResponseMatched matched(String rule, UUID response, UUID campaign, String station) {
        return matched(rule, response, campaign, station, MORNING);
    }

    private static ResponseMatched matched(String rule, UUID response, UUID campaign, String station, Instant at) {
        return new ResponseMatched(response, UUID.fromString(rule), 1, campaign, Side.CUSTOMER, null, station, at);
    }

    private static String rule(String once, String department) {
        var opens = new HashMap<String, Object>(
                Map.of("category", "satisfaction", "severity", "HIGH", "title", "低满意度", "description", "请回访。"));
        if (department != null) {
            opens.put("department", department);
        }
        return as(office())
                .body(Map.of("name", "低满意度", "condition", "{overall} <= 2", "once", Once.valueOf(once), "opens", opens))
                .post(RULES)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
