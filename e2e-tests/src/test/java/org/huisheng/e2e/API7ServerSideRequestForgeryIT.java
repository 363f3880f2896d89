package org.huisheng.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huisheng.e2e.Visitor.json;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** OWASP API7:2023. Nothing a caller writes makes a service call an address. */
class API7ServerSideRequestForgeryIT {

    @Test
    void addresses_in_questionnaires_headers_and_request_lines_are_not_called() throws Exception {
        var stack = DemoStack.running();
        var calls = new AtomicInteger();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            calls.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        try {
            var trap = "http://127.0.0.1:" + server.getAddress().getPort() + "/trap";
            var office = Visitor.as(stack, "office");
            var checked = json(office.post("/api/survey/v1/definitions/check", """
                    {"definition": {"elements": [{"type": "dropdown", "name": "a", "choicesByUrl": {"url": "%s"}},
                      {"type": "image", "name": "b", "imageLink": "%s"}]}}
                    """.formatted(trap, trap)));
            assertThat(checked.path("supported").asBoolean(true)).isFalse();
            for (var header : List.of("X-Forwarded-Host", "Forwarded", "X-Original-URL", "X-Rewrite-URL")) {
                office.with(header, trap).get("/api/survey/v1/campaigns");
            }
            assertThat(raw(stack.gateway(), "GET " + trap + " HTTP/1.1\r\nHost: 127.0.0.1\r\n"))
                    .startsWith("HTTP/1.1 404");

            assertThat(calls).hasValue(0);
            assertThat(HttpClient.newHttpClient()
                            .send(HttpRequest.newBuilder(URI.create(trap)).build(), BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(200);
            assertThat(calls).hasValue(1);
        } finally {
            server.stop(0);
        }
    }

    private static String raw(String gateway, String head) throws Exception {
        var address = URI.create(gateway);
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write((head + "Connection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
