package org.huisheng.gateway.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What stands behind the gateway in its tests: a service that does what the last step of the path says; feedback is down. */
public final class ServiceStandIns implements QuarkusTestResourceLifecycleManager {

    public static final String OFFICE_PASSWORD = "correct horse battery";
    public static final String BI_KEY = "bi-key-0123456789abcdefghij";

    private static final long LONGER_THAN_AN_ANSWER = 1_500;

    private final Vertx vertx = Vertx.vertx();
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final Set<String> gone = ConcurrentHashMap.newKeySet();
    private final Map<String, Runnable> next = new ConcurrentHashMap<>();

    @Override
    public Map<String, String> start() {
        try {
            var server = vertx.createHttpServer()
                    .requestHandler(this::answer)
                    .listen(0, "127.0.0.1")
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
            var users = Files.createTempFile("users", ".json");
            Files.writeString(users, """
                    [{"username": "office", "password": "%s", "roles": ["OFFICE", "ADMIN"], "department": null},
                     {"username": "li", "password": "other words", "roles": ["LIAISON"], "department": "DIST"}]
                    """.formatted(OFFICE_PASSWORD));
            var biKey = Files.createTempFile("bi", ".key");
            Files.writeString(biKey, BI_KEY + "\n");
            var up = "http://127.0.0.1:" + server.actualPort();
            var config = new HashMap<String, String>();
            config.put("huisheng.gateway.survey-url", up);
            config.put("huisheng.gateway.kpi-url", up);
            config.put("huisheng.gateway.feedback-url", "http://127.0.0.1:" + portNobodyListensOn());
            config.put("huisheng.gateway.answer-timeout", "PT1S");
            // All tests come from one address.
            config.put("huisheng.edge.rate-limits", "false");
            config.put("huisheng.identity.bootstrap-users", users.toString());
            config.put("huisheng.analyst.key-file", biKey.toString());
            return config;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private static int portNobodyListensOn() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void answer(HttpServerRequest request) {
        var path = request.path();
        switch (path.substring(path.lastIndexOf('/') + 1)) {
            case "slow" -> {}
            case "drop" -> request.connection().close();
            case "drop-once" -> {
                if (seen.add(request.getParam("id"))) {
                    request.connection().close();
                } else {
                    request.response().end("second");
                }
            }
            case "half" ->
                request.response()
                        .putHeader("Content-Length", request.getParam("n"))
                        .write("only this")
                        .onComplete(_ ->
                                vertx.setTimer(50, _ -> request.connection().close()));
            case "stream" -> {
                request.response().setChunked(true);
                for (var i = 0; i < 100; i++) {
                    request.response().write("line " + i + "\n");
                }
                request.response().end();
            }
            case "live" -> live(request);
            case "live-next" -> {
                var write = next.get(request.getParam("id"));
                vertx.setTimer(LONGER_THAN_AN_ANSWER, _ -> write.run());
                request.response().end();
            }
            case "live-gone" -> request.response().end(String.valueOf(gone.contains(request.getParam("id"))));
            case "bytes" ->
                request.response()
                        .putHeader("Content-Length", request.getParam("n"))
                        .end(Buffer.buffer(new byte[Integer.parseInt(request.getParam("n"))]));
            case "nothing" -> request.response().setStatusCode(204).end();
            case "unchanged" ->
                request.response().setStatusCode(304).putHeader("ETag", "\"7\"").end();
            case "private" ->
                request.response()
                        .putHeader("Connection", "X-Private")
                        .putHeader("X-Private", "1")
                        .putHeader("Keep-Alive", "timeout=5")
                        .putHeader("X-Request-Id", "the service's")
                        .putHeader("Content-Security-Policy", "default-src 'self'")
                        .end("x");
            case "openapi" -> request.response().end(document());
            case "ready" -> request.response().end("{}");
            default -> echo(request);
        }
    }

    /** An event at once, and one later than an answer may take when somebody asks for the next; it never ends by itself. */
    private void live(HttpServerRequest request) {
        var response = request.response().setChunked(true).putHeader("Content-Type", "text/event-stream");
        var number = new AtomicInteger();
        Runnable write = () -> response.write("data: " + number.getAndIncrement() + "\n\n");
        next.put(request.getParam("id"), write);
        write.run();
        response.closeHandler(_ -> gone.add(request.getParam("id")));
    }

    private static void echo(HttpServerRequest request) {
        var headers = new JsonObject();
        request.headers()
                .names()
                .forEach(name -> headers.put(
                        name.toLowerCase(Locale.ROOT),
                        new JsonArray(request.headers().getAll(name))));
        request.body()
                .onSuccess(body -> request.response()
                        .setStatusCode(request.method().name().equals("POST") ? 201 : 200)
                        .putHeader("Content-Type", "application/json")
                        .end(new JsonObject()
                                .put("method", request.method().name())
                                .put("uri", request.uri())
                                .put("headers", headers)
                                .put("length", body.length())
                                .put("body", body.length() < 1000 ? body.toString() : "long")
                                .encode()));
    }

    private static String document() {
        return """
                {"openapi": "3.1.0", "info": {"title": "x", "version": "1"},
                 "tags": [{"name": "thing"}],
                 "paths": {"/api/survey/v1/things": {"get": {"operationId": "all", "tags": ["thing"],
                   "security": [{"SecurityScheme": []}],
                   "responses": {"200": {"description": "ok", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}}}}}}},
                 "components": {"schemas": {"Thing": {"type": "object"}},
                   "securitySchemes": {"SecurityScheme": {"type": "http", "scheme": "bearer"}}}}
                """;
    }
}
