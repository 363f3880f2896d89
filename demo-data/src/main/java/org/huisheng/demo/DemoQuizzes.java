package org.huisheng.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import java.util.UUID;

/** The same three questions before and after a lecture, asked of those who came; afterwards they know more. */
final class DemoQuizzes {

    private static final String SURVEYS = "/api/survey/v1/surveys";
    private static final String CAMPAIGNS = "/api/survey/v1/campaigns";
    private static final String TITLE = "宣讲小测";
    private static final int MOST = 5;

    private DemoQuizzes() {}

    /** When it is asked, and how well it goes. */
    private enum Part {
        BEFORE("讲前", 2.8, -30),
        AFTER("讲后", 4.2, 100);

        private final String name;
        private final double mean;
        private final int minutes;

        Part(String name, double mean, int minutes) {
            this.name = name;
            this.mean = mean;
            this.minutes = minutes;
        }
    }

    /**
     * Adds both to a lecture that is being announced, with what people answered. The office attributes them to the department, so that its liaison
     * sees what they came to.
     *
     * @param people who answered
     */
    static void add(Api office, Api everybody, ObjectNode lecture, int people)
            throws IOException, InterruptedException {
        var survey = survey(office);
        for (var part : Part.values()) {
            var campaign = campaign(office, survey, part, lecture);
            var path = CAMPAIGNS + "/" + campaign.path("id").asText();
            var links = office.get(path + "/links").path("items");
            if (links.isEmpty()) {
                links = office.created(path + "/links", Api.object().put("count", 1))
                        .path("items");
            }
            var link = links.path(0).path("token").asText();
            lecture.putObject(part == Part.BEFORE ? "before" : "after")
                    .put("campaign", campaign.path("id").asText())
                    .put("link", link);
            if (!campaign.path("status").asText().equals("CLOSED")) {
                answer(everybody, campaign, link, part, lecture, people);
                office.created(path + "/closing", Api.object());
            }
        }
    }

    private static JsonNode survey(Api office) throws IOException, InterruptedException {
        var found = DemoCampaigns.find(office, SURVEYS, "title", TITLE).orElse(null);
        var survey = found == null ? office.created(SURVEYS, questions()) : found;
        if (survey.path("latestVersion").asInt() == 0) {
            office.created(SURVEYS + "/" + survey.path("id").asText() + "/versions", Api.object());
        }
        return survey;
    }

    private static ObjectNode questions() {
        var survey = Api.object().put("title", TITLE).put("side", "EMPLOYEE");
        var definition = survey.putObject("definition").put("locale", "zh-cn");
        text(definition, "title", TITLE, "A short quiz");
        var elements = definition.putArray("elements");
        rating(elements, "parties", "我能说出本岗位的主要利益相关方", "I can name the stakeholders of my post");
        rating(elements, "steps", "我知道客户诉求首问负责的做法", "I know what to do when a customer turns to me first");
        rating(elements, "example", "我能举出一个履责的例子", "I can tell of a case of responsibility lived");
        survey.putArray("measures");
        return survey;
    }

    private static void rating(ArrayNode elements, String name, String chinese, String english) {
        var question = elements.addObject()
                .put("type", "rating")
                .put("name", name)
                .put("rateMin", 1)
                .put("rateMax", MOST)
                .put("isRequired", true);
        text(question, "title", chinese, english);
    }

    private static void text(ObjectNode thing, String field, String chinese, String english) {
        thing.putObject(field).put("zh-cn", chinese).put("en", english);
    }

    private static JsonNode campaign(Api office, JsonNode survey, Part part, ObjectNode lecture)
            throws IOException, InterruptedException {
        var startsAt = Instant.parse(lecture.path("startsAt").asText());
        var name =
                TITLE + "（" + part.name + "）" + startsAt.atZone(SeedDemo.ZONE).toLocalDate();
        var found = DemoCampaigns.find(office, CAMPAIGNS, "name", name).orElse(null);
        if (found == null) {
            var plan = Api.object()
                    .put("surveyId", survey.path("id").asText())
                    .put("version", 1)
                    .put("name", name)
                    .put("opensAt", startsAt.minus(1, ChronoUnit.DAYS).toString())
                    .put("closesAt", Instant.now().plus(1, ChronoUnit.DAYS).toString())
                    .put("anonymous", true)
                    .put("access", "OPEN");
            plan.putObject("attribution")
                    .put("department", lecture.path("department").asText());
            found = office.created(CAMPAIGNS, plan);
        }
        return found.path("status").asText().equals("DRAFT")
                ? office.created(CAMPAIGNS + "/" + found.path("id").asText() + "/opening", Api.object())
                : found;
    }

    /** Id and content follow from the campaign alone, so that a second run repeats the first. */
    private static void answer(Api everybody, JsonNode campaign, String link, Part part, ObjectNode lecture, int people)
            throws IOException, InterruptedException {
        var at = Instant.parse(lecture.path("startsAt").asText()).plus(part.minutes, ChronoUnit.MINUTES);
        var batch = Api.JSON.createArrayNode();
        for (var number = 0; number < people; number++) {
            var name = campaign.path("name").asText() + "/" + number;
            var random = new Random(name.hashCode());
            var answers = Api.object();
            for (var question : new String[] {"parties", "steps", "example"}) {
                answers.put(question, (int) Math.clamp(Math.round(part.mean + random.nextGaussian() * 0.8), 1, MOST));
            }
            batch.add(Api.object()
                    .put(
                            "responseId",
                            UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))
                                    .toString())
                    .put("link", link)
                    .put("version", 1)
                    .<ObjectNode>set("answers", answers)
                    .put("startedAt", at.toString())
                    .put("submittedAt", at.plusSeconds(60).toString())
                    .put("locale", "zh-cn"));
        }
        DemoResponses.send(everybody, batch);
    }
}
