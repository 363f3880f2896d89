package org.huisheng.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** One open campaign per side, with links. */
final class DemoCampaigns {

    private static final int LINKS = 3;
    private static final int GRACE_DAYS = 7;
    private static final int BROKEN_RULE = 422;

    private DemoCampaigns() {}

    record Link(String token, String url) {}

    /** @param version the survey's version the campaign asks */
    record Open(DemoSurveys survey, String id, int version, List<Link> links) {
        String side() {
            return survey.name();
        }
    }

    static List<Open> open(Api office, YearMonth firstMonth, Instant now) throws IOException, InterruptedException {
        var campaigns = new ArrayList<Open>();
        for (var survey : DemoSurveys.values()) {
            campaigns.add(open(office, survey, firstMonth, now));
        }
        return campaigns;
    }

    private static Open open(Api office, DemoSurveys survey, YearMonth firstMonth, Instant now)
            throws IOException, InterruptedException {
        var campaign = find(office, "/api/survey/v1/campaigns", "name", survey.campaign())
                .orElse(null);
        if (campaign == null) {
            campaign =
                    office.created("/api/survey/v1/campaigns", plan(survey, publish(office, survey), firstMonth, now));
        }
        var path = "/api/survey/v1/campaigns/" + campaign.path("id").asText();
        if (campaign.path("status").asText().equals("DRAFT")) {
            office.created(path + "/opening", Api.object());
        }
        var links = office.get(path + "/links").path("items");
        if (links.isEmpty()) {
            links = office.created(path + "/links", Api.object().put("count", LINKS))
                    .path("items");
        }
        // Those of stations are the kiosks', and come later: what is answered over the others must not change with
        // them.
        var open = new ArrayList<Link>();
        for (var link : links) {
            if (link.path("station").isNull() || link.path("station").isMissingNode()) {
                open.add(new Link(link.path("token").asText(), link.path("url").asText()));
            }
        }
        // As the list tells them, also the first time: a second run must answer through the same links.
        open.sort(Comparator.comparing(Link::token));
        return new Open(
                survey, campaign.path("id").asText(), campaign.path("version").asInt(), open);
    }

    /** Retries as long as survey-service has not heard of all departments yet. */
    private static JsonNode publish(Api office, DemoSurveys survey) throws IOException, InterruptedException {
        var draft =
                find(office, "/api/survey/v1/surveys", "title", survey.title()).orElse(null);
        if (draft == null) {
            draft = office.created("/api/survey/v1/surveys", survey.survey());
        }
        var versions = "/api/survey/v1/surveys/" + draft.path("id").asText() + "/versions";
        if (draft.path("latestVersion").asInt() > 0) {
            return office.get(versions + "/" + draft.path("latestVersion").asInt());
        }
        for (var left = 100; ; left--) {
            var answer = office.post(versions, Api.object());
            if (answer.status() / 100 == 2) {
                return answer.body();
            }
            if (answer.status() != BROKEN_RULE || left == 0) {
                throw new Api.Refused("Publishing " + survey.title(), answer);
            }
            Thread.sleep(Duration.ofMillis(300));
        }
    }

    private static JsonNode plan(DemoSurveys survey, JsonNode version, YearMonth firstMonth, Instant now) {
        var plan = Api.object()
                .put("surveyId", version.path("surveyId").asText())
                .put("version", version.path("version").asInt())
                .put("name", survey.campaign())
                .put(
                        "opensAt",
                        firstMonth
                                .atDay(1)
                                .atStartOfDay(SeedDemo.ZONE)
                                .toOffsetDateTime()
                                .toString())
                .put("closesAt", now.plus(730, ChronoUnit.DAYS).toString())
                .put("anonymous", survey.anonymous())
                .put("access", "OPEN")
                .put("graceDays", GRACE_DAYS);
        if (survey == DemoSurveys.CUSTOMER) {
            DemoKiosks.STATIONS.forEach(plan.putArray("stations")::add);
        }
        return plan;
    }

    static Optional<JsonNode> find(Api office, String list, String field, String value)
            throws IOException, InterruptedException {
        for (var item : office.get(list + "?limit=200").path("items")) {
            if (item.path(field).asText().equals(value)) {
                return Optional.of(item);
            }
        }
        return Optional.empty();
    }
}
