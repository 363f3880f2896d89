package org.huisheng.survey.response;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.huisheng.survey.SurveyFixture.draftCampaign;
import static org.huisheng.survey.SurveyFixture.link;
import static org.huisheng.survey.SurveyFixture.openLink;
import static org.huisheng.survey.SurveyFixture.post;
import static org.huisheng.survey.SurveyFixture.step;
import static org.huisheng.survey.SurveyFixture.submission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.huisheng.kit.platform.Uuid7;
import org.huisheng.survey.SurveyTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AnonymityTest extends SurveyTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Inject
    Receipts receipts;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @Test
    void nothing_kept_of_an_anonymous_response_tells_the_time_the_link_or_the_clients_own_id() throws Exception {
        var id = Uuid7.at(Instant.now());
        var link = openLink(", \"anonymous\": true, \"access\": \"SINGLE_USE\"");
        var body = submission(id, link, "{\"overall\": 4}")
                .replace("\"version\": 1", "\"version\": 1, \"device\": {\"id\": \"imei-4711\", \"sequence\": 9}");

        String receipt = post(body).then().statusCode(201).extract().path("receipt");

        var stored = storedFor(link);
        assertThat(stored.toString())
                .doesNotContain(id.toString(), link, "imei-4711", "09:05", "01:05", "09:00", "01:00");
        assertThat(count("SELECT count(*) FROM response WHERE response_id = '" + id + "'"))
                .isZero();
        assertThat(receipts.responseId(receipt))
                .contains(UUID.fromString(stored.get("response_id").asText()));
        var today = Instant.now().atZone(ZONE).truncatedTo(ChronoUnit.DAYS).toInstant();
        for (var time : new String[] {"submitted_at", "received_at"}) {
            var kept = Instant.parse(stored.get(time).asText());
            assertThat(kept)
                    .isEqualTo(kept.atZone(ZONE).truncatedTo(ChronoUnit.DAYS).toInstant());
        }
        var record = recordsOf(stored.get("response_id").asText(), 1).getFirst();
        assertThat(Instant.ofEpochMilli(record.timestamp()).atZone(ZONE).toLocalTime())
                .isEqualTo(LocalTime.MIDNIGHT);
        assertThat(Instant.ofEpochMilli(record.timestamp())).isBeforeOrEqualTo(today);
        assertThat(record.value() + headers(record)).doesNotContain(id.toString(), link, "imei-4711", "09:05", "01:05");
    }

    @Test
    void no_hash_is_kept_that_times_or_links_could_be_tried_against() throws Exception {
        var campaign = draftCampaign(", \"anonymous\": true");
        step(campaign, "opening").then().statusCode(200);
        var first = post(submission(UUID.randomUUID(), link(campaign), "{\"overall\": 4}"));
        var second = post(submission(UUID.randomUUID(), link(campaign), "{\"overall\": 4}")
                .replace("09:05", "10:17"));

        first.then().statusCode(201);
        second.then().statusCode(201);
        assertThat(count("SELECT count(DISTINCT content_hash) FROM response WHERE campaign_id = '" + campaign + "'"))
                .isEqualTo(1);
    }

    @Test
    void an_anonymous_response_is_still_known_again_by_its_client() {
        var id = UUID.randomUUID();
        var link = openLink(", \"anonymous\": true");
        var first = post(submission(id, link, "{\"overall\": 4}"));

        post(submission(id, link, "{\"overall\": 4.0}"))
                .then()
                .statusCode(200)
                .body("receipt", equalTo(first.path("receipt")))
                .body("responseId", equalTo(id.toString()))
                .body("receivedAt", equalTo(first.path("receivedAt")));
        post(submission(id, link, "{\"overall\": 5}"))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:huisheng:problem:response-id-taken"));
    }

    @Test
    void also_the_withdrawal_of_an_anonymous_response_tells_only_the_day() throws Exception {
        var link = openLink(", \"anonymous\": true");
        var trace = "00-6bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        String receipt = given().header("traceparent", trace)
                .contentType("application/json")
                .body(submission(UUID.randomUUID(), link, "{\"overall\": 4}"))
                .post("/api/survey/v1/responses")
                .path("receipt");

        given().header("traceparent", trace)
                .post("/api/survey/v1/receipts/" + receipt + "/withdrawal")
                .then()
                .statusCode(200)
                .body("state", equalTo("WITHDRAWN"));

        var stored = storedFor(link);
        var withdrawn = Instant.parse(stored.get("withdrawn_at").asText());
        assertThat(withdrawn)
                .isEqualTo(withdrawn.atZone(ZONE).truncatedTo(ChronoUnit.DAYS).toInstant());
        var records = recordsOf(stored.get("response_id").asText(), 2);
        assertThat(records)
                .extracting(ConsumerRecord::timestamp)
                .allMatch(time ->
                        Instant.ofEpochMilli(time).atZone(ZONE).toLocalTime().equals(LocalTime.MIDNIGHT));
        // Whoever collects traces knows the moment of each.
        assertThat(records).allSatisfy(record -> assertThat(headers(record)).doesNotContain("traceparent"));
    }

    private JsonNode storedFor(String link) throws SQLException, IOException {
        try (var connection = dataSource.getConnection();
                var row = connection.createStatement().executeQuery("""
                        SELECT to_jsonb(r) || jsonb_build_object(
                            'submitted_at', to_char(r.submitted_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
                            'received_at', to_char(r.received_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
                            'withdrawn_at', to_char(r.withdrawn_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))
                        FROM response r JOIN link l ON l.campaign_id = r.campaign_id WHERE l.token = '%s'
                        """.formatted(link))) {
            row.next();
            return new ObjectMapper().readTree(row.getString(1));
        }
    }

    private static String headers(ConsumerRecord<String, String> record) {
        var headers = new StringBuilder();
        record.headers()
                .forEach(header -> headers.append(header.key())
                        .append('=')
                        .append(new String(header.value(), StandardCharsets.UTF_8))
                        .append(' '));
        return headers.toString();
    }

    private List<ConsumerRecord<String, String>> recordsOf(String key, int expected) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", kafka, "group.id", UUID.randomUUID().toString(), "auto.offset.reset", "earliest");
        var found = new ArrayList<ConsumerRecord<String, String>>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of("huisheng.survey"));
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (record.key().equals(key)) {
                        found.add(record);
                    }
                });
                assertThat(found).hasSizeGreaterThanOrEqualTo(expected);
            });
        }
        return found;
    }
}
