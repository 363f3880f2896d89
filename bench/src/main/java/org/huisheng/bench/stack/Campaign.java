package org.huisheng.bench.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
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
    private static final String METRIC = "satisfaction.service";
    /** How long ago it opened. */
    static final Duration AGE = Duration.ofDays(32);

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int BROKEN_RULE = 422;

    public static Campaign open(BenchStack stack, Questionnaire questionnaire)
            throws IOException, InterruptedException {
        var admin = stack.as("admin");
        Contracts.establish(admin, departments());
        var office = stack.as("office");
        Contracts.agree(office, PROBED, Collections.nCopies(Contracts.DIMENSIONS.size(), METRIC));
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
        measure.put("metric", METRIC).put("question", "overall").put("per", "RESPONSE");
        measure.putObject("department").put("fromAnswer", "department");
        measure.putObject("scale").put("min", 1).put("max", 5);
        return survey;
    }
}
