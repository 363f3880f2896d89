package org.huisheng.kpi.contract.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.UUID;
import org.huisheng.kpi.testing.KpiTest;
import org.huisheng.kpi.testing.Office;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ComparisonResourceTest extends KpiTest {

    @Test
    void what_was_added_removed_and_changed_is_found_by_code() {
        var department = Office.establishDepartment();
        var before = Office.concludeContract(department);
        var after = Office.concluded(Office.contract(department)
                .replace("\"weight\": 60", "\"weight\": 55")
                .replace("\"weight\": 40", "\"weight\": 45")
                .replace("\"target\": 90, \"stretch\": 95", "\"target\": 92")
                .replace("\"CUSTOMER\", \"ENTERPRISE\"]", "\"ENTERPRISE\", \"CUSTOMER\"]")
                .replace("\"code\": \"resolution\"", "\"code\": \"solution\"")
                .replace("\"year\": 2026", """
                        "year": 2026, "effectiveFrom": "2026-07-01",
                        "bonusItems": [{"code": "award", "name": "获奖", "points": 3}]"""));

        var comparison = comparison(before, after);

        assertThat(comparison.getString("before.id")).isEqualTo(before);
        assertThat(comparison.getInt("after.version")).isEqualTo(2);
        assertThat(comparison.<String>getList("differences.collect{it.kind + ' ' + it.path}"))
                .containsExactly(
                        "ADDED /bonusCap",
                        "ADDED /bonusItems/award",
                        "REMOVED /dimensions/MANAGEMENT/indicators/service/stretch",
                        "CHANGED /dimensions/MANAGEMENT/indicators/service/target",
                        "CHANGED /dimensions/MANAGEMENT/weight",
                        "REMOVED /dimensions/MECHANISM/indicators/resolution",
                        "ADDED /dimensions/MECHANISM/indicators/solution",
                        "CHANGED /dimensions/MECHANISM/weight",
                        "CHANGED /effectiveFrom");
        var weight = "differences.find{it.path=='/dimensions/MANAGEMENT/weight'}.";
        assertThat(comparison.getInt(weight + "before")).isEqualTo(60);
        assertThat(comparison.getInt(weight + "after")).isEqualTo(55);
        assertThat(comparison.getString(
                        "differences.find{it.kind=='REMOVED' && it.path.endsWith('resolution')}.before.metric"))
                .isEqualTo("case.resolved");
    }

    @Test
    void a_copy_differs_in_nothing_but_its_year() {
        var department = Office.establishDepartment();
        var other = Office.establishDepartment();
        var original = Office.concludeContract(department);
        var copy = Office.as("OFFICE")
                .body("{\"year\": 2027, \"department\": \"%s\"}".formatted(other))
                .post("/v1/contracts/{id}/copy", original)
                .then()
                .statusCode(201)
                .body("department", equalTo(other))
                .body("year", equalTo(2027))
                .body("version", equalTo(1))
                .body("signatures", hasSize(0))
                .body("effectiveFrom", equalTo("2027-01-01"))
                .extract()
                .<String>path("id");

        assertThat(comparison(original, copy).<String>getList("differences.path"))
                .containsExactly("/effectiveFrom");
    }

    @Test
    void copies_are_checked_like_proposals() {
        var contract = Office.concludeContract(Office.establishDepartment());
        var wanted = "{\"year\": 2027, \"department\": \"NOWHERE\", \"effectiveFrom\": \"2027-03-01\"}";

        Office.as("OFFICE")
                .body(wanted)
                .post("/v1/contracts/{id}/copy", contract)
                .then()
                .statusCode(422)
                .body("violations.path", equalTo(List.of("/department")));
        Office.as("OFFICE")
                .body(wanted.replace("2027-03", "2026-03")
                        .replace("2027,", "1999,")
                        .replace("NOWHERE", "x"))
                .post("/v1/contracts/{id}/copy", contract)
                .then()
                .statusCode(422)
                .body("violations.path", equalTo(List.of("/department", "/year", "/effectiveFrom")));
        Office.as("OFFICE")
                .body("{}")
                .post("/v1/contracts/{id}/copy", contract)
                .then()
                .statusCode(422);
        Office.as("LIAISON", "DIST")
                .body("{}")
                .post("/v1/contracts/{id}/copy", contract)
                .then()
                .statusCode(403);
        Office.as("OFFICE")
                .body("{\"year\": 2027}")
                .post("/v1/contracts/{id}/copy", UUID.randomUUID())
                .then()
                .statusCode(404);
    }

    @Test
    void a_liaison_compares_only_what_they_may_see() {
        var department = Office.establishDepartment();
        var own = Office.concludeContract(department);
        var foreign = Office.concludeContract(Office.establishDepartment());
        var path = "/v1/contracts/{id}/comparison?with={other}";

        Office.as("LIAISON", department)
                .get(path, own, own)
                .then()
                .statusCode(200)
                .body("differences", hasSize(0));
        Office.as("LIAISON", department).get(path, own, foreign).then().statusCode(403);
        Office.as("LIAISON", department).get(path, foreign, own).then().statusCode(403);
        Office.as("OFFICE").get(path, own, UUID.randomUUID()).then().statusCode(404);
        Office.as("OFFICE").get("/v1/contracts/{id}/comparison", own).then().statusCode(400);
    }

    private static JsonPath comparison(String before, String after) {
        return Office.as("LEADER")
                .get("/v1/contracts/{id}/comparison?with={other}", before, after)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
