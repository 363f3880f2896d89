package org.huisheng.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.huisheng.kpi.testing.EventFixture.received;

import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.huisheng.events.FeedbackEvent.CaseAssigned;
import org.huisheng.events.FeedbackEvent.CaseConfirmed;
import org.huisheng.events.FeedbackEvent.CaseOverdue;
import org.huisheng.events.FeedbackEvent.CaseResolved;
import org.huisheng.events.FeedbackEvent.CaseStarted;
import org.huisheng.events.FeedbackEvent.ClockKind;
import org.huisheng.events.Side;
import org.huisheng.kit.event.ReceivedEvent;
import org.huisheng.kpi.testing.EventFixture;
import org.huisheng.kpi.testing.Office;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RoadToTheScoreTest extends RoadTest {

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
        assertThat(lineage.<String>getList("items.source.link"))
                .containsExactlyInAnyOrderElementsOf(events.stream()
                        .map(event ->
                                "/api/survey/v1/responses/" + event.event().aggregateId())
                        .toList());
        assertThat(lineage.<Integer>getList("items.source.version")).containsOnly(EventFixture.SURVEY_VERSION);
        assertThat(sum(lineage.getList("items.value"))).isEqualByComparingTo(number(lineage, "sum"));
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
    void what_is_open_too_long_and_what_nobody_has_agreed_to_is_shown_beside_the_rates() {
        for (var i = 0; i < 6; i++) {
            publish(timedSteps(i < 3));
        }

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            var rates = Office.as("LEADER")
                    .queryParam("period", "2026-11")
                    .queryParam("department", department)
                    .get("/v1/rates")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            assertThat(rates.getMap("rows.find{it.side=='GOVERNMENT'}"))
                    .containsEntry("n", 6)
                    .containsEntry("open", 3)
                    .containsEntry("openOverdue", 3)
                    .containsEntry("unconfirmed", 3)
                    .containsEntry("confirmed", 0)
                    .containsEntry("satisfactionRate", null)
                    .containsEntry("responseOnTimeRate", 100)
                    .containsEntry("resolutionOnTimeRate", 50);
        });
    }

    /** Answered in time; then resolved in time, or open for too long. */
    private List<ReceivedEvent> timedSteps(boolean resolved) {
        var id = UUID.randomUUID();
        var side = Side.GOVERNMENT;
        var steps = new ArrayList<ReceivedEvent>();
        steps.add(received(new CaseAssigned(id, side, "c", department, null, NOVEMBER, NOVEMBER, null)));
        steps.add(received(new CaseStarted(id, side, "c", department, false, NOVEMBER, NOVEMBER, null, NOVEMBER)));
        steps.add(received(
                resolved
                        ? new CaseResolved(id, side, "c", department, NOVEMBER, NOVEMBER, null, NOVEMBER, null)
                        : new CaseOverdue(
                                id, side, "c", department, ClockKind.RESOLUTION, NOVEMBER, NOVEMBER, NOVEMBER, null)));
        return steps;
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

    private static BigDecimal sum(List<Object> numbers) {
        return numbers.stream()
                .map(number -> new BigDecimal(number.toString()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
