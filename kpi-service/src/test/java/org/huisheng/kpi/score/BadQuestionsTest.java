package org.huisheng.kpi.score;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.huisheng.kit.testing.TestTokens;
import org.huisheng.kpi.testing.Office;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class BadQuestionsTest extends AnsweredDepartment {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/scores", "/v1/scores?period=", "/v1/scores?period=2026-Q5", "/v1/scores?period=2026-13",
                "/v1/scores?period=2026&level=galaxy", "/v1/rates", "/v1/rates?period=x", "/v1/scores/DIST/notaperiod",
                "/v1/departments?cursor=%21%21", "/v1/contracts?cursor=QUJD"
            })
    void what_cannot_be_read_is_a_400(String path) {
        given().urlEncodingEnabled(false)
                .spec(Office.as("OFFICE"))
                .get(path)
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/contracts?year=abc, year",
        "/v1/contracts?limit=abc, limit",
        "/v1/contracts?limit=0, limit",
        "/v1/departments?limit=-1, limit",
        "/v1/briefings?status=foo, status",
        "/v1/contracts/0199b4a0-7c1e-7d3a-9a52-2f6d1c0b9e02/comparison?with=zz, with"
    })
    void a_parameter_that_cannot_be_read_is_named(String path, String name) {
        Office.as("OFFICE")
                .header("Accept-Language", "en")
                .get(path)
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:huisheng:problem:bad-query"), "detail", containsString(name));
    }

    @Test
    void a_bad_cursor_is_a_400() {
        for (var cursor : List.of("x", "QUJD", "MDE5OWI0YTAtN2MxZS03ZDNhLTlhNTItMmY2ZDFjMGI5ZTAyLjA")) {
            Office.as("OFFICE")
                    .queryParam("cursor", cursor)
                    .get("/v1/scores/{department}/2026/service/lineage", department)
                    .then()
                    .statusCode(400)
                    .body("type", equalTo("urn:huisheng:problem:bad-cursor"));
        }
    }

    /** Not by REST Assured, which sends a media type always. */
    @Test
    void a_request_without_a_body_is_told_what_it_lacks() throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(
                    HttpRequest.newBuilder(
                                    URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/api/kpi/v1/briefings"))
                            .header("Authorization", TestTokens.bearer("office", null, "OFFICE"))
                            .POST(BodyPublishers.noBody())
                            .build(),
                    BodyHandlers.ofString());

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(answer.body()).contains("urn:huisheng:problem:malformed", "\"/period\"");
        }
    }

    @Test
    void what_is_not_there_is_a_404() {
        for (var path : List.of(
                "/v1/scores?period=2026&department=NOWHERE",
                "/v1/scores?period=2026&department=%27%3B--",
                "/v1/rates?period=2026&department=NOWHERE",
                "/v1/scores/NOWHERE/2026",
                "/v1/scores/" + department + "/2025",
                "/v1/scores/" + department + "/2026/nothing/lineage",
                "/v1/departments/NOWHERE",
                "/v1/contracts/0199b4a0-7c1e-7d3a-9a52-2f6d1c0b9e02",
                "/v1/contracts/not-a-uuid")) {
            Office.as("OFFICE")
                    .urlEncodingEnabled(false)
                    .get(path)
                    .then()
                    .statusCode(404)
                    .contentType("application/problem+json");
        }
    }
}
