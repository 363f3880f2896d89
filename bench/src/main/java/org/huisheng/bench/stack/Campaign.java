package org.huisheng.bench.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.huisheng.bench.load.Answering;
import org.huisheng.bench.load.Questionnaire;
import org.huisheng.demo.Api;

/**
 * What the responses are about: some departments, a contract for one of them, and an open campaign.
 *
 * @param link its token
 */
public record Campaign(UUID id, Questionnaire questionnaire, String link) {

    public static final int DEPARTMENTS = 8;
    public static final String PROBED = "PB";
    public static final String INDICATOR = "OVERALL_MEAN";
    /** How long ago it opened. */
    static final Duration AGE = Duration.ofDays(32);

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int BROKEN_RULE = 422;

    public static Campaign open(BenchStack stack, Questionnaire questionnaire)
            throws IOException, InterruptedException {
        var admin = stack.as("admin");
        var known = admin.get("/api/kpi/v1/departments?limit=200").path("items").findValuesAsText("code");
        for (var code : departments()) {
            if (!known.contains(code)) {
                admin.created(
                        "/api/kpi/v1/departments",
                        Api.object().put("code", code).put("name", "部门 " + code).put("nameEn", "Department " + code));
            }
        }
        var office = stack.as("office");
        var contracts = "/api/kpi/v1/contracts?department=" + PROBED + "&year=" + period().getYear();
        if (office.get(contracts).path("items").isEmpty()) {
            office.created("/api/kpi/v1/contracts", contract());
        }
        var survey = office.created("/api/survey/v1/surveys", survey(questionnaire));
        publish(office, survey.path("id").asText());
        var campaign = office.created(
                "/api/survey/v1/campaigns",
                Api.object()
                        .put("surveyId", survey.path("id").asText())
                        .put("version", 1)
                        .put("name", "测量")
                        .put("opensAt", Instant.now().minus(AGE).toString())
                        .put("closesAt", Instant.now().plus(Duration.ofDays(1)).toString())
                        .put("anonymous", false)
                        .put("access", "OPEN"));
        var path = "/api/survey/v1/campaigns/" + campaign.path("id").asText();
        office.created(path + "/opening", Api.object());
        var links = office.created(path + "/links", Api.object().put("count", 1));
        return new Campaign(
                UUID.fromString(campaign.path("id").asText()),
                questionnaire,
                links.path("items").path(0).path("token").asText());
    }

    /** About the departments nobody probes. */
    public Answering answering() {
        return new Answering(questionnaire, link, DEPARTMENTS);
    }

    /** About the one department with a contract. */
    public Answering probing() {
        return new Answering(questionnaire, link, 0);
    }

    public static YearMonth period() {
        return YearMonth.now(ZONE);
    }

    /** Retries as long as survey-service has not heard of all departments yet. */
    private static JsonNode publish(Api office, String survey) throws IOException, InterruptedException {
        for (var left = 100; ; left--) {
            var answer = office.post("/api/survey/v1/surveys/" + survey + "/versions", Api.object());
            if (answer.status() / 100 == 2) {
                return answer.body();
            }
            if (answer.status() != BROKEN_RULE || left == 0) {
                throw new IOException("Publishing was answered " + answer.status() + ": " + answer.body());
            }
            Thread.sleep(Duration.ofMillis(300));
        }
    }

    public static List<String> departments() {
        var codes = new ArrayList<>(List.of(PROBED));
        for (var number = 1; number <= DEPARTMENTS; number++) {
            codes.add("B" + number);
        }
        return codes;
    }

    private static ObjectNode survey(Questionnaire questionnaire) throws IOException {
        var survey = Api.object().put("title", "供电服务测评").put("side", "CUSTOMER");
        survey.set("definition", Api.JSON.readTree(questionnaire.definition(departments())));
        var measure = survey.putArray("measures").addObject();
        measure.put("metric", "satisfaction.service").put("question", "overall").put("per", "RESPONSE");
        measure.putObject("department").put("fromAnswer", "department");
        measure.putObject("scale").put("min", 1).put("max", 5);
        return survey;
    }

    private static ObjectNode contract() {
        var contract = Api.object().put("department", PROBED).put("year", period().getYear());
        var dimensions = contract.putArray("dimensions");
        for (var code : List.of("AWARENESS", "MANAGEMENT", "MECHANISM", "OUTREACH")) {
            var indicator = dimensions
                    .addObject()
                    .put("code", code)
                    .put("weight", 25)
                    .putArray("indicators")
                    .addObject();
            indicator
                    .put("code", code.equals("OUTREACH") ? INDICATOR : code + "_MEAN")
                    .put("name", code)
                    .put("nameEn", code)
                    .put("metric", "satisfaction.service")
                    .put("statistic", "MEAN")
                    .put("direction", "HIGHER")
                    .put("base", 40)
                    .put("target", 80)
                    .put("stretch", 90)
                    .put("weight", 100)
                    .put("minimumSample", 5)
                    .putArray("sides")
                    .add("CUSTOMER");
        }
        return contract;
    }
}
