package org.huisheng.kpi.scoring;

import static java.math.BigDecimal.ZERO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.huisheng.kpi.scoring.ScoringFixture.repeated;
import static org.huisheng.kpi.scoring.ScoringFixture.sheet;
import static org.huisheng.kpi.scoring.ScoringFixture.values;
import static org.huisheng.kpi.testing.ContractFixture.contract;
import static org.huisheng.kpi.testing.ContractFixture.mean;
import static org.huisheng.kpi.testing.ContractFixture.percent;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.huisheng.kpi.contract.Dimension;
import org.huisheng.kpi.testing.Thresholds;
import org.junit.jupiter.api.Test;

class ContractScoreTest {

    @Test
    void the_weight_of_what_has_no_score_is_shared_out_and_shown() {
        var dimension = new Dimension(
                "A",
                "A",
                null,
                percent(100),
                List.of(mean("one", "a", 0, 100, 50), mean("two", "b", 0, 100, 30), mean("three", "c", 0, 100, 20)));
        var sheet = sheet(Map.of("a", repeated(10, 80), "b", repeated(10, 40)));

        var scored = ContractScore.of(
                contract("D", 2026, List.of(dimension)),
                sheet,
                Thresholds.usual().in(sheet));

        assertThat(scored.score()).isEqualByComparingTo("65");
        assertThat(scored.dimensions().getFirst().indicators())
                .extracting(IndicatorScore::effectiveWeight)
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(new BigDecimal("62.5"), new BigDecimal("37.5"), ZERO);
    }

    @Test
    void a_dimension_without_any_score_gives_its_weight_to_the_others() {
        var sheet = values("a", 10, 40);
        var scored = ContractScore.of(
                contract(
                        "D",
                        2026,
                        List.of(
                                new Dimension("A", "A", null, percent(25), List.of(mean("one", "a", 0, 100, 100))),
                                new Dimension("B", "B", null, percent(75), List.of(mean("two", "b", 0, 100, 100))))),
                sheet,
                Thresholds.usual().in(sheet));

        assertThat(scored.score()).isEqualByComparingTo("40");
        assertThat(scored.dimensions().getLast().state()).isEqualTo(State.NO_DATA);
        assertThat(scored.dimensions().getFirst().effectiveWeight()).isEqualByComparingTo("100");
    }
}
