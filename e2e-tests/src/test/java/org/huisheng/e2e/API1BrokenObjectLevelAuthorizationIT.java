package org.huisheng.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huisheng.e2e.Visitor.json;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huisheng.demo.Api;
import org.junit.jupiter.api.Test;

/** OWASP API1:2023. Knowing the id of a thing opens nothing. */
class API1BrokenObjectLevelAuthorizationIT {

    private static final String BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    @Test
    void another_department_s_case_stays_closed_whatever_one_tries() throws Exception {
        var stack = DemoStack.running();
        var path = "/api/feedback/v1/cases/" + caseOf(stack, "DIST");
        var stranger = Visitor.as(stack, "liaison-mkt");

        for (var sub : List.of("", "/timeline", "/tasks")) {
            assertThat(stranger.get(path + sub).statusCode()).as(sub).isEqualTo(403);
        }
        for (var step : Map.of(
                        "start", "{}",
                        "notes", "{\"note\": \"x\"}",
                        "resolution", "{\"rootCause\": \"x\", \"actionTaken\": \"y\"}",
                        "waiting", "{\"reason\": \"x\"}",
                        "transfer", "{\"department\": \"MKT\", \"reason\": \"x\"}")
                .entrySet()) {
            assertThat(stranger.post(path + "/" + step.getKey(), step.getValue())
                            .statusCode())
                    .as(step.getKey())
                    .isEqualTo(403);
        }
        var owner = Visitor.as(stack, "liaison-dist");
        var id = path.substring(path.lastIndexOf('/') + 1);
        assertThat(json(owner.get(path)).path("status").asText()).isEqualTo("ASSIGNED");
        assertThat(owner.get("/api/feedback/v1/cases?limit=200").body()).contains(id);
        assertThat(stranger.get("/api/feedback/v1/cases?limit=200").body())
                .contains("MKT")
                .doesNotContain(id);
    }

    @Test
    void another_department_s_figures_stay_closed() throws Exception {
        var stack = DemoStack.running();
        var stranger = Visitor.as(stack, "liaison-mkt");
        var year = DemoStack.year();
        var indicator = DemoStack.row(json(stranger.get("/api/kpi/v1/scores?period=" + year)), "indicator", null)
                .path("code")
                .asText();

        for (var path : List.of(
                "/api/kpi/v1/scores/%s/" + year,
                "/api/kpi/v1/scores/%s/" + year + "/trend",
                "/api/kpi/v1/scores/%s/" + year + "/" + indicator + "/lineage",
                "/api/kpi/v1/scores?period=" + year + "&department=%s",
                "/api/kpi/v1/rates?period=" + year + "&department=%s",
                "/api/kpi/v1/contracts?department=%s")) {
            assertThat(stranger.get(path.formatted("MKT")).statusCode())
                    .as(path)
                    .isEqualTo(200);
            assertThat(stranger.get(path.formatted("DIST")).statusCode())
                    .as(path)
                    .isEqualTo(403);
        }
        assertThat(stranger.get("/api/kpi/v1/scores?period=" + year).body())
                .contains("\"MKT\"")
                .doesNotContain("\"DIST\"");
    }

    @Test
    void what_opens_something_is_not_guessed_from_what_was_given_to_others() throws Exception {
        var stack = DemoStack.running();
        var visitor = Visitor.of(stack);
        var campaign = OpenDay.begin(stack).campaign();
        var made =
                Visitor.as(stack, "office").post("/api/survey/v1/campaigns/" + campaign + "/links", "{\"count\": 50}");
        var links = json(made).path("items").findValuesAsText("token");
        var receipt = json(visitor.post(
                        "/api/survey/v1/responses",
                        DemoStack.response(
                                        UUID.randomUUID(),
                                        links.getFirst(),
                                        Api.object().put("overall", 4))
                                .toString()))
                .path("receipt")
                .asText();

        assertThat(links).hasSize(50).allMatch(token -> token.length() * 6 >= 128);
        assertThat(links.stream().map(token -> token.substring(0, 8)).distinct())
                .hasSize(50);
        for (var own : List.of("/api/survey/v1/links/" + links.getFirst(), "/api/survey/v1/receipts/" + receipt)) {
            assertThat(visitor.get(own).statusCode()).as(own).isEqualTo(200);
            for (var alike : alike(own)) {
                assertThat(visitor.get(alike).statusCode()).as(alike).isEqualTo(404);
            }
        }
    }

    /** One shorter, one longer, and one whose last character differs, perhaps in bits only that base64 does not count. */
    private static List<String> alike(String path) {
        var shorter = path.substring(0, path.length() - 1);
        var last = BASE64.indexOf(path.charAt(path.length() - 1));
        return List.of(shorter, path + "A", shorter + BASE64.charAt((last + 1) % BASE64.length()));
    }

    private static String caseOf(DemoStack stack, String department) throws Exception {
        var office = Visitor.as(stack, "office");
        var opened = json(office.post("/api/feedback/v1/cases", """
                {"side": "ENTERPRISE", "category": "power-quality", "title": "电压波动", "description": "影响生产"}
                """));
        var id = opened.path("id").asText();
        var assigned =
                office.post("/api/feedback/v1/cases/" + id + "/assignment", "{\"department\": \"" + department + "\"}");
        assertThat(assigned.statusCode()).isBetween(200, 201);
        return id;
    }
}
