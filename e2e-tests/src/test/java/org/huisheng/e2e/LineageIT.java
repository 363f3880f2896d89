package org.huisheng.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.Year;
import java.util.HashMap;
import java.util.Map;
import org.huisheng.demo.Api;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From the figures of a year to what they were made of, in the services that own it. */
class LineageIT {

    private static DemoStack stack;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        stack = DemoStack.running();
    }

    @Test
    void every_kind_of_source_is_read_where_its_link_leads_and_is_at_least_as_far_as_its_version() throws Exception {
        var office = stack.as("office");

        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(sources(office))
                        .containsKeys(
                                "RESPONSE",
                                "CASE",
                                "VISIT",
                                "COMMENT",
                                "DUTY",
                                "PLAN_TASK",
                                "CSR_ELEMENT",
                                "ROOT_PROJECT",
                                "STORY",
                                "LECTURE",
                                "LECTURE_PLAN",
                                "SUPPLY_REPORT"));
        for (var source : sources(office).entrySet()) {
            var link = source.getValue().path("link").asText();
            var found = office.get(link);

            assertThat(source.getValue().path("version").isIntegralNumber())
                    .as(link)
                    .isTrue();
            assertThat(found.toString())
                    .as(link)
                    .contains(source.getValue().path("id").asText());
        }
    }

    @Test
    void an_anonymous_answer_leads_nowhere_and_tells_only_its_month() throws Exception {
        var office = stack.as("office");
        var year = Year.now(DemoStack.ZONE);
        var departments = office.get("/api/kpi/v1/departments").path("items");
        var anonymous = 0;

        for (var department : departments) {
            for (var item : items(office, department.path("code").asText(), year)) {
                var source = item.path("source");
                if (source.path("type").asText().equals("RESPONSE")
                        && source.path("link").isNull()) {
                    anonymous++;
                    assertThat(source.path("version").isNull()).isTrue();
                    assertThat(Instant.parse(item.path("occurredAt").asText())
                                    .atZone(DemoStack.ZONE)
                                    .getDayOfMonth())
                            .isEqualTo(1);
                }
            }
        }

        assertThat(anonymous).isPositive();
    }

    /** One of each kind. */
    private static Map<String, JsonNode> sources(Api office) throws Exception {
        var found = new HashMap<String, JsonNode>();
        var year = Year.now(DemoStack.ZONE);
        for (var department : office.get("/api/kpi/v1/departments").path("items")) {
            for (var item : items(office, department.path("code").asText(), year)) {
                var source = item.path("source");
                if (source.path("link").isTextual()) {
                    found.putIfAbsent(source.path("type").asText(), source);
                }
            }
        }
        return found;
    }

    private static Iterable<JsonNode> items(Api office, String department, Year year) throws Exception {
        var items = Api.JSON.createArrayNode();
        for (var row : office.get("/api/kpi/v1/scores?level=indicator&period=" + year + "&department=" + department)
                .path("rows")) {
            items.addAll((ArrayNode) office.get("/api/kpi/v1/scores/%s/%s/%s/lineage?limit=200"
                            .formatted(department, year, row.path("code").asText()))
                    .path("items"));
        }
        return items;
    }
}
