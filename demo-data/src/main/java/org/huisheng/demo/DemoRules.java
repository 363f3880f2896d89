package org.huisheng.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Two rules on the enterprises' campaign, whose answers are not anonymous: who is not content, and who wants a call. */
final class DemoRules {

    private static final String RULES = "/api/feedback/v1/rules";
    private static final int COUNTED = 200;
    private static final int BEING_COUNTED = 202;

    private DemoRules() {}

    /** Tried out on the year that was told already, then enabled for the answers to come. */
    static void enable(Api office, List<DemoCampaigns.Open> campaigns) throws IOException, InterruptedException {
        var visited = campaigns.stream()
                .filter(campaign -> campaign.survey() == DemoSurveys.ENTERPRISE)
                .findFirst()
                .orElseThrow();
        enable(
                office,
                rule("请回电", 10, visited, "{callback} = true")
                        .set("opens", opens("service", "HIGH", "企业希望回电", "受访企业在答卷中希望回电。联系方式见答卷，请在一个工作日内回电。")));
        enable(
                office,
                rule("低满意度", 20, visited, "{overall} <= 2")
                        .set("opens", opens("service.attitude", "NORMAL", "企业满意度偏低", "受访企业的总体满意度不高于2分。请了解原因并改进。")));
    }

    private static void enable(Api office, JsonNode wanted) throws IOException, InterruptedException {
        var rule = find(office, wanted.path("name").asText());
        if (rule == null) {
            rule = office.created(RULES, wanted);
        }
        if (!rule.path("enabled").asBoolean()) {
            var path = RULES + "/" + rule.path("id").asText();
            simulate(office, path + "/simulation");
            office.created(path + "/enabling", Api.object());
        }
    }

    private static void simulate(Api office, String path) throws IOException, InterruptedException {
        var answer = office.post(path, Api.object());
        for (var left = 100; answer.status() == BEING_COUNTED && left > 0; left--) {
            Thread.sleep(Duration.ofMillis(300));
            if (office.get(path).path("state").asText().equals("DONE")) {
                return;
            }
        }
        if (answer.status() != COUNTED) {
            throw new Api.Refused("Trying out " + path, answer);
        }
    }

    private static @Nullable JsonNode find(Api office, String name) throws IOException, InterruptedException {
        for (var rule : office.get(RULES + "?limit=200").path("items")) {
            if (rule.path("name").asText().equals(name)) {
                return rule;
            }
        }
        return null;
    }

    private static ObjectNode rule(String name, int priority, DemoCampaigns.Open campaign, String condition) {
        return Api.object()
                .put("name", name)
                .put("priority", priority)
                .put("stop", true)
                .put("condition", condition)
                .put("campaignId", campaign.id());
    }

    private static ObjectNode opens(String category, String severity, String title, String description) {
        return Api.object()
                .put("category", category)
                .put("severity", severity)
                .put("department", DemoDepartments.front().getFirst().code())
                .put("title", title)
                .put("description", description);
    }
}
