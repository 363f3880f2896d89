package org.huisheng.kpi.contract.conclusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;
import java.util.Map;
import org.huisheng.kit.problem.DomainException.RuleViolated;
import org.huisheng.kpi.contract.Bounds;
import org.huisheng.kpi.contract.Lights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleAndItemRulesTest {

    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();
    private static final String LINE = "\"direction\": \"HIGHER\", \"base\": 60, \"target\": 90";
    private static final String BAND = "\"direction\": \"WITHIN\", \"base\": 10, \"bandLow\": 40, \"bandHigh\": 60";

    @Test
    void what_is_not_said_is_as_usual() {
        var indicator = agreed(indicator(LINE), "")
                .terms()
                .dimensions()
                .getFirst()
                .indicators()
                .getFirst();

        assertThat(indicator.bounds()).isEqualTo(Bounds.USUAL);
        assertThat(indicator.lights()).isEqualTo(Lights.USUAL);
        assertThat(indicator.percentile()).isNull();
        assertThat(agreed(indicator(LINE), "").effectiveFrom()).isEqualTo("2026-01-01");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "`direction`: `WITHIN`, `base`: 0, `bandLow`: 1, `bandHigh`: 2 | /base tolerance-not-positive",
                "`direction`: `WITHIN`, `base`: 5, `bandLow`: 3, `bandHigh`: 2 | /bandHigh band-upside-down",
                "`direction`: `WITHIN`, `base`: 5, `bandHigh`: 2 | /bandLow required",
                "`direction`: `WITHIN`, `base`: 5, `bandLow`: 1, `bandHigh`: 2, `target`: 3 | /target not-within-a-band",
                "`direction`: `WITHIN`, `base`: 5, `bandLow`: 1, `bandHigh`: 2, `cap`: 110 | /cap cap-out-of-reach",
                "`direction`: `HIGHER`, `base`: 5, `target`: 9, `bandLow`: 1 | /bandLow only-within-a-band",
                "`direction`: `LOWER`, `base`: 5, `target`: 9 | /target target-not-better",
                "`direction`: `HIGHER`, `base`: 0, `target`: 50, `stretch`: 60, `cap`: 130 | /cap cap-out-of-reach",
                "`direction`: `HIGHER`, `base`: 0, `target`: 50, `cap`: 201 | /cap out-of-range",
                "`direction`: `HIGHER`, `base`: 0, `target`: 50, `cap`: 90.005 | /cap too-many-decimals",
                "`direction`: `HIGHER`, `base`: 0, `target`: 50, `floor`: 100 | /floor floor-not-below-cap",
                "`direction`: `HIGHER`, `base`: 0, `target`: 50, `floor`: -1 | /floor out-of-range",
                "`direction`: `HIGHER`, `base`: 0, `target`: 50, `greenFrom`: 60 | /greenFrom green-not-above-yellow",
                "`direction`: `HIGHER`, `base`: 0, `target`: 50, `percentile`: 50 | /percentile only-for-percentile"
            })
    void a_scale_that_makes_no_sense_is_refused(String scale, String violation) {
        assertThat(violations(indicator(scale.replace('`', '"')), ""))
                .containsExactly("/dimensions/0/indicators/0" + violation);
    }

    @ParameterizedTest
    @CsvSource({"0,out-of-range", "100,out-of-range", "null,required"})
    void a_percentile_is_1_to_99(String percentile, String code) {
        var indicator = indicator(LINE + ", \"percentile\": " + percentile).replace("MEAN", "PERCENTILE");

        assertThat(violations(indicator, "")).containsExactly("/dimensions/0/indicators/0/percentile " + code);
    }

    @Test
    void a_band_and_bounds_are_taken_as_they_are() {
        var indicator = agreed(indicator(BAND + ", \"floor\": 10, \"cap\": 95.5"), "")
                .terms()
                .dimensions()
                .getFirst()
                .indicators()
                .getFirst();

        assertThat(indicator.target()).isNull();
        assertThat(indicator.bounds().bandHigh()).isEqualByComparingTo("60");
        assertThat(indicator.bounds().cap()).isEqualByComparingTo("95.5");
    }

    @Test
    void everything_wrong_with_items_is_found_at_once() {
        assertThat(violations(indicator(LINE), """
                , "effectiveFrom": "2025-12-31", "bonusCap": 0,
                "vetoItems": [
                  {"code": "a", "name": "a", "ceiling": 101},
                  {"code": "a", "name": " ", "condition": {"indicator": "nothing"}},
                  {"code": "c", "name": "c", "ceiling": 50, "condition": {"indicator": "i", "below": 2, "above": 1}}],
                "bonusItems": [{"code": "a", "name": "d", "points": 0}, {"code": "no spaces", "name": "e"}]
                """))
                .contains(
                        "/effectiveFrom not-in-year",
                        "/bonusCap points-not-positive",
                        "/vetoItems/0/ceiling out-of-range",
                        "/vetoItems/1/code duplicate",
                        "/vetoItems/1/name blank",
                        "/vetoItems/1/ceiling required",
                        "/vetoItems/1/condition condition-without-bound",
                        "/vetoItems/1/condition/indicator unknown-indicator",
                        "/vetoItems/2/condition/above band-upside-down",
                        "/bonusItems/0/code duplicate",
                        "/bonusItems/0/points points-not-positive",
                        "/bonusItems/1/code indicator-code",
                        "/bonusItems/1/points required");
        assertThat(violations(indicator(LINE), ", \"bonusCap\": 5")).containsExactly("/bonusCap cap-without-bonus");
    }

    @Test
    void all_bonuses_together_give_ten_points_unless_another_cap_is_agreed() {
        var bonus = "\"bonusItems\": [{\"code\": \"a\", \"name\": \"a\", \"points\": 3}]";

        assertThat(agreed(indicator(LINE), ", " + bonus).terms().bonusCap()).isEqualByComparingTo("10");
        assertThat(agreed(indicator(LINE), ", \"bonusCap\": 4.5, " + bonus)
                        .terms()
                        .bonusCap())
                .isEqualByComparingTo("4.5");
    }

    private static String indicator(String scale) {
        return """
                {"code": "i", "name": "i", "metric": "m", "sides": ["CUSTOMER"], "statistic": "MEAN", "weight": 100, %s}
                """.formatted(scale);
    }

    private static List<String> violations(String indicator, String further) {
        return catchThrowableOfType(RuleViolated.class, () -> agreed(indicator, further)).violations().stream()
                .map(violation -> violation.path() + " " + violation.code())
                .toList();
    }

    private static Agreed agreed(String indicator, String further) {
        var text = """
                {"department": "DIST", "year": 2026, "dimensions": [
                  {"code": "A", "name": "A", "weight": 100, "indicators": [%s]}]%s}
                """.formatted(indicator, further);
        try {
            var proposal = JSON.readValue(text, ContractProposal.class);
            return new ContractRules(Map.of(), new Findings()).check(proposal);
        } catch (JsonProcessingException badTest) {
            throw new IllegalArgumentException(badTest);
        }
    }
}
