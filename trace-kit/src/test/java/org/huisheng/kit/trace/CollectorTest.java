package org.huisheng.kit.trace;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.vertx.core.json.JsonObject;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

class CollectorTest {

    private static final Traceparent PLACE =
            new Traceparent("4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7", true);
    private static final Span SPAN = new Span(
            "POST /api/survey/v1/responses",
            Span.Kind.SERVER,
            PLACE,
            "00f067aa0ba90200",
            Instant.parse("2026-11-26T08:00:00.000000007Z"),
            Duration.ofMillis(12),
            503,
            true);

    @Test
    void spans_are_told_as_otlp_in_json() {
        var told = new Collector("http://127.0.0.1:4318/", "kpi-service").body(List.of(SPAN));

        // As the example of the OTLP specification has it: hexadecimal ids, 64 bit numbers as texts.
        assertThat(told).isEqualTo(new JsonObject("""
                {"resourceSpans": [{
                  "resource": {"attributes": [{"key": "service.name", "value": {"stringValue": "kpi-service"}}]},
                  "scopeSpans": [{"scope": {"name": "org.huisheng"}, "spans": [{
                    "traceId": "4bf92f3577b34da6a3ce929d0e0e4736", "spanId": "00f067aa0ba902b7",
                    "parentSpanId": "00f067aa0ba90200", "name": "POST /api/survey/v1/responses", "kind": 2,
                    "startTimeUnixNano": "1795680000000000007", "endTimeUnixNano": "1795680000012000007",
                    "attributes": [{"key": "http.response.status_code", "value": {"intValue": "503"}}],
                    "status": {"code": 2}}]}]}]}
                """));
    }

    @Test
    void a_collector_that_is_away_costs_nothing_but_spans() throws Exception {
        var bodies = new ConcurrentLinkedQueue<String>();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/traces", exchange -> {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            exchange.sendResponseHeaders(bodies.size() == 1 ? 503 : 200, -1);
            exchange.close();
        });
        server.start();
        var port = server.getAddress().getPort();
        var collector = new Collector("http://127.0.0.1:" + port, "kpi-service");

        collector.tell(List.of(SPAN));
        collector.tell(List.of(SPAN, SPAN));
        server.stop(0);
        collector.tell(List.of(SPAN));

        assertThat(bodies).hasSize(2);
        assertThat(bodies).allSatisfy(body -> assertThat(body).contains(PLACE.traceId()));
    }
}
