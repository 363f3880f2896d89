package org.huisheng.kpi.score;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.huisheng.kpi.contract.Indicator;
import org.huisheng.kpi.scoring.IndicatorScore;
import org.huisheng.kpi.scoring.Rounding;
import org.jspecify.annotations.Nullable;

/** How a figure came about, as one would write it on paper; nothing about figures that may not be shown. */
final class Arithmetic {

    private Arithmetic() {}

    static @Nullable String value(IndicatorScore score) {
        var measured = score.measured();
        var value = score.value();
        if (value == null) {
            return null;
        }
        var sum = shown(measured.sum());
        return switch (score.indicator().statistic()) {
            case MEAN -> "%s ÷ %d = %s".formatted(sum, measured.n(), shown(value));
            case RATE -> "100 × %s ÷ %s = %s".formatted(sum, shown(measured.denominator()), shown(value));
            case COUNT -> "n = %d".formatted(measured.n());
            case SUM -> "Σ = %s".formatted(sum);
        };
    }

    static @Nullable String score(IndicatorScore score) {
        var value = score.value();
        if (score.score() == null || value == null) {
            return null;
        }
        var indicator = score.indicator();
        return "(%s − %s) ÷ (%s − %s) × 100, 0 … %s: %s"
                .formatted(
                        shown(value),
                        inBrackets(indicator.base()),
                        shown(indicator.target()),
                        inBrackets(indicator.base()),
                        ceiling(indicator),
                        shown(score.score()));
    }

    /** @param points of the parts, null for parts without a score */
    static <T> @Nullable String sum(
            List<T> parts, Function<T, @Nullable BigDecimal> points, @Nullable BigDecimal score) {
        return score == null
                ? null
                : parts.stream()
                                .map(part -> shown(points.apply(part)))
                                .filter(shown -> !shown.isEmpty())
                                .collect(joining(" + "))
                        + " = "
                        + shown(score);
    }

    private static String ceiling(Indicator indicator) {
        var stretch = indicator.stretch();
        return stretch == null ? "100" : "max(" + shown(stretch) + ")";
    }

    private static String inBrackets(BigDecimal number) {
        return number.signum() < 0 ? "(" + shown(number) + ")" : shown(number);
    }

    private static String shown(@Nullable BigDecimal number) {
        var rounded = Rounding.value(number);
        return rounded == null ? "" : rounded.toPlainString();
    }
}
