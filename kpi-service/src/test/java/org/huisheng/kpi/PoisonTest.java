package org.huisheng.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.huisheng.kpi.testing.EventFixture.answer;
import static org.huisheng.kpi.testing.EventFixture.received;
import static org.huisheng.kpi.testing.EventFixture.response;
import static org.huisheng.kpi.testing.EventFixture.value;

import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huisheng.events.Side;
import org.huisheng.events.SurveyEvent.ResponseSubmitted;
import org.huisheng.kpi.testing.Office;
import org.huisheng.kpi.testing.Road;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PoisonTest extends RoadTest {

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

    @Test
    void a_dead_letter_nobody_can_handle_is_let_be_with_a_reason_and_can_still_be_replayed() {
        var absurd = response(Side.CUSTOMER, NOVEMBER, answer("satisfaction.service", department, 98));
        publish(List.of(received(absurd)));
        await().atMost(Duration.ofSeconds(20)).until(() -> openLetters(absurd).size() == 1);
        var letter = openLetters(absurd).getFirst();
        var discarding = "/v1/dead-letters/" + letter + "/discarding";

        Office.as("ADMIN").body(Map.of("reason", " ")).post(discarding).then().statusCode(422);
        Office.as("ADMIN").body(Map.of()).post(discarding).then().statusCode(422);
        assertThat(openLetters(absurd)).containsExactly(letter);
        Office.as("ADMIN")
                .body(Map.of("reason", "测试数据"))
                .post(discarding)
                .then()
                .statusCode(204);

        assertThat(openLetters(absurd)).isEmpty();
        Office.as("ADMIN")
                .queryParam("state", "DISCARDED")
                .queryParam("limit", 200)
                .get("/v1/dead-letters")
                .then()
                .body("items.find{it.id=='" + letter + "'}.discardedBecause", equalTo("测试数据"))
                .body("items.find{it.id=='" + letter + "'}.discardedBy", not(blankOrNullString()));
        Office.as("ADMIN")
                .body(Map.of("reason", "还是不要"))
                .post(discarding)
                .then()
                .statusCode(409);
        Office.as("ADMIN")
                .body(Map.of("reason", "没有这条"))
                .post("/v1/dead-letters/" + UUID.randomUUID() + "/discarding")
                .then()
                .statusCode(404);

        Office.as("ADMIN").post("/v1/dead-letters/{id}/replay", letter).then().statusCode(204);
        await().atMost(Duration.ofSeconds(20)).until(() -> openLetters(absurd).size() == 1);
        assertThat(openLetters(absurd)).doesNotContain(letter);
    }

    private List<String> openLetters(ResponseSubmitted response) {
        return Office.as("ADMIN")
                .queryParam("limit", 200)
                .get("/v1/dead-letters")
                .jsonPath()
                .getList("items.findAll{it.key=='" + response.aggregateId() + "'}.id");
    }
}
