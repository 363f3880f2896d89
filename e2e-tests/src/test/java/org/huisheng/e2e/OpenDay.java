package org.huisheng.e2e;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.huisheng.demo.Api;

/** A campaign of a test's own, asking in two languages, and a link to it. */
record OpenDay(DemoStack stack, String campaign, String url) {

    private static final String DEFINITION = """
            {"title": {"default": "开放日体验", "en": "Your open day"},
             "locale": "zh-cn",
             "elements": [
               {"type": "rating", "name": "overall", "title": {"default": "今天怎么样？", "en": "How was it?"},
                "rateMin": 1, "rateMax": 5, "isRequired": true},
               {"type": "checkbox", "name": "liked", "title": {"default": "喜欢什么", "en": "What did you like?"},
                "choices": [{"value": "tour", "text": {"default": "讲解", "en": "The tour"}},
                            {"value": "show", "text": {"default": "展品", "en": "The exhibits"}}]},
               {"type": "comment", "name": "comment", "title": {"default": "还想说什么", "en": "Anything else?"}}]}
            """;

    static OpenDay begin(DemoStack stack) throws IOException, InterruptedException {
        return begin(stack, DEFINITION, Api.object());
    }

    static OpenDay begin(DemoStack stack, ObjectNode otherwise) throws IOException, InterruptedException {
        return begin(stack, DEFINITION, otherwise);
    }

    /** @param otherwise what is different about the campaign */
    static OpenDay begin(DemoStack stack, String definition, ObjectNode otherwise)
            throws IOException, InterruptedException {
        var office = stack.as("office");
        var name = "开放日 " + UUID.randomUUID();
        var survey = Api.object().put("title", name).put("side", "CUSTOMER");
        survey.set("definition", Api.JSON.readTree(definition));
        var surveyId =
                office.created("/api/survey/v1/surveys", survey).path("id").asText();
        office.created("/api/survey/v1/surveys/" + surveyId + "/versions", Api.object());
        var now = Instant.now();
        var plan = Api.object()
                .put("surveyId", surveyId)
                .put("version", 1)
                .put("name", name)
                .put("opensAt", now.minus(1, ChronoUnit.HOURS).toString())
                .put("closesAt", now.plus(1, ChronoUnit.DAYS).toString())
                .put("anonymous", true);
        plan.setAll(otherwise);
        var campaign =
                office.created("/api/survey/v1/campaigns", plan).path("id").asText();
        office.created("/api/survey/v1/campaigns/" + campaign + "/opening", Api.object());
        var links = office.created(
                "/api/survey/v1/campaigns/" + campaign + "/links", Api.object().put("count", 1));
        return new OpenDay(stack, campaign, links.at("/items/0/url").asText());
    }

    void end() throws IOException, InterruptedException {
        stack.as("office").created("/api/survey/v1/campaigns/" + campaign + "/closing", Api.object());
    }

    long responses() throws SQLException {
        return stack.count("survey", "SELECT count(*) FROM response WHERE campaign_id = '" + campaign + "'");
    }

    String answer(String question) throws SQLException {
        try (var connection = stack.database("survey");
                var row = connection
                        .createStatement()
                        .executeQuery("SELECT answers::jsonb ->> '" + question + "' FROM response WHERE campaign_id = '"
                                + campaign + "'")) {
            row.next();
            return row.getString(1);
        }
    }
}
