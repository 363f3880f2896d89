package org.huisheng.kpi.contract.conclusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.huisheng.kpi.testing.KpiTest;
import org.huisheng.kpi.testing.Office;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ContractResourceTest extends KpiTest {

    @Test
    void a_contract_is_read_as_it_was_concluded() {
        var department = Office.establishDepartment();

        var concluded = Office.as("OFFICE").body(Office.contract(department)).post("/v1/contracts");

        var id = concluded
                .then()
                .statusCode(201)
                .header("Location", startsWith("/api/kpi/v1/contracts/"))
                .body("version", equalTo(1))
                .body("createdBy", equalTo("somebody"))
                .extract()
                .<String>path("id");
        Office.as("LEADER")
                .get("/v1/contracts/{id}", id)
                .then()
                .statusCode(200)
                .body("department", equalTo(department))
                .body("dimensions.name", equalTo(java.util.List.of("完善管理", "改进机制")))
                .body("dimensions[0].indicators[0].stretch", equalTo(95))
                .body("dimensions[1].indicators[0].denominatorMetric", equalTo("case.received"))
                .body("dimensions[1].indicators[0].sides", hasSize(4))
                .body("dimensions[1].indicators[0].stretch", nullValue())
                .body("effectiveFrom", equalTo("2026-01-01"))
                .body("signed", equalTo(false))
                .body("signatures", hasSize(0))
                .body("vetoItems", hasSize(0))
                .body("dimensions[0].indicators[0].floor", equalTo(0))
                .body("dimensions[0].indicators[0].cap", nullValue())
                .body("dimensions[0].indicators[0].yellowFrom", equalTo(60))
                .body("dimensions[0].indicators[0].greenFrom", equalTo(80));
    }

    @Test
    void contracts_are_listed_page_by_page() {
        var department = Office.establishDepartment();
        for (var i = 0; i < 3; i++) {
            Office.concludeContract(department);
        }

        var first = Office.as("OFFICE")
                .queryParam("department", department)
                .queryParam("limit", 2)
                .get("/v1/contracts");
        var second = Office.as("OFFICE")
                .queryParam("department", department)
                .queryParam("limit", 2)
                .queryParam("cursor", first.jsonPath().getString("next"))
                .get("/v1/contracts");

        assertThat(first.jsonPath().getList("items.version")).isEqualTo(java.util.List.of(1, 2));
        assertThat(second.jsonPath().getList("items.version")).isEqualTo(java.util.List.of(3));
        assertThat(second.jsonPath().getString("next")).isNull();
    }

    @Test
    void contracts_concluded_at_once_get_versions_of_their_own() throws Exception {
        var department = Office.establishDepartment();
        Callable<Integer> conclude = () -> Office.as("OFFICE")
                .body(Office.contract(department))
                .post("/v1/contracts")
                .jsonPath()
                .getInt("version");
        var versions = new ArrayList<Integer>();

        try (var threads = Executors.newFixedThreadPool(6)) {
            for (var done : threads.invokeAll(java.util.Collections.nCopies(12, conclude))) {
                versions.add(done.get());
            }
        }

        assertThat(versions).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
    }

    @Test
    void broken_rules_are_named_in_the_readers_language() {
        var department = Office.establishDepartment();
        var broken = Office.contract(department)
                .replace("\"weight\": 60", "\"weight\": 61")
                .replace("\"base\": 60", "\"base\": 99");

        Office.as("OFFICE")
                .body(broken)
                .post("/v1/contracts")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("violations.path", hasItems("/dimensions", "/dimensions/0/indicators/0/target"))
                .body("violations.find{it.path=='/dimensions'}.message", endsWith("but come to 101."));
        Office.as("OFFICE")
                .header("Accept-Language", "zh")
                .body(Office.contract("NOWHERE"))
                .post("/v1/contracts")
                .then()
                .statusCode(422)
                .body("violations[0].path", equalTo("/department"));
    }

    @Test
    void a_contract_that_is_only_checked_is_told_what_is_wrong_with_it_and_not_concluded() {
        var department = Office.establishDepartment();

        Office.as("OFFICE")
                .body(Office.contract(department))
                .post("/v1/contracts/check")
                .then()
                .statusCode(200)
                .body("violations", hasSize(0));
        Office.as("OFFICE")
                .body(Office.contract(department).replace("\"weight\": 60", "\"weight\": 61"))
                .post("/v1/contracts/check")
                .then()
                .statusCode(200)
                .body("violations.path", equalTo(java.util.List.of("/dimensions")))
                .body("violations[0].code", equalTo("weights-not-100"))
                .body("violations[0].message", endsWith("but come to 101."));
        Office.as("OFFICE").body("null").post("/v1/contracts/check").then().statusCode(400);
        Office.as("OFFICE")
                .queryParam("department", department)
                .get("/v1/contracts")
                .then()
                .body("items", hasSize(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{\"department\": \"A\", \"surprise\": 1}",
                "{\"year\": \"2026\"}",
                "{\"year\": 2026.5}",
                "{\"dimensions\": [{\"indicators\": [{\"statistic\": \"MAGIC\"}]}]}",
                "{\"dimensions\": {}}",
                "{\"year\": 99999999999999}",
                "{\"department\": \"A\", \"department\": \"B\"}"
            })
    void what_is_no_contract_at_all_is_a_400(String body) {
        Office.as("OFFICE")
                .body(body)
                .post("/v1/contracts")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void only_the_office_concludes_contracts() {
        for (var role : java.util.List.of("ADMIN", "LEADER", "ANALYST", "LIAISON", "SURVEYOR")) {
            Office.as(role, "DIST")
                    .body(Office.contract("DIST"))
                    .post("/v1/contracts")
                    .then()
                    .statusCode(403);
        }
    }
}
