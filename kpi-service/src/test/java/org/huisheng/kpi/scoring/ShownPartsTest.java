package org.huisheng.kpi.scoring;

import static java.math.BigDecimal.ZERO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.huisheng.kpi.scoring.ScoringFixture.repeated;
import static org.huisheng.kpi.scoring.ScoringFixture.sheet;
import static org.huisheng.kpi.testing.ContractFixture.contract;
import static org.huisheng.kpi.testing.ContractFixture.indicator;
import static org.huisheng.kpi.testing.ContractFixture.percent;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.huisheng.kpi.contract.Contract;
import org.huisheng.kpi.contract.Dimension;
import org.huisheng.kpi.contract.Indicator;
import org.huisheng.kpi.contract.Statistic;
import org.huisheng.kpi.observation.Cell;
import org.huisheng.kpi.observation.CellSheet;
import org.huisheng.kpi.testing.Seed;
import org.huisheng.kpi.testing.Thresholds;
import org.junit.jupiter.api.Test;

class ShownPartsTest {

    @Test
    void shown_parts_add_up_to_the_shown_whole_to_the_last_digit() {
        var random = Seed.generator("ShownPartsTest");
        for (var round = 0; round < 1_000; round++) {
            var sheet = anySheet(random);
            var scored = ContractScore.of(
                    anyContract(random), sheet, Thresholds.usual().in(sheet));

            if (scored.score() != null) {
                assertThat(total(scored.dimensions().stream()
                                .map(DimensionScore::points)
                                .toList()))
                        .isEqualByComparingTo(scored.score());
                assertThat(total(scored.dimensions().stream()
                                .map(DimensionScore::effectiveWeight)
                                .toList()))
                        .isEqualByComparingTo("100");
            }
            for (var dimension : scored.dimensions()) {
                if (dimension.score() != null) {
                    assertThat(total(dimension.indicators().stream()
                                    .map(IndicatorScore::points)
                                    .toList()))
                            .isEqualByComparingTo(dimension.score());
                    assertThat(total(dimension.indicators().stream()
                                    .map(IndicatorScore::effectiveWeight)
                                    .toList()))
                            .isEqualByComparingTo("100");
                }
            }
        }
    }

    private static Contract anyContract(RandomGenerator random) {
        var dimensions = new ArrayList<Dimension>();
        var weights = anyWeights(random, 1 + random.nextInt(5));
        for (var d = 0; d < weights.size(); d++) {
            var indicators = new ArrayList<Indicator>();
            for (var weight : anyWeights(random, 1 + random.nextInt(6))) {
                indicators.add(indicator(
                        "i" + indicators.size(),
                        "m" + random.nextInt(12),
                        null,
                        random.nextBoolean() ? Statistic.MEAN : Statistic.SUM,
                        random.nextInt(50),
                        51 + random.nextInt(50),
                        weight));
            }
            dimensions.add(new Dimension("D" + d, "D" + d, null, percent(weights.get(d)), indicators));
        }
        return contract("D", 2026, dimensions);
    }

    private static List<Integer> anyWeights(RandomGenerator random, int count) {
        var weights = new ArrayList<Integer>();
        var left = 100;
        for (var i = 1; i < count; i++) {
            var weight = 1 + random.nextInt(left - (count - i));
            weights.add(weight);
            left -= weight;
        }
        weights.add(left);
        return weights;
    }

    private static CellSheet anySheet(RandomGenerator random) {
        var cells = new HashMap<String, Cell>();
        for (var m = 0; m < 8; m++) {
            cells.put("m" + m, repeated(random.nextInt(12), BigDecimal.valueOf(random.nextInt(100_000_000), 6)));
        }
        return sheet(cells);
    }

    private static BigDecimal total(List<BigDecimal> parts) {
        return parts.stream().filter(Objects::nonNull).reduce(ZERO, BigDecimal::add);
    }
}
