package org.huisheng.gateway.proxy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.huisheng.gateway.testing.GatewayTest;
import org.huisheng.gateway.testing.RawExchange;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BodiesTest extends GatewayTest {

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
    void a_body_announced_too_large_is_refused_unread() {
        given().body(new byte[(1 << 20) + 1])
                .post("/api/survey/v1/echo")
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:huisheng:problem:too-large"));
    }

    @Test
    void files_may_be_larger_and_only_where_there_are_any() {
        given().body(new byte[3 << 20])
                .post("/api/survey/v1/things/7/attachments")
                .then()
                .statusCode(201)
                .body("length", equalTo(3 << 20));
        given().body(new byte[3 << 20]).post("/api/survey/v1/echo").then().statusCode(413);
        given().body(new byte[22 << 20])
                .post("/api/survey/v1/things/7/attachments")
                .then()
                .statusCode(413);
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
}
