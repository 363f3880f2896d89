package org.huisheng.kpi.scoring;

import static java.math.BigDecimal.ZERO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.huisheng.kpi.testing.ContractFixture.percent;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.huisheng.kpi.testing.ContractFixture;
import org.huisheng.kpi.testing.Seed;
import org.huisheng.kpi.testing.Thresholds;
import org.junit.jupiter.api.Test;

/** Contracts with everything a contract may have, scored from random cells, vetoes and bonuses. */
class ShownPartsTest {

    private static final int CONTRACTS = 4_000;

    @Test
    void shown_parts_add_up_to_the_shown_whole_to_the_last_digit() {
        var random = new RandomContracts(Seed.generator("ShownPartsTest"));
        var scored = 0;
        var limited = 0;
        for (var round = 0; round < CONTRACTS; round++) {
            var contract = ContractFixture.contract("D", 2026, random.terms());
            var sheet = random.sheet();
            var score = ContractScore.of(contract, sheet, Thresholds.usual().in(sheet), random.records(contract));

            score.dimensions().forEach(ShownPartsTest::partsOfDimensionAddUp);
            if (score.score() == null) {
                assertThat(score.steps()).isEmpty();
                continue;
            }
            partsAddUp(score);
            staysInBounds(score);
            scored++;
            limited += score.steps().stream().anyMatch(step -> step.points().signum() < 0) ? 1 : 0;
        }

        assertThat(scored).isGreaterThan(CONTRACTS / 2);
        assertThat(limited)
                .as("scores that a cap or a veto took something from")
                .isGreaterThan(CONTRACTS / 20);
    }

    private static void partsAddUp(ContractScore score) {
        var dimensions = score.dimensions();
        assertThat(total(dimensions.stream().map(DimensionScore::points).toList()))
                .isEqualByComparingTo(score.steps().getFirst().points());
        assertThat(total(
                        dimensions.stream().map(DimensionScore::effectiveWeight).toList()))
                .isEqualByComparingTo("100");
        assertThat(total(score.steps().stream().map(Step::points).toList())).isEqualByComparingTo(score.score());
    }

    private static void partsOfDimensionAddUp(DimensionScore dimension) {
        for (var indicator : dimension.indicators()) {
            staysInBounds(indicator);
        }
        if (dimension.score() != null) {
            var indicators = dimension.indicators();
            assertThat(total(indicators.stream().map(IndicatorScore::points).toList()))
                    .isEqualByComparingTo(dimension.score());
            assertThat(total(indicators.stream()
                            .map(IndicatorScore::effectiveWeight)
                            .toList()))
                    .isEqualByComparingTo("100");
        }
    }

    private static void staysInBounds(IndicatorScore indicator) {
        if (indicator.score() != null) {
            var bounds = indicator.indicator().bounds();
            assertThat(indicator.score()).isBetween(bounds.floor(), indicator.most());
            assertThat(indicator.linear()).isNotNull();
        }
    }

    private static void staysInBounds(ContractScore score) {
        var terms = score.contract().terms();
        var bonus = total(score.steps().stream()
                .filter(step -> step.kind() == Step.Kind.BONUS || step.kind() == Step.Kind.BONUS_CAP)
                .map(Step::points)
                .toList());
        assertThat(bonus).isBetween(ZERO, terms.bonusCap() == null ? ZERO : terms.bonusCap());
        assertThat(score.score()).isGreaterThanOrEqualTo(ZERO);
        for (var step : score.steps()) {
            assertThat(step.points().scale()).isLessThanOrEqualTo(4);
            if (step.kind() == Step.Kind.VETO) {
                assertThat(score.score()).isLessThanOrEqualTo(step.limit());
                assertThat(step.points()).isLessThanOrEqualTo(ZERO);
            }
        }
    }

    private static BigDecimal total(List<BigDecimal> parts) {
        return parts.stream().filter(Objects::nonNull).reduce(ZERO, BigDecimal::add);
    }

    @Test
    void weights_of_any_sums_are_apportioned_without_loss() {
        var exact = List.of(new BigDecimal("33.33335"), new BigDecimal("33.33335"), new BigDecimal("33.3333"));

        assertThat(total(Rounding.apportioned(exact))).isEqualByComparingTo(percent(100));
    }
}
