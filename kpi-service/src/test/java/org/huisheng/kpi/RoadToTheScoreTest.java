package org.huisheng.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.huisheng.kpi.testing.EventFixture.answer;
import static org.huisheng.kpi.testing.EventFixture.received;
import static org.huisheng.kpi.testing.EventFixture.response;
import static org.huisheng.kpi.testing.EventFixture.value;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowingConsumer;
import org.huisheng.events.FeedbackEvent.CaseAssigned;
import org.huisheng.events.FeedbackEvent.CaseConfirmed;
import org.huisheng.events.FeedbackEvent.CaseResolved;
import org.huisheng.events.FeedbackEvent.CaseStarted;
import org.huisheng.events.Side;
import org.huisheng.events.SurveyEvent.ResponseSubmitted;
import org.huisheng.events.SurveyEvent.ResponseWithdrawn;
import org.huisheng.kit.event.ReceivedEvent;
import org.huisheng.kit.testing.TestTokens;
import org.huisheng.kpi.testing.Office;
import org.huisheng.kpi.testing.Road;
import org.huisheng.localstack.testing.RealKafka;
import org.huisheng.localstack.testing.RealPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(RealKafka.class)
@QuarkusTestResource(TestTokens.class)
class RoadToTheScoreTest {

    private static final Instant NOVEMBER = Instant.parse("2026-11-10T02:00:00Z");

    private String department;

    @BeforeEach
    void prepare() {
        department = Office.establishDepartment();
        Office.concludeContract(department);
    }

    @Test
    void responses_move_the_score_and_its_lineage_names_them() {
        var events = responses(10, 4);

        publish(events);

        awaitScores(json -> {
            assertThat(json.<Integer>get("rows.find{it.code=='service'}.n")).isEqualTo(10);
            assertThat(number(json, "rows.find{it.code=='service'}.value")).isEqualByComparingTo("75");
            assertThat(number(json, "rows.find{it.code=='service'}.score")).isEqualByComparingTo("50");
            assertThat(json.getString("rows.find{it.code=='resolution'}.state")).isEqualTo("NO_DATA");
            assertThat(number(json, "rows.find{it.level=='contract'}.score")).isEqualByComparingTo("50");
            assertThat(json.getString("rows.find{it.level=='contract'}.band")).isEqualTo("RED");
        });
        var lineage = lineage("service");
        assertThat(lineage.<String>getList("items.source.id"))
                .containsExactlyInAnyOrderElementsOf(events.stream()
                        .map(event -> event.event().aggregateId())
                        .toList());
        assertThat(sum(lineage.getList("items.value"))).isEqualByComparingTo(number(lineage, "sum"));
    }

    @Test
    void a_redelivery_and_a_replay_change_nothing() {
        var events = responses(8, 5);
        publish(events);
        awaitScores(json ->
                assertThat(json.<Integer>get("rows.find{it.code=='service'}.n")).isEqualTo(8));

        publish(events.reversed());
        publish(events);
        publish(responses(1, 5));

        awaitScores(json ->
                assertThat(json.<Integer>get("rows.find{it.code=='service'}.n")).isGreaterThanOrEqualTo(9));
        assertThat(scores().<Integer>get("rows.find{it.code=='service'}.n")).isEqualTo(9);
        assertVerified();
    }

    @Test
    void a_withdrawn_response_counts_no_more_even_if_its_submission_is_replayed() {
        var events = responses(8, 5);
        publish(events);
        publish(List.of(received(new ResponseWithdrawn(
                UUID.fromString(events.getFirst().event().aggregateId()), Side.CUSTOMER, NOVEMBER))));

        publish(events);

        awaitScores(json ->
                assertThat(json.<Integer>get("rows.find{it.code=='service'}.n")).isEqualTo(7));
        assertThat(lineage("service").getList("items")).hasSize(7);
        assertVerified();
    }

    @Test
    void the_steps_of_a_case_move_the_rates_and_the_score() {
        for (var i = 0; i < 6; i++) {
            publish(caseSteps(i < 3));
        }

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            var rates = Office.as("LEADER")
                    .queryParam("period", "2026-Q4")
                    .queryParam("department", department)
                    .get("/v1/rates")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            assertThat(rates.getMap("rows.find{it.side=='ENTERPRISE'}"))
                    .containsEntry("n", 6)
                    .containsEntry("open", 3)
                    .containsEntry("responseRate", 100)
                    .containsEntry("resolutionRate", 50)
                    .containsEntry("satisfactionState", "SUPPRESSED")
                    .containsEntry("satisfactionRate", null);
            assertThat(rates.getString("rows.find{it.side=='CUSTOMER'}.state")).isEqualTo("NO_DATA");
        });
        awaitScores(json -> assertThat(number(json, "rows.find{it.code=='resolution'}.value"))
                .isEqualByComparingTo("50"));
        assertThat(lineage("resolution").getList("items.metric"))
                .containsOnly("case.received", "case.resolved")
                .hasSize(9);
    }

    @Test
    void lineage_pages_add_up_to_the_figure_and_repeat_nothing() {
        publish(responses(23, 3));
        awaitScores(json ->
                assertThat(json.<Integer>get("rows.find{it.code=='service'}.n")).isEqualTo(23));
        var seen = new ArrayList<String>();
        String cursor = null;

        do {
            var request = Office.as("ANALYST").queryParam("limit", 5);
            var page = (cursor == null ? request : request.queryParam("cursor", cursor))
                    .get("/v1/scores/{department}/2026-11/service/lineage", department)
                    .jsonPath();
            seen.addAll(page.getList("items.eventId"));
            cursor = page.getString("next");
        } while (cursor != null);

        assertThat(seen).hasSize(23).doesNotHaveDuplicates();
    }

    @Test
    void too_few_answers_show_neither_value_nor_count_nor_lineage() {
        publish(responses(4, 5));
        publish(caseSteps(true));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(scores().getString("rows.find{it.code=='service'}.state"))
                        .isEqualTo("SUPPRESSED"));
        var row = scores().getMap("rows.find{it.code=='service'}");
        assertThat(row).containsEntry("value", null).containsEntry("n", null).containsEntry("score", null);
        var lineage = lineage("service");
        assertThat(lineage.getBoolean("suppressed")).isTrue();
        assertThat(lineage.getList("items")).isEmpty();
        assertThat(lineage.<Object>get("sum")).isNull();
    }

    @Test
    void poison_records_are_put_aside_and_their_neighbours_go_through() {
        var good = responses(12, 4);
        var absurd = response(
                Side.CUSTOMER, NOVEMBER, value("satisfaction.service", department, new BigDecimal("1e99"), 1, 5));
        var marker = "poison-" + department;

        try (var road = new Road()) {
            for (var event : good) {
                road.send(event)
                        .sendRaw("huisheng.survey", "survey.response-submitted.v1", "not JSON, " + marker)
                        .sendRaw("huisheng.survey", "survey.unheard-of.v9", "{\"of\": \"" + marker + "\"}")
                        .sendRaw("huisheng.survey", "survey.response-submitted.v1", "{\"side\": \"" + marker + "\"}")
                        .send("huisheng.survey", marker, Map.of(), new byte[] {0, 1, 2})
                        .send(
                                "huisheng.survey",
                                marker,
                                Map.of(
                                        "ce_specversion", "1.0",
                                        "ce_id", marker,
                                        "ce_source", "not a URI",
                                        "ce_time", "half past nine",
                                        "ce_type", "survey.response-withdrawn.v1"),
                                null);
            }
            road.send(received(absurd));
        }

        awaitScores(json ->
                assertThat(json.<Integer>get("rows.find{it.code=='service'}.n")).isEqualTo(12));
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            var letters = Road.contents("huisheng.dead-letter").stream()
                    .filter(letter -> marker.equals(letter.key())
                            || new String(letter.value(), StandardCharsets.UTF_8).contains(marker)
                            || absurd.aggregateId().equals(letter.key()))
                    .toList();
            assertThat(letters).hasSize(12 * 5 + 1);
        });
        assertVerified();
    }

    @Test
    void a_dead_letter_can_be_replayed_and_is_put_aside_again_if_still_poisonous() {
        var absurd = response(Side.CUSTOMER, NOVEMBER, answer("satisfaction.service", department, 99));
        publish(List.of(received(absurd)));
        await().atMost(Duration.ofSeconds(20)).until(() -> openLetters(absurd).size() == 1);
        var first = openLetters(absurd).getFirst();

        Office.as("ADMIN").post("/v1/dead-letters/{id}/replay", first).then().statusCode(204);

        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        openLetters(absurd).size() == 1 && !openLetters(absurd).contains(first));
    }

    private List<String> openLetters(ResponseSubmitted response) {
        return Office.as("ADMIN")
                .queryParam("limit", 200)
                .get("/v1/dead-letters")
                .jsonPath()
                .getList("items.findAll{it.key=='" + response.aggregateId() + "'}.id");
    }

    private List<ReceivedEvent> responses(int count, int answer) {
        var events = new ArrayList<ReceivedEvent>();
        for (var i = 0; i < count; i++) {
            events.add(received(response(
                    Side.CUSTOMER, NOVEMBER.plusSeconds(i / 3), answer("satisfaction.service", department, answer))));
        }
        return events;
    }

    private List<ReceivedEvent> caseSteps(boolean resolved) {
        var id = UUID.randomUUID();
        var steps = new ArrayList<ReceivedEvent>();
        steps.add(received(new CaseAssigned(id, Side.ENTERPRISE, "c", department, null, NOVEMBER, NOVEMBER, null)));
        steps.add(received(new CaseStarted(id, Side.ENTERPRISE, "c", department, false, NOVEMBER, NOVEMBER, null)));
        if (resolved) {
            steps.add(received(new CaseResolved(id, Side.ENTERPRISE, "c", department, NOVEMBER, NOVEMBER, null)));
            steps.add(received(new CaseConfirmed(id, Side.ENTERPRISE, "c", department, 5, NOVEMBER, NOVEMBER, null)));
        }
        return steps;
    }

    private static void publish(List<ReceivedEvent> events) {
        try (var road = new Road()) {
            events.forEach(road::send);
        }
    }

    private void awaitScores(ThrowingConsumer<JsonPath> assertion) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertion.accept(scores()));
    }

    private JsonPath scores() {
        return Office.as("LIAISON", department)
                .queryParam("period", "2026-Q4")
                .queryParam("department", department)
                .get("/v1/scores")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private JsonPath lineage(String indicator) {
        return Office.as("LIAISON", department)
                .get("/v1/scores/{department}/2026-Q4/{indicator}/lineage", department, indicator)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static void assertVerified() {
        assertThat(Office.as("ADMIN").get("/v1/cells/verification").jsonPath().getInt("differences"))
                .isZero();
    }

    private static BigDecimal number(JsonPath json, String path) {
        var text = json.getString(path);
        // As an assertion, for what is awaited may be absent at first.
        assertThat(text).as(path).isNotNull();
        return new BigDecimal(text);
    }

    private static BigDecimal sum(List<Object> numbers) {
        return numbers.stream()
                .map(number -> new BigDecimal(number.toString()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
