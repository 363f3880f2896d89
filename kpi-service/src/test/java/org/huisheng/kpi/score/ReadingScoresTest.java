package org.huisheng.kpi.score;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.huisheng.events.Side;
import org.huisheng.kit.testing.TestTokens;
import org.huisheng.kpi.observation.RecordObservations;
import org.huisheng.kpi.testing.EventFixture;
import org.huisheng.kpi.testing.Office;
import org.huisheng.localstack.testing.RealKafka;
import org.huisheng.localstack.testing.RealPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(RealKafka.class)
@QuarkusTestResource(TestTokens.class)
class ReadingScoresTest {

    @Inject
    RecordObservations recordObservations;

    private String department;

    @BeforeEach
    void prepare() {
        department = Office.establishDepartment();
        Office.concludeContract(department);
        answered(10, 4);
    }

    @Test
    void the_sheet_has_exactly_the_fields_of_the_contract_with_its_readers() {
        Office.as("ANALYST")
                .queryParam("period", "2026-11")
                .queryParam("department", department)
                .get("/v1/scores")
                .then()
                .statusCode(200)
                .body("keySet()", equalTo(java.util.Set.of("asOf", "period", "sealed", "rows")))
                .body("period", equalTo("2026-11"))
                .body("sealed", equalTo(false))
                .body("asOf", matchesPattern("2\\d{3}-\\d\\d-\\d\\dT.*Z"))
                .body("rows", hasSize(5))
                .body(
                        "rows[0].keySet()",
                        equalTo(java.util.Set.of(
                                "department",
                                "departmentName",
                                "level",
                                "code",
                                "name",
                                "weight",
                                "value",
                                "n",
                                "base",
                                "target",
                                "stretch",
                                "score",
                                "band",
                                "state")))
                .body("rows.level", equalTo(List.of("contract", "dimension", "indicator", "dimension", "indicator")));
    }

    @Test
    void one_level_can_be_asked_for() {
        Office.as("LEADER")
                .queryParam("period", "2026")
                .queryParam("department", department)
                .queryParam("level", "dimension")
                .get("/v1/scores")
                .then()
                .body("rows.code", equalTo(List.of("MANAGEMENT", "MECHANISM")))
                .body("rows[1].state", equalTo("NO_DATA"))
                .body("rows[1].score", nullValue());
    }

    @Test
    void the_tree_spells_out_the_arithmetic() {
        Office.as("LIAISON", department)
                .get("/v1/scores/{department}/2026-11", department)
                .then()
                .statusCode(200)
                .body("arithmetic", equalTo("50 = 50"))
                .body("dimensions[0].effectiveWeight", equalTo(100))
                .body("dimensions[0].indicators[0].arithmetic", equalTo("750 ÷ 10 = 75"))
                .body("dimensions[0].indicators[0].scoreArithmetic", startsWith("(75 − 60) ÷ (90 − 60) × 100"));
    }

    @Test
    void a_later_contract_of_the_same_year_takes_the_place_of_the_earlier() {
        Office.concludeContract(department);

        Office.as("OFFICE")
                .get("/v1/scores/{department}/2026-11", department)
                .then()
                .body("contractVersion", equalTo(2));
    }

    @Test
    void csv_is_for_excel() {
        var csv = Office.as("ANALYST")
                .accept("text/csv")
                .queryParam("period", "2026-11")
                .queryParam("department", department)
                .get("/v1/scores")
                .then()
                .statusCode(200)
                .contentType("text/csv;charset=UTF-8")
                .header("ETag", matchesPattern("\"[0-9a-f]{32}\""))
                .extract()
                .asString();

        assertThat(csv).startsWith("\uFEFFperiod,department,departmentName,level,");
        assertThat(csv.lines())
                .hasSize(6)
                .anyMatch(line -> line.contains("service,服务满意度,100,75,10,60,90,95,50,RED,SCORED"));
    }

    @Test
    void what_has_not_changed_is_not_sent_again() {
        for (var path : List.of(
                "/v1/scores?period=2026-11&department=" + department,
                "/v1/scores/" + department + "/2026-11",
                "/v1/scores/" + department + "/2026-11/service/lineage",
                "/v1/rates?period=2026-11&department=" + department,
                "/v1/departments/" + department,
                "/v1/contracts?department=" + department)) {
            var tag = Office.as("OFFICE")
                    .get(path)
                    .then()
                    .statusCode(200)
                    .extract()
                    .header("ETag");

            assertThat(tag).as(path).startsWith("\"");
            Office.as("OFFICE")
                    .header("If-None-Match", tag)
                    .get(path)
                    .then()
                    .statusCode(304)
                    .header("ETag", tag);
        }
        var tag =
                Office.as("OFFICE").get("/v1/scores/" + department + "/2026-11").header("ETag");

        answered(1, 5);

        Office.as("OFFICE")
                .header("If-None-Match", tag)
                .get("/v1/scores/" + department + "/2026-11")
                .then()
                .statusCode(200)
                .header("ETag", not(tag));
    }

    @Test
    void answers_are_compressed() {
        Office.as("OFFICE")
                .header("Accept-Encoding", "gzip")
                .queryParam("period", "2026")
                .get("/v1/scores")
                .then()
                .header("Content-Encoding", "gzip");
    }

    @Test
    void a_liaison_sees_their_own_department_only() {
        var other = Office.establishDepartment();
        Office.concludeContract(other);

        Office.as("LIAISON", department)
                .queryParam("period", "2026")
                .get("/v1/scores")
                .then()
                .body("rows.department", everyItem(equalTo(department)));
        Office.as("LIAISON", department)
                .queryParam("period", "2026")
                .get("/v1/rates")
                .then()
                .body("rows.department", everyItem(equalTo(department)));
        Office.as("LIAISON", department)
                .get("/v1/contracts")
                .then()
                .body("items.department", everyItem(equalTo(department)));
        Office.as("LEADER")
                .queryParam("period", "2026")
                .get("/v1/scores")
                .then()
                .body("rows.department", hasItem(other));
        for (var path : List.of(
                "/v1/scores?period=2026&department=" + other,
                "/v1/scores/" + other + "/2026",
                "/v1/scores/" + other + "/2026/service/lineage",
                "/v1/rates?period=2026&department=" + other,
                "/v1/contracts?department=" + other)) {
            Office.as("LIAISON", department)
                    .get(path)
                    .then()
                    .statusCode(403)
                    .contentType("application/problem+json")
                    .body("type", equalTo("urn:huisheng:problem:foreign-department"));
        }
    }

    @Test
    void whoever_may_not_read_is_turned_away() {
        var path = "/v1/scores?period=2026";
        given().get("/api/kpi" + path).then().statusCode(401);
        given().header("Authorization", TestTokens.expiredBearer("x", "OFFICE"))
                .get("/api/kpi" + path)
                .then()
                .statusCode(401);
        given().header("Authorization", TestTokens.foreignBearer("x", "OFFICE"))
                .get("/api/kpi" + path)
                .then()
                .statusCode(401);
        Office.as("SURVEYOR").get(path).then().statusCode(403);
        Office.as("LIAISON").get(path).then().statusCode(403);
        Office.as("OFFICE").get("/v1/cells/verification").then().statusCode(403);
        Office.as("OFFICE").get("/v1/dead-letters").then().statusCode(403);
    }

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

    private void answered(int count, int answer) {
        var events = Stream.generate(() -> EventFixture.received(EventFixture.response(
                        Side.CUSTOMER,
                        Instant.parse("2026-11-10T02:00:00Z"),
                        EventFixture.answer("satisfaction.service", department, answer))))
                .limit(count)
                .toList();
        QuarkusTransaction.requiringNew().run(() -> recordObservations.record(events));
    }
}
