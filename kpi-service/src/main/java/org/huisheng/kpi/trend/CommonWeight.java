package org.huisheng.kpi.trend;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.Map;
import org.huisheng.kpi.contract.Indicator;
import org.huisheng.kpi.scoring.ContractScore;
import org.jspecify.annotations.Nullable;

/**
 * How much two scores of a contract rest on the same. The weight of what has no score is shared out among the rest, so the
 * score of a month without cases may stand for something else than that of a month with them.
 */
final class CommonWeight {

    /** Percent of the weight. With less in common the difference of two scores says more of what was scored than of how. */
    static final BigDecimal ENOUGH = BigDecimal.valueOf(80);

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private CommonWeight() {}

    private record Weighted(Indicator indicator, BigDecimal weight) {}

    /** Percent: the least of both effective weights, of each indicator that is scored in both and measures the same. */
    static BigDecimal of(ContractScore one, ContractScore other) {
        var those = weights(other);
        return weights(one).entrySet().stream()
                .map(entry -> common(entry.getValue(), those.get(entry.getKey())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal common(Weighted one, @Nullable Weighted other) {
        return other != null && one.indicator.measuresLike(other.indicator)
                ? one.weight.min(other.weight)
                : BigDecimal.ZERO;
    }

    private static Map<String, Weighted> weights(ContractScore score) {
        var weights = new HashMap<String, Weighted>();
        for (var dimension : score.dimensions()) {
            for (var indicator : dimension.indicators()) {
                if (indicator.score() != null) {
                    var weight = dimension.effectiveWeight().multiply(indicator.effectiveWeight());
                    weights.put(
                            indicator.indicator().code(),
                            new Weighted(indicator.indicator(), weight.divide(HUNDRED, MathContext.DECIMAL64)));
                }
            }
        }
        return weights;
    }
}
