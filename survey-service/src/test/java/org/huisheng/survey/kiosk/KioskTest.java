package org.huisheng.survey.kiosk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.huisheng.survey.SurveyFixture.draftCampaign;
import static org.huisheng.survey.SurveyFixture.link;
import static org.huisheng.survey.SurveyFixture.office;
import static org.huisheng.survey.SurveyFixture.openLink;
import static org.huisheng.survey.SurveyFixture.post;
import static org.huisheng.survey.SurveyFixture.step;
import static org.huisheng.survey.SurveyFixture.submission;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.huisheng.survey.SurveyTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class KioskTest extends SurveyTest {

    private static final String KIOSKS = "/api/survey/v1/kiosks";

    @Inject
    FoldArrivals foldArrivals;

    private record Device(String id, String token, String link) {}

    @Test
    void a_device_is_enrolled_by_a_code_and_learns_where_it_stands() {
        var campaign = openCampaign(", \"anonymous\": true, \"stations\": [\"VR\"]");
        var code = code(campaign, "{\"station\": \"VR\"}");

        var enrolled =
                enrol(code.toLowerCase().replace("-", " "), "东门平板").then().statusCode(201);

        enrolled.body("name", equalTo("东门平板"), "campaignId", equalTo(campaign), "station", equalTo("VR"));
        given().header("Authorization", "Bearer " + enrolled.extract().path("deviceToken"))
                .get(KIOSKS + "/assignment")
                .then()
                .statusCode(200)
                .body("deviceId", equalTo(enrolled.extract().path("deviceId")))
                .body("link", equalTo(enrolled.extract().path("link")))
                .body("station", equalTo("VR"));
        given().get("/api/survey/v1/links/" + enrolled.extract().path("link"))
                .then()
                .statusCode(200)
                .body("state", equalTo("OPEN"));
    }

    @Test
    void the_office_sees_which_devices_live_and_which_numbers_are_missing() throws SQLException {
        var campaign = openCampaign(", \"anonymous\": true");
        var device = enrolled(campaign);
        asOfficeKiosk(device).then().body("state", equalTo("NEVER_SEEN"), "missing", empty());
        for (var sequence : new int[] {2, 1, 5, 5, 4}) {
            answer(device, sequence);
        }

        heartbeat(device, 2, 8).then().statusCode(204);

        asOfficeKiosk(device)
                .then()
                .body("state", equalTo("LIVE"), "queued", equalTo(2), "lastSequence", equalTo(8))
                .body("received", equalTo(4), "missingCount", equalTo(4), "lastSeenAt", notNullValue())
                .body("missing", contains(3, 6, 7, 8))
                .body("missingRanges.from", contains(3, 6));
        assertThat(foldArrivals.fold()).isGreaterThanOrEqualTo(4);
        answer(device, 3);
        answer(device, 5);
        asOfficeKiosk(device).then().body("received", equalTo(5), "missing", contains(6, 7, 8));
        foldArrivals.fold();
        assertThat(count("SELECT count(*) FROM kiosk_arrival WHERE kiosk_id = '" + device.id() + "'"))
                .isZero();
        heartbeat(device, 0, 3).then().statusCode(204);
        asOfficeKiosk(device).then().body("lastSequence", equalTo(8), "missing", contains(6, 7, 8));
        given().header("Authorization", office())
                .queryParam("campaign", campaign)
                .get(KIOSKS)
                .then()
                .body("items.deviceId", contains(device.id()));
    }

    @Test
    void a_lost_day_costs_no_more_to_show_than_a_lost_minute() {
        var device = enrolled(openCampaign(", \"anonymous\": false"));

        heartbeat(device, 0, 1_000_000_000_000L).then().statusCode(204);

        asOfficeKiosk(device)
                .then()
                .statusCode(200)
                .body("missing.size()", equalTo(100))
                .body("missingRanges.size()", equalTo(1))
                .body("missingCount", equalTo(1_000_000_000_000L));
    }

    @Test
    void nobody_fakes_the_numbers_of_a_device_they_do_not_know_or_from_another_campaign() {
        var device = enrolled(openCampaign(", \"anonymous\": false"));
        var foreign = openLink();

        post(withDevice(UUID.randomUUID(), foreign, device.id(), 1)).then().statusCode(201);
        post(withDevice(UUID.randomUUID(), device.link(), "东门平板", 1)).then().statusCode(201);

        heartbeat(device, 0, 1).then().statusCode(204);
        asOfficeKiosk(device).then().body("missing", contains(1));
    }

    @Test
    void no_answer_of_an_anonymous_campaign_keeps_its_device_or_number() throws SQLException {
        var device = enrolled(openCampaign(", \"anonymous\": true"));

        answer(device, 1);

        assertThat(count(
                        "SELECT count(*) FROM response r JOIN link l ON l.campaign_id = r.campaign_id WHERE l.token = '"
                                + device.link() + "' AND device_id IS NULL AND device_sequence IS NULL"))
                .isGreaterThanOrEqualTo(1);
        assertThat(count("SELECT count(*) FROM response WHERE device_id = '" + device.id() + "'"))
                .isZero();
    }

    @Test
    void a_revoked_device_is_a_stranger() {
        var device = enrolled(openCampaign(", \"anonymous\": false"));
        given().header("Authorization", office())
                .post(KIOSKS + "/" + device.id() + "/revocation")
                .then()
                .statusCode(200)
                .body("state", equalTo("REVOKED"));

        for (var authorization : new String[] {"Bearer " + device.token(), "Bearer x", "Basic x", ""}) {
            given().header("Authorization", authorization)
                    .header("Accept-Language", "en")
                    .get(KIOSKS + "/assignment")
                    .then()
                    .statusCode(401)
                    .contentType("application/problem+json")
                    .body("title", equalTo("Unknown device"));
        }
        heartbeat(device, 0, 0).then().statusCode(401);
        given().get(KIOSKS + "/assignment").then().statusCode(401);
    }

    @Test
    void a_code_enrols_as_many_devices_as_it_was_made_for_even_all_at_once() throws Exception {
        var code = code(openCampaign(", \"anonymous\": true"), "{\"devices\": 3}");
        var statuses = new ArrayList<Integer>();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = new ArrayList<Callable<Integer>>();
            for (var number = 0; number < 6; number++) {
                var name = "平板 " + number;
                calls.add(() -> enrol(code, name).statusCode());
            }
            for (var call : threads.invokeAll(calls)) {
                statuses.add(call.get());
            }
        }

        assertThat(statuses).containsExactlyInAnyOrder(201, 201, 201, 422, 422, 422);
    }

    @Test
    void guessing_codes_is_stopped_and_an_expired_one_is_worth_nothing() throws SQLException {
        var code = code(openCampaign(", \"anonymous\": true"), "{}");
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("UPDATE kiosk_code SET expires_at = now() WHERE code = '" + code.replace("-", "") + "'");
        }

        enrolFrom("10.1.1.1", code, "平板")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:huisheng:problem:kiosk-code-invalid"));
        for (var tries = 1; tries < 10; tries++) {
            enrolFrom("10.1.1.1", "AAAA-AAA" + tries, "平板").then().statusCode(422);
        }
        enrolFrom("10.1.1.1", "BBBB-BBBB", "平板").then().statusCode(429).header("Retry-After", "600");
        enrolFrom("10.1.1.2", "BBBB-BBBB", "平板").then().statusCode(422);
    }

    @Test
    void requests_nobody_should_send_are_refused_by_name() {
        var single = draftCampaign(", \"anonymous\": true, \"access\": \"SINGLE_USE\"");
        var open = openCampaign(", \"anonymous\": true");
        codeFor(single, "{}")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:huisheng:problem:kiosk-needs-open-access"));
        codeFor(open, "{\"station\": \"?\"}").then().statusCode(422).body("violations[0].path", equalTo("/station"));
        codeFor(open, "{\"devices\": 0}").then().statusCode(422).body("violations[0].path", equalTo("/devices"));
        codeFor(open, "{\"expiresAt\": \"2020-01-01T00:00:00Z\"}").then().statusCode(422);
        codeFor(open, "{\"colour\": 1}").then().statusCode(400);
        codeFor(UUID.randomUUID().toString(), "{}").then().statusCode(404);
        enrol(code(open, "{}"), " ").then().statusCode(422).body("violations[0].path", equalTo("/name"));
        given().contentType(ContentType.JSON)
                .body("{}")
                .post(KIOSKS + "/enrolment")
                .then()
                .statusCode(400);
        var device = enrolled(open);
        heartbeat(device, -1, 0).then().statusCode(422).body("violations[0].path", equalTo("/queued"));
        given().header("Authorization", "Bearer " + device.token())
                .contentType(ContentType.JSON)
                .body("{\"queued\": 1}")
                .post(KIOSKS + "/heartbeat")
                .then()
                .statusCode(400)
                .body("violations[0].path", equalTo("/lastSequence"));
        given().get(KIOSKS).then().statusCode(401);
        given().header("Authorization", "Bearer " + device.token())
                .get(KIOSKS)
                .then()
                .statusCode(401);
        given().header("Authorization", office())
                .get(KIOSKS + "/nobody")
                .then()
                .statusCode(404)
                .body("violations", nullValue());
    }

    @Test
    void a_code_needs_no_more_than_the_asking() {
        given().header("Authorization", office())
                .noContentType()
                .post("/api/survey/v1/campaigns/" + openCampaign(", \"anonymous\": true") + "/kiosk-codes")
                .then()
                .statusCode(201)
                .body("devices", equalTo(10));
    }

    private static String openCampaign(String extra) {
        var campaign = draftCampaign(extra);
        step(campaign, "opening").then().statusCode(200);
        link(campaign);
        return campaign;
    }

    private static Response codeFor(String campaign, String body) {
        return given().header("Authorization", office())
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/survey/v1/campaigns/" + campaign + "/kiosk-codes");
    }

    private static String code(String campaign, String body) {
        return codeFor(campaign, body).then().statusCode(201).extract().path("code");
    }

    private static Response enrol(String code, String name) {
        return enrolFrom("10.0.0.1", code, name);
    }

    private static Response enrolFrom(String address, String code, String name) {
        return given().header("X-Forwarded-For", address)
                .contentType(ContentType.JSON)
                .body("{\"code\": \"%s\", \"name\": \"%s\"}".formatted(code, name))
                .post(KIOSKS + "/enrolment");
    }

    private static Device enrolled(String campaign) {
        var view = enrol(code(campaign, "{}"), "平板").then().statusCode(201).extract();
        return new Device(view.path("deviceId"), view.path("deviceToken"), view.path("link"));
    }

    private static void answer(Device device, long sequence) {
        post(withDevice(UUID.randomUUID(), device.link(), device.id(), sequence))
                .then()
                .statusCode(201);
    }

    private static String withDevice(UUID id, String link, String device, long sequence) {
        return submission(id, link, "{\"overall\": 4}")
                .replace(
                        "\"version\": 1",
                        "\"version\": 1, \"device\": {\"id\": \"%s\", \"sequence\": %d}".formatted(device, sequence));
    }

    private static Response heartbeat(Device device, int queued, long lastSequence) {
        return given().header("Authorization", "Bearer " + device.token())
                .contentType(ContentType.JSON)
                .body("{\"queued\": %d, \"lastSequence\": %d}".formatted(queued, lastSequence))
                .post(KIOSKS + "/heartbeat");
    }

    private static Response asOfficeKiosk(Device device) {
        return given().header("Authorization", office()).get(KIOSKS + "/" + device.id());
    }
}
