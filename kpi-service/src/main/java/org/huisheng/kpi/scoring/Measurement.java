package org.huisheng.kpi.scoring;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.huisheng.kpi.contract.Indicator;
import org.huisheng.kpi.contract.Statistic;
import org.huisheng.kpi.observation.CellSheet;
import org.huisheng.kpi.suppression.ShownFigures;
import org.jspecify.annotations.Nullable;

/**
 * What an indicator's cells say, exactly. All numbers are null when there is nothing to say or nothing may be said.
 *
 * @param n how many were asked: observations, or the denominator of a rate
 * @param sum of the metric's values
 * @param denominator of a rate, null for other statistics
 */
public record Measurement(
        State state,
        @Nullable Long n,
        @Nullable BigDecimal value,
        @Nullable BigDecimal sum,
        @Nullable BigDecimal denominator) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public static Measurement of(Indicator indicator, CellSheet cells, ShownFigures shown) {
        var counted = cells.merged(indicator.metric(), indicator.sides(), indicator.tags());
        var sample = cells.merged(indicator.sampleMetric(), indicator.sides(), indicator.tags());
        var isRate = indicator.statistic() == Statistic.RATE;
        var n = isRate ? sample.sum().setScale(0, RoundingMode.FLOOR).longValue() : sample.n();
        if (n <= 0) {
            return new Measurement(State.NO_DATA, 0L, null, null, null);
        }
        if (!shown.contain(indicator.sampleMetric(), indicator.sides(), indicator.tags())) {
            return new Measurement(State.SUPPRESSED, null, null, null, null);
        }
        var value = switch (indicator.statistic()) {
            case MEAN -> counted.sum().divide(BigDecimal.valueOf(n), Rounding.EXACT);
            case RATE -> counted.sum().multiply(HUNDRED).divide(sample.sum(), Rounding.EXACT);
            case COUNT -> BigDecimal.valueOf(n);
            case SUM -> counted.sum();
            case DISTINCT -> BigDecimal.valueOf(counted.sources());
            case PERCENTILE -> cells.percentile(indicator.metric(), indicator.sides(), indicator.percentileOrMedian());
        };
        var state = n < indicator.minimumSample() ? State.TOO_FEW : State.SCORED;
        return new Measurement(state, n, value, counted.sum(), isRate ? sample.sum() : null);
    }
}
