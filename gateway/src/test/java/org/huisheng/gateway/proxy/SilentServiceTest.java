package org.huisheng.gateway.proxy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import org.huisheng.gateway.testing.GatewayTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SilentServiceTest extends GatewayTest {

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
    void a_service_that_stays_down_is_soon_not_asked_any_more() {
        for (var i = 0; i < 25; i++) {
            given().body("{}").post("/api/feedback/v1/cases").then().statusCode(503);
        }

        given().body("{}")
                .post("/api/feedback/v1/cases")
                .then()
                .statusCode(503)
                .header("Retry-After", matchesPattern("\\d+"))
                .body("type", equalTo("urn:huisheng:problem:service-down"));
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
    void half_a_large_answer_does_not_look_whole() {
        assertThatThrownBy(() -> HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(gateway.resolve("/api/survey/v1/half?n=1000000"))
                                        .build(),
                                BodyHandlers.ofString()))
                .isInstanceOf(IOException.class);
    }

    @Test
    void half_a_small_answer_is_none() {
        given().body("{}")
                .post("/api/survey/v1/half?n=1000")
                .then()
                .statusCode(503)
                .body("type", equalTo("urn:huisheng:problem:answer-lost"));
    }
}
