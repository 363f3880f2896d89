package org.huisheng.kpi.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Whoever collects spans: what OTLP brings, kept. */
public final class CollectedSpans implements QuarkusTestResourceLifecycleManager {

    private static final Queue<JsonNode> SPANS = new ConcurrentLinkedQueue<>();

    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/v1/traces", exchange -> {
            new ObjectMapper()
                    .readTree(exchange.getRequestBody())
                    .at("/resourceSpans/0/scopeSpans/0/spans")
                    .forEach(SPANS::add);
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        return Map.of(
                "huisheng.tracing.endpoint",
                "http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    public static List<JsonNode> of(String trace) {
        return SPANS.stream()
                .filter(span -> span.path("traceId").asText().equals(trace))
                .toList();
    }
}
