package org.huisheng.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a stack that is thrown away busy with what it will do most: {@code Rehearsal STACK_JSON SECONDS}. The services write
 * down at their end what their JVMs learnt, compiled methods' profiles included, and begin with that at every later start.
 */
public final class Rehearsal {

    private static final int RESPONDENTS = 16;
    private static final int SINGLES_PER_ROUND = 60;
    private static final int BATCH = 100;

    private final Api everybody;
    private final Api office;
    private final List<DemoCampaigns.Open> campaigns;
    private final YearMonth month;
    private final Instant now;

    private Rehearsal(Api everybody, Api office, List<DemoCampaigns.Open> campaigns, YearMonth month, Instant now) {
        this.everybody = everybody;
        this.office = office;
        this.campaigns = campaigns;
        this.month = month;
        this.now = now;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var stack = Api.JSON.readTree(Path.of(arguments[0]).toFile());
        var length = Duration.ofSeconds(Long.parseLong(arguments[1]));
        var users = SeedDemo.users(stack);
        var everybody = Api.of(stack.path("gateway").asText());
        var office = everybody.as("office", SeedDemo.password(users, "office"));
        var now = Instant.now();
        var month = YearMonth.from(now.atZone(SeedDemo.ZONE));
        DemoDepartments.establish(everybody.as("admin", SeedDemo.password(users, "admin")));
        DemoContracts.conclude(office, month.getYear());
        var campaigns = DemoCampaigns.open(office, month, now);
        DemoProcesses.register(office);
        DemoCases.handle(everybody, office, DemoDepartments.liaisons(everybody, users), List.of(month), now);
        new Rehearsal(everybody, office, campaigns, month, now).play(System.nanoTime() + length.toNanos());
    }

    private void play(long end) throws IOException, InterruptedException {
        Callable<@Nullable Void> respondent = () -> {
            while (System.nanoTime() < end) {
                round();
            }
            return null;
        };
        Together.run(Collections.nCopies(RESPONDENTS, respondent), RESPONDENTS);
    }

    private void round() throws IOException, InterruptedException {
        var random = new Random();
        for (var single = 0; single < SINGLES_PER_ROUND; single++) {
            var answer = everybody.post("/api/survey/v1/responses", response(random));
            if (answer.status() != 201) {
                throw new Api.Refused("A rehearsed response", answer);
            }
        }
        var batch = Api.JSON.createArrayNode();
        for (var one = 0; one < BATCH; one++) {
            batch.add(response(random));
        }
        DemoResponses.send(everybody, batch);
        look(random);
    }

    private void look(Random random) throws IOException, InterruptedException {
        var campaign = campaigns.get(random.nextInt(campaigns.size()));
        everybody.get("/api/survey/v1/links/" + campaign.links().getFirst().token());
        office.get("/api/survey/v1/campaigns/" + campaign.id() + "/results");
        office.get("/api/kpi/v1/scores?period=" + month);
        office.get("/api/kpi/v1/rates?period=" + month);
        office.get("/api/feedback/v1/cases");
    }

    private ObjectNode response(Random random) {
        var campaign = campaigns.get(random.nextInt(campaigns.size()));
        var number = random.nextInt(1_000_000);
        return DemoResponses.response(campaign, month, number, now)
                .put("responseId", UUID.randomUUID().toString());
    }
}
