package org.huisheng.gateway.edge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.huisheng.gateway.testing.GatewayTest;
import org.huisheng.gateway.testing.RawExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The gateway behind a proxy of ours on this machine, with limits small enough to be met. */
@QuarkusTest
@TestProfile(EdgeTest.BehindAProxy.class)
class EdgeTest extends GatewayTest {

    private static final Path LOG = Path.of("target/edge-test.log");
    private static final String SITE = "https://intranet.example.org";

    public static final class BehindAProxy implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.ofEntries(
                    Map.entry("huisheng.edge.trusted-proxies", "127.0.0.1,10.0.0.0/8"),
                    Map.entry("huisheng.edge.rate-limits", "true"),
                    Map.entry("huisheng.edge.per-address.per-second", "0.1"),
                    Map.entry("huisheng.edge.per-address.burst", "30"),
                    Map.entry("huisheng.edge.per-token.per-second", "0.1"),
                    Map.entry("huisheng.edge.per-token.burst", "20"),
                    Map.entry("huisheng.edge.per-link.per-second", "0.1"),
                    Map.entry("huisheng.edge.per-link.burst", "10"),
                    Map.entry("huisheng.edge.per-unasked.per-second", "0.1"),
                    Map.entry("huisheng.edge.per-unasked.burst", "8"),
                    Map.entry("huisheng.edge.per-sign-in.per-second", "0.1"),
                    Map.entry("huisheng.edge.per-sign-in.burst", "5"),
                    Map.entry("huisheng.edge.cors-origins", SITE),
                    Map.entry("huisheng.edge.access-log", "true"),
                    Map.entry("huisheng.gateway.body-timeout", "PT0.5S"),
                    Map.entry("quarkus.log.file.enabled", "true"),
                    Map.entry("quarkus.log.file.path", LOG.toString()));
        }
    }

    @Test
    void one_address_is_slowed_and_its_neighbours_are_not() {
        var busy = address();
        for (var i = 0; i < 30; i++) {
            from(busy).get("/api/kpi/v1/echo").then().statusCode(200);
        }

        from(busy)
                .get("/api/kpi/v1/echo")
                .then()
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", matchesPattern("[1-9]\\d*"))
                .body("type", equalTo("urn:huisheng:problem:too-many-requests"));
        from(address()).get("/api/kpi/v1/echo").then().statusCode(200);
        from(busy).get("/q/health/live").then().statusCode(200);
    }

    @Test
    void a_token_is_slowed_wherever_it_is_used() {
        var token = "Bearer token-" + address();
        for (var i = 0; i < 20; i++) {
            from(address())
                    .header("Authorization", token)
                    .get("/api/kpi/v1/echo")
                    .then()
                    .statusCode(200);
        }

        from(address())
                .header("Authorization", token)
                .get("/api/kpi/v1/echo")
                .then()
                .statusCode(429);
    }

    @Test
    void a_link_is_slowed_whoever_asks() {
        var link = "/api/survey/v1/links/" + address() + "/echo";
        for (var i = 0; i < 10; i++) {
            from(address()).get(link).then().statusCode(200);
        }

        from(address()).get(link).then().statusCode(429);
    }

    @Test
    void what_anybody_may_write_is_taken_at_another_rate() {
        var busy = address();
        for (var i = 0; i < 8; i++) {
            from(busy).post("/api/kpi/v1/suggestions/echo").then().statusCode(201);
        }

        from(busy).post("/api/kpi/v1/suggestions/echo").then().statusCode(429);
        from(busy).get("/api/kpi/v1/echo").then().statusCode(200);
        from(address()).post("/api/kpi/v1/suggestions/echo").then().statusCode(201);
    }

    @Test
    void links_asked_for_by_a_receipt_are_slowed_by_the_address_and_not_all_together() {
        var busy = address();
        for (var i = 0; i < 8; i++) {
            from(busy).post("/api/kpi/v1/receipt-confirmations").then().statusCode(not(429));
        }

        from(busy).post("/api/kpi/v1/receipt-confirmations").then().statusCode(429);
        from(address()).post("/api/kpi/v1/receipt-confirmations").then().statusCode(not(429));
    }

    @Test
    void passwords_are_asked_for_at_another_rate() {
        var busy = address();
        for (var i = 0; i < 5; i++) {
            signIn(busy).then().statusCode(401);
        }

        signIn(busy).then().statusCode(429).body("type", equalTo("urn:huisheng:problem:too-many-requests"));
        signIn(address()).then().statusCode(401);
    }

    @Test
    void the_last_address_that_is_no_proxy_of_ours_is_the_caller() {
        var caller = address();

        given().header("X-Forwarded-For", "6.6.6.6, " + caller + ", 10.1.2.3")
                .get("/api/kpi/v1/echo")
                .then()
                .body("headers.x-forwarded-for", equalTo(List.of(caller)));
        given().header("X-Forwarded-For", "6.6.6.6, nonsense")
                .get("/api/kpi/v1/echo")
                .then()
                .body("headers.x-forwarded-for", equalTo(List.of("127.0.0.1")));
    }

    @Test
    void what_our_proxy_says_of_the_caller_s_connection_goes_on() {
        given().header("X-Forwarded-For", address())
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "echo.example.org")
                .get("/api/kpi/v1/echo")
                .then()
                .header("Strict-Transport-Security", containsString("max-age="))
                .body("headers.x-forwarded-proto", equalTo(List.of("https")))
                .body("headers.x-forwarded-host", equalTo(List.of("echo.example.org")));
    }

    @Test
    void over_https_the_cookie_is_for_https_only() {
        var answer = from(address())
                .header("X-Forwarded-Proto", "https")
                .contentType("application/json")
                .body(Map.of("username", "li", "password", "other words"))
                .post("/api/auth/v1/sessions");

        assertThat(answer.header("Set-Cookie")).endsWith("; Secure");
    }

    @Test
    void pages_of_a_listed_site_may_call_and_those_of_others_may_not() {
        from(address())
                .header("Origin", SITE)
                .header("Access-Control-Request-Method", "PUT")
                .options("/api/kpi/v1/echo")
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Origin", SITE)
                .header("Access-Control-Allow-Methods", containsString("PUT"))
                .header("Access-Control-Allow-Credentials", nullValue());
        from(address())
                .header("Origin", SITE)
                .get("/api/kpi/v1/echo")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", SITE)
                .header("Vary", containsString("Origin"));
        from(address())
                .header("Origin", "https://evil.example.org")
                .get("/api/kpi/v1/echo")
                .then()
                .header("Access-Control-Allow-Origin", nullValue());
    }

    @Test
    void the_access_log_has_neither_tokens_nor_addresses_nor_queries() throws IOException {
        var secret = "secret" + ThreadLocalRandom.current().nextLong(Long.MAX_VALUE);
        var caller = address();

        from(caller)
                .header("X-Request-Id", "logged-1")
                .header("Authorization", "Bearer " + secret)
                .get("/api/survey/v1/links/" + secret + "/echo?name=" + secret)
                .then()
                .statusCode(200);

        await().untilAsserted(() -> assertThat(lines())
                .anyMatch(line -> line.contains("logged-1") && line.contains("GET /api/survey/v1/links/*/echo 200")));
        assertThat(lines()).noneMatch(line -> line.contains(secret) || line.contains(caller));
    }

    @Test
    void metrics_are_for_this_machine_and_not_for_callers_from_elsewhere() {
        given().get("/q/metrics").then().statusCode(200).body(containsString("jvm_memory"));
        for (var path : List.of("/q/metrics", "/q/metrics/", "/q/%6detrics", "/q//metrics", "/q/x/../metrics")) {
            from(address())
                    .urlEncodingEnabled(false)
                    .get(path)
                    .then()
                    .statusCode(404)
                    .contentType("application/problem+json")
                    .body(not(containsString("jvm_memory")));
        }
        from("127.0.0.1").get("/q/metrics").then().statusCode(200);
        from(address()).get("/q/health/live").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 100", "Content-Length: 100000", "Transfer-Encoding: chunked"})
    void a_body_that_does_not_come_is_not_waited_for(String announced) throws IOException {
        var started = System.nanoTime();

        var answer = RawExchange.send(gateway, out -> {
            RawExchange.text(
                    out,
                    "POST /api/survey/v1/echo HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: " + address() + "\r\n" + announced
                            + "\r\n\r\n");
        });

        assertThat(System.nanoTime() - started).isLessThan(9_000_000_000L);
        assertThat(answer).matches(text -> text.isEmpty() || text.startsWith("HTTP/1.1 408"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 100", "Transfer-Encoding: chunked"})
    void nor_is_one_to_the_gateway_itself(String announced) throws IOException {
        for (var path : List.of("/api/auth/v1/tokens", "/api/auth/v1/sessions")) {
            var answer = RawExchange.send(gateway, out -> {
                RawExchange.text(
                        out,
                        "POST " + path
                                + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nAccept-Language: en\r\n"
                                + "X-Forwarded-For: " + address() + "\r\n" + announced + "\r\n\r\n");
            });

            assertThat(answer)
                    .startsWith("HTTP/1.1 408")
                    .containsOnlyOnce("HTTP/1.1")
                    .contains("urn:huisheng:problem:body-too-slow");
        }
    }

    @Test
    void a_body_of_unannounced_length_to_the_gateway_itself_has_at_most_64_KiB() throws IOException {
        var answer = RawExchange.send(gateway, out -> {
            RawExchange.text(
                    out,
                    "POST /api/auth/v1/tokens HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                            + "Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n");
            for (var i = 0; i < 5; i++) {
                RawExchange.text(out, "4000\r\n" + " ".repeat(0x4000) + "\r\n");
            }
            RawExchange.text(out, "0\r\n\r\n");
        });

        assertThat(answer).startsWith("HTTP/1.1 413").contains("urn:huisheng:problem:too-large");
    }

    private static RequestSpecification from(String address) {
        return given().header("X-Forwarded-For", address);
    }

    private static io.restassured.response.Response signIn(String address) {
        return from(address)
                .contentType("application/json")
                .body(Map.of("username", "nobody-" + address, "password", "x"))
                .post("/api/auth/v1/tokens");
    }

    /** One nobody else in this run has. */
    private static String address() {
        var random = ThreadLocalRandom.current();
        return "203." + random.nextInt(256) + "." + random.nextInt(256) + "." + random.nextInt(256);
    }

    private static List<String> lines() throws IOException {
        return Files.exists(LOG) ? Files.readAllLines(LOG) : List.of();
    }
}
