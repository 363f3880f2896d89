package org.huisheng.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** Two tablets of an open day: one has lost an answer, the other has not sent its last ones yet. */
final class DemoKiosks {

    static final List<String> STATIONS = List.of("东门接待处", "安全用电体验区");

    private static final int CODE_DAYS = 29;
    /** Whoever tries the demo may do so more than once. */
    private static final int VISITORS_DEVICES = 100;

    private static final int MINUTES_BETWEEN = 7;

    /**
     * @param given how many numbers it has given out
     * @param lost those that never came in
     * @param queued how many of the last ones are still on it
     */
    private record Tablet(String name, String station, int given, Set<Integer> lost, int queued) {
        boolean hasSent(int number) {
            return number <= given - queued && !lost.contains(number);
        }
    }

    private static final List<Tablet> TABLETS = List.of(
            new Tablet("东门平板", STATIONS.get(0), 24, Set.of(17), 0),
            new Tablet("体验区平板", STATIONS.get(1), 15, Set.of(), 3));

    private DemoKiosks() {}

    /** @return a code with which whoever tries the demo enrols a device of their own */
    static String enrol(Api everybody, Api office, List<DemoCampaigns.Open> campaigns, Instant now)
            throws IOException, InterruptedException {
        var openDay = campaigns.stream()
                .filter(campaign -> campaign.survey() == DemoSurveys.CUSTOMER)
                .findFirst()
                .orElseThrow();
        for (var tablet : TABLETS) {
            var known = find(office, openDay, tablet);
            if (known.isPresent() && known.get().path("lastSequence").asInt() > 0) {
                continue;
            }
            if (known.isPresent()) {
                // Its token was told once, to an attempt that did not come to its end.
                office.created(
                        "/api/survey/v1/kiosks/" + known.get().path("deviceId").asText() + "/revocation", Api.object());
            }
            play(everybody, office, openDay, tablet, now);
        }
        return code(office, openDay, STATIONS.getFirst(), VISITORS_DEVICES, now);
    }

    private static void play(Api everybody, Api office, DemoCampaigns.Open openDay, Tablet tablet, Instant now)
            throws IOException, InterruptedException {
        var enrolment = Api.object()
                .put("code", code(office, openDay, tablet.station(), 1, now))
                .put("name", tablet.name());
        var device = everybody.created("/api/survey/v1/kiosks/enrolment", enrolment);
        var batch = Api.JSON.createArrayNode();
        for (var number = 1; number <= tablet.given(); number++) {
            if (tablet.hasSent(number)) {
                batch.add(response(openDay, device, number, tablet, now));
            }
        }
        DemoResponses.send(everybody, batch);
        var heartbeat = Api.object().put("queued", tablet.queued()).put("lastSequence", tablet.given());
        everybody.withToken(device.path("deviceToken").asText()).created("/api/survey/v1/kiosks/heartbeat", heartbeat);
    }

    private static JsonNode response(
            DemoCampaigns.Open openDay, JsonNode device, int number, Tablet tablet, Instant now) {
        var id = device.path("deviceId").asText();
        var random = new Random((tablet.name() + number).hashCode());
        var submittedAt = now.minus((long) (tablet.given() - number) * MINUTES_BETWEEN, ChronoUnit.MINUTES);
        var response = Api.object()
                .put(
                        "responseId",
                        UUID.nameUUIDFromBytes((id + number).getBytes(UTF_8)).toString())
                .put("link", device.path("link").asText())
                .put("version", openDay.version());
        response.set("answers", openDay.survey().answers(number, random));
        response.put("startedAt", submittedAt.minusSeconds(80).toString())
                .put("submittedAt", submittedAt.toString())
                .put("locale", "zh-cn");
        response.putObject("device").put("id", id).put("sequence", number);
        return response;
    }

    private static String code(Api office, DemoCampaigns.Open openDay, String station, int devices, Instant now)
            throws IOException, InterruptedException {
        var wish = Api.object()
                .put("station", station)
                .put("devices", devices)
                .put("expiresAt", now.plus(CODE_DAYS, ChronoUnit.DAYS).toString());
        return office.created("/api/survey/v1/campaigns/" + openDay.id() + "/kiosk-codes", wish)
                .path("code")
                .asText();
    }

    private static Optional<JsonNode> find(Api office, DemoCampaigns.Open openDay, Tablet tablet)
            throws IOException, InterruptedException {
        for (var kiosk : office.get("/api/survey/v1/kiosks?limit=200&campaign=" + openDay.id())
                .path("items")) {
            if (kiosk.path("name").asText().equals(tablet.name())
                    && !kiosk.path("state").asText().equals("REVOKED")) {
                return Optional.of(kiosk);
            }
        }
        return Optional.empty();
    }
}
