package org.huisheng.gateway.proxy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.List;
import org.huisheng.gateway.testing.GatewayTest;
import org.huisheng.gateway.testing.RawExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ProxyTest extends GatewayTest {

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

    @Test
    void a_tag_that_a_cache_has_weakened_is_asked_about_as_it_was_given() {
        given().header("If-None-Match", "W/\"a\", \"b\"")
                .get("/api/survey/v1/echo")
                .then()
                .body("headers.if-none-match", equalTo(List.of("\"a\", \"b\"")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/survey/v1/echo", "/api/kpi/v1/echo", "/odata/v4/echo"})
    void each_service_has_its_paths(String path) {
        given().body("{\"a\": 1}")
                .contentType("application/json")
                .header("Authorization", "Bearer x")
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
    void a_trace_goes_on_to_the_service_and_begins_here_where_there_is_none() {
        var trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        var known = given().header("traceparent", "00-" + trace + "-00f067aa0ba902b7-00")
                .header("tracestate", "vendor=1")
                .get("/api/survey/v1/echo")
                .jsonPath();
        var wrong = given().header("traceparent", "nonsense")
                .get("/api/survey/v1/echo")
                .jsonPath();

        assertThat(known.getList("headers.traceparent", String.class))
                .singleElement()
                .asString()
                .matches("00-" + trace + "-(?!00f067aa0ba902b7)[0-9a-f]{16}-00");
        assertThat(known.getString("headers.tracestate[0]")).isEqualTo("vendor=1");
        assertThat(wrong.getList("headers.traceparent", String.class))
                .singleElement()
                .asString()
                .matches("00-(?!" + trace + ")[0-9a-f]{32}-[0-9a-f]{16}-00");
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
