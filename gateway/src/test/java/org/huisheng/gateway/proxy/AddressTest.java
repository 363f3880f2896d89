package org.huisheng.gateway.proxy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.huisheng.gateway.testing.GatewayTest;
import org.huisheng.gateway.testing.RawExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AddressTest extends GatewayTest {

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
    @ValueSource(
            strings = {
                "/api/survey/%zz",
                "/%zz",
                "/api/survey/%2",
                "/%",
                "/s/%c3%28%",
                "/q/%zz",
                "/odata/v4/%u0041",
                "/s/a%00b"
            })
    void a_malformed_address_is_a_400_problem(String path) throws IOException {
        var answer = RawExchange.send(gateway, out -> RawExchange.text(out, """
                GET %s HTTP/1.1\r
                Host: x\r
                Accept-Language: en\r
                Connection: close\r
                \r
                """.formatted(path)));

        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .containsOnlyOnce("HTTP/1.1")
                .containsIgnoringCase("content-type: application/problem+json")
                .containsIgnoringCase("x-content-type-options: nosniff")
                .contains("urn:huisheng:problem:bad-address", "The address cannot be read");
    }

    @Test
    void an_address_is_at_most_8192_characters_long() {
        given().urlEncodingEnabled(false)
                .get("/api/survey/v1/echo?q=" + "a".repeat(3_900))
                .then()
                .statusCode(200);
        given().urlEncodingEnabled(false)
                .get("/api/survey/v1/echo?q=" + "a".repeat(8_192))
                .then()
                .statusCode(414)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:huisheng:problem:address-too-long"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/survey/v1/echo", "/api/auth/v1/users", "/console/", "/nowhere"})
    void header_fields_have_at_most_16_KiB_together(String path) {
        given().header("X-Half", "x".repeat(6_000))
                .get("/api/survey/v1/echo")
                .then()
                .statusCode(200);
        given().header("X-Half", "x".repeat(8_200))
                .header("X-Other-Half", "x".repeat(8_200))
                .get(path)
                .then()
                .statusCode(431)
                .contentType("application/problem+json")
                .header("X-Content-Type-Options", "nosniff")
                .body("type", equalTo("urn:huisheng:problem:head-too-large"));
    }

    @Test
    void the_body_of_a_request_to_a_malformed_address_is_not_taken_for_the_next_request() throws IOException {
        var answers = RawExchange.send(gateway, out -> RawExchange.text(out, """
                POST /%zz HTTP/1.1\r
                Host: x\r
                Content-Length: 24\r
                \r
                GET /secret HTTP/1.1\r
                \r
                GET /api/survey/v1/echo HTTP/1.1\r
                Host: x\r
                Connection: close\r
                \r
                """));

        assertThat(answers).startsWith("HTTP/1.1 400").contains("HTTP/1.1 200").doesNotContain("/secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-No: host", "Host: a b", "Host: x:99999999", "Host: x\r\nHost: y"})
    void a_request_that_names_no_host_or_two_is_refused_with_a_problem(String host) throws IOException {
        var answer = RawExchange.send(
                gateway,
                out -> RawExchange.text(
                        out,
                        "GET /api/survey/v1/links/secret HTTP/1.1\r\n" + host
                                + "\r\nAccept-Language: en\r\nConnection: close\r\n\r\n"));

        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .containsOnlyOnce("HTTP/1.1 400")
                .containsIgnoringCase("content-type: application/problem+json")
                .containsIgnoringCase("x-content-type-options: nosniff")
                .containsIgnoringCase("x-request-id: ")
                .contains("urn:huisheng:problem:bad-host", "No single host is named");
    }

    @Test
    void an_address_that_begins_with_no_slash_is_refused_with_a_problem() throws IOException {
        var answer = RawExchange.send(
                gateway,
                out -> RawExchange.text(
                        out,
                        "GET \\api\\auth HTTP/1.1\r\nHost: x\r\nAccept-Language: en\r\nConnection: close\r\n\r\n"));

        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .containsOnlyOnce("HTTP/1.1 400")
                .containsIgnoringCase("content-type: application/problem+json")
                .containsIgnoringCase("x-content-type-options: nosniff")
                .contains("urn:huisheng:problem:bad-address");
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
}
