package org.huisheng.gateway.proxy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.UUID;
import org.huisheng.gateway.testing.RawExchange;
import org.huisheng.gateway.testing.ServiceStandIns;
import org.huisheng.localstack.testing.RealPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(ServiceStandIns.class)
class ProxyTest {

    @TestHTTPResource
    URI gateway;

    @Test
    void a_request_goes_through_as_it_came_and_so_does_its_answer() {
        given().header("X-Own", "kept")
                .header("Authorization", "Bearer untouched")
                .queryParam("q", "满意")
                .when()
                .get("/api/survey/v1/echo")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("method", equalTo("GET"))
                .body("uri", equalTo("/api/survey/v1/echo?q=%E6%BB%A1%E6%84%8F"))
                .body("headers.x-own[0]", equalTo("kept"))
                .body("headers.authorization[0]", equalTo("Bearer untouched"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/survey/v1/echo", "/api/kpi/v1/echo", "/odata/v4/echo"})
    void each_service_has_its_paths(String path) {
        given().body("{\"a\": 1}")
                .contentType("application/json")
                .when()
                .post(path)
                .then()
                .statusCode(201)
                .body("uri", equalTo(path))
                .body("body", equalTo("{\"a\": 1}"))
                .body("headers.content-length[0]", equalTo("8"))
                .body("headers.transfer-encoding", nullValue());
    }

    @Test
    void bodies_stream_in_both_directions() {
        given().body(new byte[1_000_000])
                .post("/api/survey/v1/echo")
                .then()
                .statusCode(201)
                .body("length", equalTo(1_000_000));
        assertThat(given().get("/api/survey/v1/bytes?n=3000000").asByteArray()).hasSize(3_000_000);
        assertThat(given().get("/api/survey/v1/stream").asString())
                .startsWith("line 0\n")
                .endsWith("line 99\n");
    }

    @Test
    void answers_without_a_body_have_none() {
        given().get("/api/survey/v1/nothing").then().statusCode(204);
        given().get("/api/survey/v1/unchanged").then().statusCode(304).header("ETag", "\"7\"");
        given().head("/api/survey/v1/bytes?n=10").then().statusCode(200).header("Content-Length", "10");
    }

    @Test
    void what_clients_claim_about_themselves_is_replaced() {
        given().header("X-Forwarded-For", "6.6.6.6")
                .header("X-Real-IP", "6.6.6.6")
                .header("Forwarded", "for=6.6.6.6")
                .header("X-Forwarded-Host", "evil.example")
                .get("/api/survey/v1/echo")
                .then()
                .body("headers.x-forwarded-for", equalTo(List.of("127.0.0.1")))
                .body("headers.x-forwarded-host", equalTo(List.of(gateway.getAuthority())))
                .body("headers.x-forwarded-proto", equalTo(List.of("http")))
                .body("headers.host", equalTo(List.of(gateway.getAuthority())))
                .body("headers.forwarded", nullValue())
                .body("headers.x-real-ip", nullValue());
    }

    @Test
    void headers_about_one_connection_stay_there() throws IOException {
        var answer = RawExchange.send(gateway, out -> RawExchange.text(out, """
                GET /api/survey/v1/echo HTTP/1.1\r
                Host: x\r
                Connection: keep-alive, X-Hop\r
                X-Hop: 1\r
                TE: trailers\r
                Upgrade: websocket\r
                \r
                GET /nowhere HTTP/1.1\r
                Host: x\r
                Connection: close\r
                \r
                """));

        assertThat(answer).startsWith("HTTP/1.1 200").doesNotContain("x-hop", "\"te\"", "upgrade");
        given().get("/api/survey/v1/private")
                .then()
                .header("X-Private", nullValue())
                .header("Keep-Alive", nullValue())
                .header("X-Request-Id", not(equalTo("the service's")))
                .header("Content-Security-Policy", "default-src 'self'");
    }

    @Test
    void a_request_id_is_passed_on_or_made_and_echoed() {
        given().header("X-Request-Id", "abc-1")
                .get("/api/survey/v1/echo")
                .then()
                .header("X-Request-Id", "abc-1")
                .body("headers.x-request-id", equalTo(List.of("abc-1")));
        given().header("X-Request-Id", "not harmless!")
                .get("/api/survey/v1/echo")
                .then()
                .header("X-Request-Id", matchesPattern("[0-9a-f-]{36}"));
    }

    @Test
    void a_body_announced_too_large_is_refused_unread() {
        given().body(new byte[(1 << 20) + 1])
                .post("/api/survey/v1/echo")
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:huisheng:problem:too-large"));
    }

    @Test
    void batches_may_be_larger() {
        given().body(new byte[2 << 20])
                .post("/api/survey/v1/responses/batch")
                .then()
                .statusCode(201)
                .body("length", equalTo(2 << 20));
    }

    @Test
    void a_body_that_turns_out_too_large_is_refused_and_the_connection_stays_usable() throws IOException {
        var answers = RawExchange.send(gateway, out -> {
            RawExchange.text(out, "POST /api/survey/v1/echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");
            var chunk = new byte[0x10000];
            for (var i = 0; i < 20; i++) {
                RawExchange.text(out, "10000\r\n");
                out.write(chunk);
                RawExchange.text(out, "\r\n");
            }
            RawExchange.text(out, "0\r\n\r\n");
            RawExchange.text(out, "GET /api/survey/v1/echo HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        });

        assertThat(answers)
                .startsWith("HTTP/1.1 413")
                .contains("application/problem+json", "urn:huisheng:problem:too-large")
                .contains("HTTP/1.1 200");
    }

    @Test
    void a_chunked_body_within_the_limit_goes_through() throws Exception {
        var client = HttpClient.newHttpClient();
        var body = HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[300_000]));

        var answer = client.send(
                HttpRequest.newBuilder(gateway.resolve("/api/survey/v1/echo"))
                        .version(HttpClient.Version.HTTP_1_1)
                        .POST(body)
                        .build(),
                BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).contains("\"length\":300000", "\"transfer-encoding\":[\"chunked\"]");
    }

    @Test
    void who_asks_first_is_told_to_go_on() throws IOException {
        var answer = RawExchange.send(gateway, out -> RawExchange.text(out, """
                POST /api/survey/v1/echo HTTP/1.1\r
                Host: x\r
                Connection: close\r
                Expect: 100-continue\r
                Content-Length: 2\r
                \r
                ok"""));

        assertThat(answer).startsWith("HTTP/1.1 100").contains("HTTP/1.1 201", "\"body\":\"ok\"");
    }

    @Test
    void a_service_that_is_down_is_a_503_that_says_when_to_come_back() {
        given().header("Accept-Language", "en")
                .body("{}")
                .post("/api/feedback/v1/cases")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", matchesPattern("\\d+"))
                .header("Content-Language", "en")
                .body("type", equalTo("urn:huisheng:problem:service-down"))
                .body("title", equalTo("Temporarily unavailable"))
                .body("status", equalTo(503))
                .body("instance", equalTo("/api/feedback/v1/cases"));
    }

    @Test
    void problems_are_in_chinese_unless_asked_otherwise() {
        given().get("/api/feedback/v1/cases")
                .then()
                .statusCode(503)
                .header("Content-Language", "zh-CN")
                .body("title", equalTo("服务暂不可用"));
    }

    @Test
    void a_slow_service_is_a_504() {
        given().get("/api/survey/v1/slow")
                .then()
                .statusCode(504)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:huisheng:problem:service-slow"));
    }

    @Test
    void a_read_is_repeated_once_when_the_connection_ends_without_an_answer() {
        given().get("/api/survey/v1/drop-once?id=" + UUID.randomUUID())
                .then()
                .statusCode(200)
                .body(equalTo("second"));
        given().get("/api/survey/v1/drop").then().statusCode(503);
    }

    @Test
    void a_write_is_never_repeated_once_it_was_sent() {
        var id = UUID.randomUUID();
        given().body("{}")
                .post("/api/survey/v1/drop-once?id=" + id)
                .then()
                .statusCode(503)
                .body("type", equalTo("urn:huisheng:problem:answer-lost"));
        // The stand-in has seen it exactly once: only now comes the second.
        given().body("{}").post("/api/survey/v1/drop-once?id=" + id).then().statusCode(200);
    }

    @Test
    void half_an_answer_does_not_look_whole() {
        assertThatThrownBy(() -> HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(gateway.resolve("/api/survey/v1/half"))
                                        .build(),
                                BodyHandlers.ofString()))
                .isInstanceOf(IOException.class);
    }

    @Test
    void dot_segments_lead_nowhere() throws IOException {
        var answer = RawExchange.send(gateway, out -> RawExchange.text(out, """
                GET /api/survey/../../q/ready HTTP/1.1\r
                Host: x\r
                Connection: close\r
                \r
                """));
        var encoded = RawExchange.send(gateway, out -> RawExchange.text(out, """
                GET /api/survey/v1/%2e%2e/echo?a=1 HTTP/1.1\r
                Host: x\r
                Connection: close\r
                \r
                """));

        assertThat(answer).startsWith("HTTP/1.1 404");
        assertThat(encoded).contains("\"uri\":\"/api/survey/echo?a=1\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/survey/%zz", "/%zz", "/api/survey/%2"})
    void a_malformed_address_is_a_400(String path) throws IOException {
        var answer = RawExchange.send(gateway, out -> RawExchange.text(out, """
                GET %s HTTP/1.1\r
                Host: x\r
                Connection: close\r
                \r
                """.formatted(path)));

        assertThat(answer).startsWith("HTTP/1.1 400");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nowhere", "/api/unknown/v1/x", "/api/survey", "/q/nowhere", "/odatax", "/api/auth/v1/x"})
    void an_unknown_address_is_a_404_problem(String path) {
        given().header("Accept", "text/html, */*")
                .get(path)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("status", equalTo(404));
    }

    @Test
    void every_answer_tells_browsers_to_be_careful() {
        for (var path : new String[] {"/api/survey/v1/echo", "/nowhere", "/q/health/live", "/.well-known/jwks.json"}) {
            given().header("Origin", "http://elsewhere.example")
                    .get(path)
                    .then()
                    .header("X-Content-Type-Options", "nosniff")
                    .header("X-Frame-Options", "DENY")
                    .header("Referrer-Policy", "no-referrer")
                    .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                    .header("Access-Control-Allow-Origin", nullValue());
        }
    }
}
