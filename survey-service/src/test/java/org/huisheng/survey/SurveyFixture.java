package org.huisheng.survey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.huisheng.events.EventType;
import org.huisheng.events.IntegrationEvent;
import org.huisheng.events.KpiEvent.DepartmentChanged;
import org.huisheng.kit.event.EventCodec;
import org.huisheng.kit.testing.TestTokens;

/** What the tests do over and over, as a person or another service would do it. */
public final class SurveyFixture {

    public static final String DEFINITION = """
            {"title": "开放日体验", "elements": [
              {"type": "rating", "name": "overall", "rateMin": 1, "rateMax": 5, "isRequired": true},
              {"type": "radiogroup", "name": "channel", "choices": ["hall", "phone", "app"]},
              {"type": "comment", "name": "why"},
              {"type": "matrix", "name": "departments", "rows": ["MKT", "DIST"], "columns": [1, 2, 3, 4, 5]}
            ]}
            """;

    private static final String MEASURES = """
            [{"metric": "satisfaction.overall", "question": "overall", "per": "RESPONSE",
              "department": {"fixed": "MKT"}, "scale": {"min": 1, "max": 5}},
             {"metric": "satisfaction.department", "question": "departments", "per": "MATRIX_ROW",
              "department": {"fromRow": true}, "scale": {"min": 1, "max": 5}}]
            """;

    private SurveyFixture() {}

    public static String office() {
        return TestTokens.bearer("office", null, "OFFICE");
    }

    /** A request of the office with a JSON body to come. */
    public static RequestSpecification asOffice() {
        return given().header("Authorization", office()).contentType(ContentType.JSON);
    }

    /** Plays kpi-service, which owns the departments. */
    public static void publishDepartments() throws Exception {
        publish(new DepartmentChanged("MKT", "市场营销部", "Marketing", true, 1, Instant.now()));
        publish(new DepartmentChanged("DIST", "配电运检室", "Distribution", true, 1, Instant.now()));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(publishVersion(createSurvey()).statusCode()).isEqualTo(201));
    }

    public static void publish(IntegrationEvent event) throws Exception {
        publish(event, UUID.randomUUID());
    }

    /** @param id the same again for a redelivery */
    public static void publish(IntegrationEvent event, UUID id) throws Exception {
        var type = EventType.of(event);
        var record = new ProducerRecord<>(type.topic().wireName(), event.aggregateId(), EventCodec.encode(event));
        record.headers()
                .add("ce_id", id.toString().getBytes(StandardCharsets.UTF_8))
                .add("ce_type", type.wireName().getBytes(StandardCharsets.UTF_8));
        var servers = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(record).get();
        }
    }

    public static String createSurvey() {
        return asOffice()
                .body("{\"title\": \"开放日体验\", \"side\": \"CUSTOMER\", \"definition\": " + DEFINITION
                        + ", \"measures\": " + MEASURES + "}")
                .post("/api/survey/v1/surveys")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    public static Response publishVersion(String surveyId) {
        return given().header("Authorization", office()).post("/api/survey/v1/surveys/" + surveyId + "/versions");
    }

    /** @param extra further fields, each with a comma before it */
    public static String draftCampaign(String extra) {
        var surveyId = createSurvey();
        publishVersion(surveyId);
        var now = Instant.now();
        return asOffice()
                .body(
                        "{\"surveyId\": \"%s\", \"version\": 1, \"name\": \"春季开放日\", \"opensAt\": \"%s\", \"closesAt\": \"%s\"%s}"
                                .formatted(
                                        surveyId, now.minus(30, ChronoUnit.DAYS), now.plus(30, ChronoUnit.DAYS), extra))
                .post("/api/survey/v1/campaigns")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    public static Response step(String campaignId, String step) {
        return given().header("Authorization", office()).post("/api/survey/v1/campaigns/" + campaignId + "/" + step);
    }

    public static String link(String campaignId) {
        return asOffice()
                .body("{\"count\": 1}")
                .post("/api/survey/v1/campaigns/" + campaignId + "/links")
                .then()
                .statusCode(201)
                .extract()
                .path("items[0].token");
    }

    public static String openLink(String extra) {
        var campaign = draftCampaign(extra);
        step(campaign, "opening").then().statusCode(200);
        return link(campaign);
    }

    public static String openLink() {
        return openLink(", \"anonymous\": false");
    }

    public static String submission(UUID id, String link, String answers) {
        return "{\"responseId\": \"%s\", \"link\": \"%s\", \"version\": 1, \"answers\": %s, \"startedAt\": \"2026-11-20T09:00:00+08:00\", \"submittedAt\": \"2026-11-20T09:05:00+08:00\", \"locale\": \"zh-cn\"}"
                .formatted(id, link, answers);
    }

    public static Response post(String submission) {
        return given().contentType(ContentType.JSON).body(submission).post("/api/survey/v1/responses");
    }
}
