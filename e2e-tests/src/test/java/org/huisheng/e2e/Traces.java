package org.huisheng.e2e;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.huisheng.demo.Api;

/** Whoever collects the stack's spans, for as long as the tests run. */
final class Traces {

    private static final int KEPT = 100_000;

    /** @param parent empty where the trace began with it */
    record Span(String trace, String id, String parent, String service, String name) {}

    private final Queue<Span> spans = new ConcurrentLinkedQueue<>();
    private final String address;

    Traces() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/traces", exchange -> {
            var told = Api.JSON.readTree(exchange.getRequestBody()).at("/resourceSpans/0");
            var service = told.at("/resource/attributes/0/value/stringValue").asText();
            told.at("/scopeSpans/0/spans")
                    .forEach(span -> keep(new Span(
                            span.path("traceId").asText(),
                            span.path("spanId").asText(),
                            span.path("parentSpanId").asText(),
                            service,
                            span.path("name").asText())));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        address = "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void keep(Span span) {
        if (spans.size() < KEPT) {
            spans.add(span);
        }
    }

    String address() {
        return address;
    }

    List<Span> of(String trace) {
        return spans.stream().filter(span -> span.trace().equals(trace)).toList();
    }
}
