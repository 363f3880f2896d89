package org.huisheng.kpi.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.math.BigDecimal;
import org.huisheng.kpi.testing.Office;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ten answers of 75 each, measured in every way there is. */
@QuarkusTest
class SpelledOutTest extends AnsweredDepartment {

    private String contract;

    @BeforeEach
    void agree() {
        contract = Office.concluded("""
                {"department": "%s", "year": 2026, "bonusCap": 5,
                 "dimensions": [
                  {"code": "MANAGEMENT", "weight": 60, "indicators": [
                    {"code": "median", "name": "中位数", "metric": "satisfaction.service", "sides": ["CUSTOMER"],
                     "statistic": "PERCENTILE", "percentile": 50, "direction": "HIGHER", "base": 60, "target": 90,
                     "stretch": 95, "cap": 110, "weight": 50, "yellowFrom": 40, "greenFrom": 50},
                    {"code": "within", "name": "区间", "metric": "satisfaction.service", "sides": ["CUSTOMER"],
                     "statistic": "MEAN", "direction": "WITHIN", "base": 20, "bandLow": 80, "bandHigh": 85,
                     "floor": 10, "weight": 30},
                    {"code": "silent", "name": "无数据", "metric": "nobody.asked", "sides": ["CUSTOMER"],
                     "statistic": "MEAN", "direction": "LOWER", "base": 60, "target": 10, "weight": 20}]},
                  {"code": "MECHANISM", "weight": 40, "indicators": [
                    {"code": "silent-too", "name": "无数据", "metric": "nobody.asked", "sides": ["CUSTOMER"],
                     "statistic": "SUM", "direction": "HIGHER", "base": 0, "target": 10, "weight": 100}]}],
                 "vetoItems": [{"code": "accident", "name": "安全事故", "ceiling": 59},
                               {"code": "low", "name": "低", "ceiling": 30,
                                "condition": {"indicator": "within", "below": 70}}],
                 "bonusItems": [{"code": "award", "name": "获奖", "nameEn": "Award", "points": 4}]}
                """.formatted(department));
    }

    @Test
    void every_step_from_the_answers_to_the_score_is_shown() {
        tree("2026-11")
                .body("contract", equalTo(contract))
                .body("dimensions[0].weightArithmetic", equalTo("60 × 100 ÷ 60 = 100"))
                .body("dimensions[0].pointsArithmetic", equalTo("60 × 59.375 ÷ 60 = 59.375"))
                .body("dimensions[0].arithmetic", equalTo("31.25 + 28.125 = 59.375"))
                .body("dimensions[1].weightArithmetic", equalTo("40 → 0: NO_DATA"))
                .body("dimensions[1].arithmetic", nullValue())
                .body("arithmetic", equalTo("59.375 = 59.375"))
                .body("steps.kind", contains("DIMENSIONS"));
        var median = "dimensions[0].indicators[0].";
        tree("2026-11")
                .body(median + "arithmetic", equalTo("P50 (n = 10) ≈ 75"))
                .body(median + "scoreArithmetic", equalTo("(75 − 60) ÷ (90 − 60) × 100 = 50, 0 … 110: 50"))
                .body(median + "weightArithmetic", equalTo("50 × 100 ÷ 80 = 62.5"))
                .body(median + "pointsArithmetic", equalTo("50 × 50 ÷ 80 = 31.25"))
                .body(median + "linear", equalTo(50))
                .body(median + "band", equalTo("GREEN"))
                .body(median + "percentile", equalTo(50));
        var within = "dimensions[0].indicators[1].";
        tree("2026-11")
                .body(within + "scoreArithmetic", equalTo("100 − 5 ÷ 20 × 100 = 75, 10 … 100: 75"))
                .body(within + "target", nullValue())
                .body(within + "bandHigh", equalTo(85))
                .body(within + "floor", equalTo(10));
        tree("2026-11").body("dimensions[0].indicators[2].weightArithmetic", equalTo("20 → 0: NO_DATA"));
    }

    @Test
    void bonuses_and_vetoes_are_steps_of_the_arithmetic_and_leave_it_when_revoked() {
        enter("award", "2026-11");
        var second = enter("award", "2026-11");
        tree("2026-11")
                .body("steps.kind", contains("DIMENSIONS", "BONUS", "BONUS", "BONUS_CAP"))
                .body("steps.points", contains(59.375f, 4, 4, -3))
                .body("steps[1].nameEn", equalTo("Award"))
                .body("steps[1].month", equalTo("2026-11"))
                .body("steps[2].records", contains(second))
                .body("arithmetic", equalTo("59.375 + 4 + 4 − 3 = 64.375"));
        tree("2026-10").body("steps", hasSize(0)).body("score", nullValue());
        tree("2026").body("score", equalTo(64.375f));

        var strike = enter("accident", "2026-10");
        tree("2026-11").body("score", equalTo(64.375f));
        tree("2026-Q4")
                .body("score", equalTo(59))
                .body("steps[4].limit", equalTo(59))
                .body("steps[4].records", contains(strike))
                .body("arithmetic", equalTo("59.375 + 4 + 4 − 3 − 5.375 = 59"));

        Office.as("OFFICE")
                .body("{\"reason\": \"查无实据\"}")
                .post("/v1/contracts/{id}/records/{record}/revocation", contract, strike)
                .then()
                .statusCode(200);
        tree("2026-Q4").body("score", equalTo(64.375f)).body("steps", hasSize(4));
    }

    @Test
    void a_condition_strikes_when_the_value_leaves_its_bounds() {
        answered(10, 2);

        tree("2026-11")
                .body("dimensions[0].indicators[1].value", equalTo(50))
                .body("steps.last().code", equalTo("low"))
                .body("steps.last().records", hasSize(0));
        var score = new BigDecimal(Office.as("OFFICE")
                .get("/v1/scores/{department}/2026-11", department)
                .jsonPath()
                .getString("score"));
        assertThat(score).isLessThanOrEqualTo(BigDecimal.valueOf(30));
    }

    @Test
    void what_was_entered_for_a_version_counts_for_the_next_that_has_the_item() {
        enter("award", "2026-11");
        Office.as("OFFICE")
                .body("{\"year\": 2026}")
                .post("/v1/contracts/{id}/copy", contract)
                .then()
                .statusCode(201)
                .body("version", equalTo(3))
                .body("bonusItems[0].points", equalTo(4))
                .body("vetoItems[1].condition.below", equalTo(70));

        tree("2026-11").body("contractVersion", equalTo(3)).body("score", equalTo(63.375f));
    }

    private String enter(String item, String month) {
        return Office.as("OFFICE")
                .body("{\"item\": \"%s\", \"month\": \"%s\", \"evidence\": \"文件\"}".formatted(item, month))
                .post("/v1/contracts/{id}/records", contract)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private ValidatableResponse tree(String period) {
        return Office.as("LIAISON", department)
                .get("/v1/scores/{department}/{period}", department, period)
                .then()
                .statusCode(200);
    }
}
