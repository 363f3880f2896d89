package org.huisheng.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.huisheng.kpi.testing.EventFixture.answer;
import static org.huisheng.kpi.testing.EventFixture.response;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.huisheng.events.Side;
import org.huisheng.kit.event.EventCodec;
import org.huisheng.kpi.testing.CollectedSpans;
import org.huisheng.kpi.testing.Office;
import org.huisheng.kpi.testing.Road;
import org.junit.jupiter.api.Test;

/** What comes of an event belongs to the trace it came with. */
@QuarkusTest
@QuarkusTestResource(value = CollectedSpans.class, restrictToAnnotatedClass = true)
class TraceTest extends RoadTest {

    private static final String PARENT = "00f067aa0ba902b7";

    @Test
    void an_event_is_handled_in_its_trace_among_others_that_have_none() {
        var trace = someTrace();
        try (var road = new Road()) {
            responses(3, 4).forEach(road::send);
            send(road, trace);
            responses(3, 4).forEach(road::send);
        }

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(CollectedSpans.of(trace))
                        .singleElement()
                        .satisfies(span -> {
                            assertThat(span.path("name").asText()).isEqualTo("process huisheng.survey");
                            assertThat(span.path("parentSpanId").asText()).isEqualTo(PARENT);
                            assertThat(span.path("kind").asInt()).isEqualTo(5);
                            assertThat(span.path("status").isMissingNode()).isTrue();
                        }));
        awaitScores(json ->
                assertThat(json.<Integer>get("rows.find{it.code=='service'}.n")).isEqualTo(7));
    }

    @Test
    void a_request_has_a_span_in_its_caller_s_trace_unless_the_caller_keeps_none() {
        var kept = someTrace();
        var unwanted = someTrace();

        ask(unwanted + "-" + PARENT + "-00");
        ask(kept + "-" + PARENT + "-01");

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(CollectedSpans.of(kept))
                        .singleElement()
                        .satisfies(span -> {
                            assertThat(span.path("name").asText()).isEqualTo("GET /api/kpi/v1/departments");
                            assertThat(span.path("parentSpanId").asText()).isEqualTo(PARENT);
                            assertThat(span.at("/attributes/0/value/intValue").asText())
                                    .isEqualTo("200");
                        }));
        assertThat(CollectedSpans.of(unwanted)).isEmpty();
    }

    private static void ask(String context) {
        Office.as("OFFICE")
                .header("traceparent", "00-" + context)
                .get("/v1/departments")
                .then()
                .statusCode(200);
    }

    private void send(Road road, String trace) {
        var event = response(Side.CUSTOMER, NOVEMBER, answer("satisfaction.service", department, 4));
        road.send(
                "huisheng.survey",
                event.aggregateId(),
                Map.of(
                        "ce_id",
                        UUID.randomUUID().toString(),
                        "ce_type",
                        "survey.response-submitted.v1",
                        "ce_specversion",
                        "1.0",
                        "ce_traceparent",
                        "00-" + trace + "-" + PARENT + "-01"),
                EventCodec.encode(event));
    }

    private static String someTrace() {
        var random = ThreadLocalRandom.current();
        return HexFormat.of().toHexDigits(random.nextLong(1, Long.MAX_VALUE))
                + HexFormat.of().toHexDigits(random.nextLong(1, Long.MAX_VALUE));
    }
}
