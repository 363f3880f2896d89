package org.huisheng.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.huisheng.e2e.DemoStack.period;
import static org.huisheng.e2e.DemoStack.response;
import static org.huisheng.e2e.DemoStack.row;
import static org.huisheng.e2e.DemoStack.year;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.huisheng.demo.Api;
import org.junit.jupiter.api.Test;

/** A voice becomes a number a department is judged by, and the number names the voice. */
class MainStoryIT {

    @Test
    void a_response_through_a_link_moves_the_departments_score_and_is_found_in_its_lineage() throws Exception {
        var stack = DemoStack.running();
        var leader = stack.as("leader");
        var before = scores(leader, "MKT", year());
        var indicator = row(before, "indicator", "CUSTOMER_SATISFACTION");
        var id = UUID.randomUUID();

        var answers = Api.object().put("department", "MKT").put("first", true).put("overall", 1);
        var answer = stack.everybody().post("/api/survey/v1/responses", response(id, stack.link("CUSTOMER"), answers));

        assertThat(answer.status()).isEqualTo(201);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            var after = scores(leader, "MKT", year());
            var moved = row(after, "indicator", "CUSTOMER_SATISFACTION");
            assertThat(moved.path("n").asLong()).isEqualTo(indicator.path("n").asLong() + 1);
            assertThat(number(moved, "score")).isLessThan(number(indicator, "score"));
            assertThat(number(row(after, "contract", null), "score"))
                    .isLessThan(number(row(before, "contract", null), "score"));
        });
        var lineage = lineage(stack.as("office"), "MKT", year(), "CUSTOMER_SATISFACTION");
        assertThat(lineage).anyMatch(item -> item.at("/source/id").asText().equals(id.toString()));
        assertThat(mean(lineage)).isEqualByComparingTo(mean(leader));
    }

    @Test
    void a_case_opened_assigned_resolved_and_confirmed_moves_the_departments_score() throws Exception {
        var stack = DemoStack.running();
        var office = stack.as("office");
        var liaison = stack.as("liaison-dist");
        var before = row(scores(office, "DIST", year()), "indicator", "RESOLUTION_RATE");

        var opened = office.created(
                "/api/feedback/v1/cases",
                Api.object()
                        .put("side", "ENTERPRISE")
                        .put("category", "power-quality")
                        .put("title", "电压波动")
                        .put("description", "园区电压波动影响生产"));
        var path = "/api/feedback/v1/cases/" + opened.path("id").asText();
        office.created(path + "/assignment", Api.object().put("department", "DIST"));
        liaison.created(path + "/start", Api.object());
        liaison.created(
                path + "/resolution", Api.object().put("rootCause", "配变过载").put("actionTaken", "完成增容"));
        var request = office.created(path + "/confirmation-requests", Api.object());
        stack.everybody()
                .created(
                        "/api/feedback/v1/confirmations/"
                                + request.path("token").asText(),
                        Api.object().put("outcome", "CONFIRMED").put("rating", 5));

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            var after = row(scores(office, "DIST", year()), "indicator", "RESOLUTION_RATE");
            assertThat(after.path("n").asLong()).isEqualTo(before.path("n").asLong() + 1);
            assertThat(number(after, "value")).isGreaterThan(number(before, "value"));
        });
        assertThat(lineage(office, "DIST", year(), "RESOLUTION_RATE"))
                .anyMatch(item ->
                        item.at("/source/id").asText().equals(opened.path("id").asText()));
    }

    @Test
    void a_liaison_sees_no_other_departments_numbers_and_the_public_sees_none() throws Exception {
        var stack = DemoStack.running();
        var liaison = stack.as("liaison-dist");

        var own = liaison.get("/api/kpi/v1/scores?period=" + year());

        assertThat(own.path("rows"))
                .isNotEmpty()
                .allMatch(row -> row.path("department").asText().equals("DIST"));
        assertThat(status(liaison, "/api/kpi/v1/scores/MKT/" + year())).isEqualTo(403);
        assertThat(status(stack.everybody(), "/api/kpi/v1/scores?period=" + period()))
                .isEqualTo(401);
    }

    private static int status(Api api, String path) throws IOException, InterruptedException {
        try {
            api.get(path);
            return 200;
        } catch (Api.Refused refused) {
            return refused.answer().status();
        }
    }

    private static JsonNode scores(Api api, String department, String period) throws IOException, InterruptedException {
        return api.get("/api/kpi/v1/scores?period=" + period + "&department=" + department);
    }

    private static BigDecimal number(JsonNode row, String field) {
        assertThat(row.path(field).isNumber()).as("%s of %s", field, row).isTrue();
        return row.path(field).decimalValue();
    }

    private static List<JsonNode> lineage(Api api, String department, String period, String indicator)
            throws IOException, InterruptedException {
        var items = new ArrayList<JsonNode>();
        var path = "/api/kpi/v1/scores/" + department + "/" + period + "/" + indicator + "/lineage?limit=200";
        for (var cursor = ""; cursor != null; ) {
            var page = api.get(path + cursor);
            page.path("items").forEach(items::add);
            cursor = page.path("next").isTextual()
                    ? "&cursor=" + page.path("next").asText()
                    : null;
        }
        return items;
    }

    private static BigDecimal mean(List<JsonNode> lineage) {
        var sum = lineage.stream()
                .map(item -> new BigDecimal(item.path("value").asText()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.divide(BigDecimal.valueOf(lineage.size()), 4, RoundingMode.HALF_EVEN);
    }

    private static BigDecimal mean(Api api) throws IOException, InterruptedException {
        var value = row(scores(api, "MKT", year()), "indicator", "CUSTOMER_SATISFACTION")
                .path("value");
        return new BigDecimal(value.asText()).setScale(4, RoundingMode.HALF_EVEN);
    }
}
