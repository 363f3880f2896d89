package org.huisheng.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** A year of responses, sent in batches as an offline client would send them. */
final class DemoResponses {

    private static final int BATCH = 500;

    private DemoResponses() {}

    static void submit(Api everybody, DemoCampaigns.Open campaign, List<YearMonth> months, Instant now)
            throws IOException, InterruptedException {
        var batch = Api.JSON.createArrayNode();
        for (var month : months) {
            for (var number = 0; number < campaign.survey().perMonth(); number++) {
                batch.add(response(campaign, month, number, now));
                if (batch.size() == BATCH) {
                    send(everybody, batch);
                    batch = Api.JSON.createArrayNode();
                }
            }
        }
        if (!batch.isEmpty()) {
            send(everybody, batch);
        }
    }

    /** Id and content follow from campaign, month and number alone, so that a second run repeats the first. */
    static ObjectNode response(DemoCampaigns.Open campaign, YearMonth month, int number, Instant now) {
        var name = campaign.id() + "/" + month + "/" + number;
        var random = new Random((campaign.side() + month + number).hashCode());
        var begin = month.atDay(1).atTime(8, 0).atZone(SeedDemo.ZONE).toInstant();
        var end = month.plusMonths(1).atDay(1).atStartOfDay(SeedDemo.ZONE).toInstant();
        var minutes = Math.max(
                1,
                Duration.between(begin, end.isBefore(now) ? end : firstDay(begin, now))
                        .toMinutes());
        var startedAt = begin.plus(Duration.ofMinutes(random.nextLong(minutes)));
        var link = campaign.links().get(number % campaign.links().size());
        return Api.object()
                .put(
                        "responseId",
                        UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))
                                .toString())
                .put("link", link.token())
                .put("version", campaign.version())
                .<ObjectNode>set("answers", campaign.survey().answers(number, random))
                .put("startedAt", startedAt.toString())
                .put("submittedAt", startedAt.plusSeconds(90).toString())
                .put("locale", "zh-cn");
    }

    /** In the present month only days that are over at any later run too: else a repeated response would differ. */
    private static Instant firstDay(Instant begin, Instant now) {
        var day = begin.plus(Duration.ofHours(10));
        return day.isBefore(now) ? day : begin.plus(Duration.ofMinutes(1));
    }

    static void send(Api everybody, ArrayNode batch) throws IOException, InterruptedException {
        var body = Api.object();
        body.set("responses", batch);
        var results = everybody.created("/api/survey/v1/responses/batch", body).path("results");
        for (var result : results) {
            var status = result.path("status").asInt();
            if (status != 200 && status != 201) {
                throw new Api.Refused("A demo response", new Api.Answer(status, result));
            }
        }
    }
}
