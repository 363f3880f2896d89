package org.huisheng.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.huisheng.demo.Api;
import org.junit.jupiter.api.Test;

/** What one request sets going in four processes and a broker is one trace. */
class TraceIT {

    private static final String CLIENT = "00f067aa0ba902b7";

    @Test
    void an_answer_is_one_trace_from_the_phone_to_the_figures() throws Exception {
        var stack = DemoStack.running();
        var trace =
                post(stack, "ENTERPRISE", Api.object().put("department", "DIST").put("overall", 4));

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            var received = span(stack, trace, "gateway", "POST /api/survey/v1/responses");
            assertThat(received.parent()).isEqualTo(CLIENT);
            var taken = span(stack, trace, "survey-service", "POST /api/survey/v1/responses");
            assertThat(taken.parent()).isEqualTo(received.id());
            var sent = span(stack, trace, "survey-service", "send huisheng.survey");
            assertThat(sent.parent()).isEqualTo(taken.id());
            assertThat(span(stack, trace, "kpi-service", "process huisheng.survey")
                            .parent())
                    .isEqualTo(sent.id());
        });
    }

    @Test
    void an_anonymous_answer_s_trace_ends_where_it_was_taken() throws Exception {
        var stack = DemoStack.running();
        assertThat(stack.everybody()
                        .get("/api/survey/v1/links/" + stack.link("CUSTOMER"))
                        .path("anonymous")
                        .asBoolean())
                .isTrue();
        var trace =
                post(stack, "CUSTOMER", Api.object().put("department", "MKT").put("overall", 8));
        var later =
                post(stack, "ENTERPRISE", Api.object().put("department", "DIST").put("overall", 4));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> span(stack, later, "kpi-service", "process huisheng.survey"));
        // By now it would have come as far, too.
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(stack.traces().of(trace))
                        .extracting(Traces.Span::service)
                        .containsExactlyInAnyOrder("gateway", "survey-service"));
    }

    private static String post(DemoStack stack, String side, ObjectNode answers) throws Exception {
        var random = ThreadLocalRandom.current();
        var trace = HexFormat.of().toHexDigits(random.nextLong(1, Long.MAX_VALUE))
                + HexFormat.of().toHexDigits(random.nextLong(1, Long.MAX_VALUE));
        var response = DemoStack.response(UUID.randomUUID(), stack.link(side), answers);
        var answer = Visitor.of(stack)
                .with("traceparent", "00-" + trace + "-" + CLIENT + "-01")
                .post("/api/survey/v1/responses", response.toString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return trace;
    }

    private static Traces.Span span(DemoStack stack, String trace, String service, String name) {
        var found = stack.traces().of(trace).stream()
                .filter(span -> span.service().equals(service) && span.name().equals(name))
                .toList();
        assertThat(found).as(service + " " + name).hasSize(1);
        return found.getFirst();
    }
}
