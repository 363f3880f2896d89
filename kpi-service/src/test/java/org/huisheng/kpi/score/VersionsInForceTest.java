package org.huisheng.kpi.score;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import org.huisheng.kpi.testing.Office;
import org.junit.jupiter.api.Test;

/** The department has an unsigned first version that holds all year. */
@QuarkusTest
class VersionsInForceTest extends AnsweredDepartment {

    @Test
    void a_version_counts_from_its_day_on() {
        from("2026-06-15");

        version("2026-05", 1).body("effectiveFrom", equalTo("2026-01-01"));
        version("2026-06", 2).body("effectiveFrom", equalTo("2026-06-15"));
        version("2026-Q1", 1);
        version("2026-Q2", 2);
        version("2026-H1", 2);
        version("2026", 2);
        version("2026-YTD", 2);
    }

    @Test
    void a_signed_version_gives_way_to_a_signed_one_only() {
        Office.sign(first(), department);
        var second = from("2026-07-01");

        version("2026-11", 1).body("signed", equalTo(true));
        Office.as("office", null, "OFFICE").post("/v1/contracts/{id}/signatures", second);
        version("2026-11", 1);
        Office.as("liaison", department, "LIAISON").post("/v1/contracts/{id}/signatures", second);
        version("2026-11", 2).body("signed", equalTo(true));
        version("2026-06", 1);
    }

    @Test
    void without_a_signed_version_the_latest_counts_provisionally() {
        Office.concludeContract(department);

        version("2026-11", 2).body("signed", equalTo(false));
        Office.sign(first(), department);
        version("2026-11", 1).body("signed", equalTo(true));
    }

    @Test
    void before_any_version_holds_there_is_no_contract() {
        var late = Office.establishDepartment();
        Office.concluded(
                Office.contract(late).replace("\"year\": 2026", "\"year\": 2026, \"effectiveFrom\": \"2026-04-01\""));

        Office.as("OFFICE").get("/v1/scores/{department}/2026-03", late).then().statusCode(404);
        Office.as("OFFICE")
                .get("/v1/scores?period=2026-03&department=" + late)
                .then()
                .statusCode(200)
                .body("rows", hasSize(0));
        Office.as("OFFICE").get("/v1/scores/{department}/2026-04", late).then().statusCode(200);
    }

    @Test
    void a_signature_is_a_change_that_readers_notice() {
        var path = "/v1/scores/" + department + "/2026-11";
        var tag = Office.as("OFFICE").get(path).header("ETag");

        Office.sign(first(), department);

        Office.as("OFFICE")
                .header("If-None-Match", tag)
                .get(path)
                .then()
                .statusCode(200)
                .header("ETag", not(tag));
    }

    @Test
    void a_half_and_a_year_to_date_add_up_their_months() {
        answered(20, 2, Instant.parse("2026-03-10T02:00:00Z"));
        answered(10, 5, Instant.parse("2026-08-10T02:00:00Z"));

        for (var path : new String[] {"2026-H1 20 25", "2026-H2 20 87.5", "2026-YTD 40 56.25", "2026 40 56.25"}) {
            var expected = path.split(" ");
            Office.as("LEADER")
                    .get("/v1/scores/{department}/{period}", department, expected[0])
                    .then()
                    .statusCode(200)
                    .body("dimensions[0].indicators[0].n", equalTo(Integer.valueOf(expected[1])))
                    .body("dimensions[0].indicators[0].value.toString()", equalTo(expected[2]));
        }
        Office.as("LEADER")
                .get("/v1/rates?period=2026-YTD&department=" + department)
                .then()
                .statusCode(200)
                .body("period", equalTo("2026-YTD"));
        Office.as("LEADER")
                .get("/v1/scores/{department}/2099-YTD", department)
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:huisheng:problem:year-not-begun"));
    }

    private String first() {
        return Office.as("OFFICE")
                .get("/v1/contracts?department=" + department)
                .jsonPath()
                .getString("items[0].id");
    }

    private String from(String day) {
        return Office.concluded(Office.contract(department)
                .replace("\"year\": 2026", "\"year\": 2026, \"effectiveFrom\": \"%s\"".formatted(day)));
    }

    private ValidatableResponse version(String period, int version) {
        return Office.as("LIAISON", department)
                .get("/v1/scores/{department}/{period}", department, period)
                .then()
                .statusCode(200)
                .body("contractVersion", equalTo(version));
    }
}
