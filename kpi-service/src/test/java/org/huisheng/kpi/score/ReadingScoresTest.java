package org.huisheng.kpi.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.huisheng.kpi.testing.Office;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReadingScoresTest extends AnsweredDepartment {

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
    void rates_are_csv_for_excel_too() {
        var path = "/v1/rates?period=2026-11&department=" + department;
        var answer = Office.as("ANALYST").accept("text/csv").get(path);

        answer.then()
                .statusCode(200)
                .contentType("text/csv;charset=UTF-8")
                .header("ETag", matchesPattern("\"[0-9a-f]{32}\""));
        assertThat(answer.asString())
                .startsWith("\uFEFFperiod,department,departmentName,side,state,n,open,responseRate,resolutionRate,");
        assertThat(answer.asString().lines())
                .hasSize(5)
                .anyMatch(
                        line -> line.startsWith("2026-11," + department + ",配电运检室,CUSTOMER,NO_DATA,0,0,,,NO_DATA,0,,"));
        Office.as("ANALYST")
                .accept("text/csv")
                .header("If-None-Match", answer.header("ETag"))
                .get(path)
                .then()
                .statusCode(304);
    }
}
