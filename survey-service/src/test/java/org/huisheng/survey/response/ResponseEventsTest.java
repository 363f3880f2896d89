package org.huisheng.survey.response;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.huisheng.survey.SurveyFixture.office;
import static org.huisheng.survey.SurveyFixture.openLink;
import static org.huisheng.survey.SurveyFixture.post;
import static org.huisheng.survey.SurveyFixture.submission;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.CloudEventDeserializer;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.huisheng.localstack.testing.RealKafka;
import org.huisheng.survey.SurveyTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ResponseEventsTest extends SurveyTest {

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @Test
    void a_response_and_its_withdrawal_are_told_once_each_in_order_with_raw_values_and_no_answers() throws IOException {
        var id = UUID.randomUUID();
        var answers = "{\"overall\": 4, \"why\": \"张先生 13800000000\", \"departments\": {\"DIST\": 2}}";
        var body = submission(id, openLink(), answers);
        post(body).then().statusCode(201);
        post(body).then().statusCode(200);
        given().header("Authorization", office())
                .post("/api/survey/v1/responses/" + id + "/withdrawal")
                .then()
                .statusCode(204);

        var events = eventsOf(id, 2);

        assertThat(events)
                .extracting(CloudEvent::getType)
                .containsExactly("survey.response-submitted.v1", "survey.response-withdrawn.v1");
        assertThat(events).allSatisfy(event -> {
            assertThat(event.getSubject()).isEqualTo(id.toString());
            assertThat(event.getSource()).hasToString("/huisheng/survey-service");
            assertThat(data(event)).doesNotContain("13800000000", "why");
        });
        var values = new ObjectMapper().readTree(data(events.getFirst())).path("values");
        assertThat(values.findValuesAsText("department")).containsExactly("MKT", "DIST");
        assertThat(values.findValuesAsText("value")).containsExactly("4", "2");
    }

    @Test
    void the_event_belongs_to_the_trace_of_the_request_alone_or_in_a_batch() {
        var alone = UUID.randomUUID();
        var inBatch = UUID.randomUUID();
        var link = openLink();
        traced("4bf92f3577b34da6a3ce929d0e0e4736", submission(alone, link, "{\"overall\": 4}"), "");
        traced(
                "5bf92f3577b34da6a3ce929d0e0e4736",
                "{\"responses\": [" + submission(inBatch, link, "{\"overall\": 4}") + "]}",
                "/batch");

        assertThat(trace(alone))
                .startsWith("00-4bf92f3577b34da6a3ce929d0e0e4736-")
                .endsWith("-01");
        assertThat(trace(inBatch))
                .startsWith("00-5bf92f3577b34da6a3ce929d0e0e4736-")
                .endsWith("-01");
        // Our place in it, not our caller's.
        assertThat(trace(alone)).doesNotContain("00f067aa0ba902b7");
    }

    private static void traced(String trace, String body, String sub) {
        given().header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                .contentType("application/json")
                .body(body)
                .post("/api/survey/v1/responses" + sub)
                .then()
                .statusCode(sub.isEmpty() ? 201 : 200);
    }

    private String trace(UUID id) {
        return String.valueOf(eventsOf(id, 1).getFirst().getExtension("traceparent"));
    }

    @Test
    void intake_goes_on_while_the_broker_is_down_and_the_backlog_drains_when_it_is_back() throws Exception {
        var link = openLink();
        var ids = new ArrayList<UUID>();
        RealKafka.broker().stop();
        try {
            for (var number = 0; number < 20; number++) {
                ids.add(UUID.randomUUID());
                post(submission(ids.getLast(), link, "{\"overall\": 5}")).then().statusCode(201);
            }
            assertThat(count("SELECT count(*) FROM outbox")).isGreaterThanOrEqualTo(20);
        } finally {
            RealKafka.broker().start();
        }

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> assertThat(count("SELECT count(*) FROM outbox")).isZero());
        for (var id : ids) {
            assertThat(eventsOf(id, 1)).hasSize(1);
        }
    }

    private static String data(CloudEvent event) {
        return new String(event.getData().toBytes(), StandardCharsets.UTF_8);
    }

    private List<CloudEvent> eventsOf(UUID id, int expected) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", kafka, "group.id", UUID.randomUUID().toString(), "auto.offset.reset", "earliest");
        var found = new ArrayList<CloudEvent>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new CloudEventDeserializer())) {
            consumer.subscribe(List.of("huisheng.survey"));
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (record.key().equals(id.toString())) {
                        found.add(record.value());
                    }
                });
                assertThat(found).hasSizeGreaterThanOrEqualTo(expected);
            });
        }
        return found;
    }
}
