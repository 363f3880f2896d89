package org.huisheng.kpi.score;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.huisheng.kpi.scoring.ContractScore;
import org.huisheng.kpi.scoring.DimensionScore;
import org.huisheng.kpi.scoring.IndicatorScore;
import org.huisheng.kpi.scoring.Rounding;
import org.huisheng.kpi.scoring.State;
import org.huisheng.kpi.scoring.Step;
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
            case DISTINCT -> "%s of n = %d".formatted(shown(value), measured.n());
            case PERCENTILE ->
                "P%d (n = %d) ≈ %s".formatted(score.indicator().percentileOrMedian(), measured.n(), shown(value));
        };
    }

    static @Nullable String score(IndicatorScore score) {
        var value = score.value();
        if (score.score() == null || value == null) {
            return null;
        }
        return "%s = %s, %s … %s: %s"
                .formatted(
                        line(score, value),
                        shown(score.linear()),
                        shown(score.indicator().bounds().floor()),
                        shown(score.most()),
                        shown(score.score()));
    }

    private static String line(IndicatorScore score, BigDecimal value) {
        var indicator = score.indicator();
        return switch (indicator.direction()) {
            case HIGHER, LOWER ->
                "(%s − %s) ÷ (%s − %s) × 100"
                        .formatted(
                                shown(value),
                                inBrackets(indicator.base()),
                                shown(indicator.target()),
                                inBrackets(indicator.base()));
            case WITHIN -> "100 − %s ÷ %s × 100".formatted(shown(score.distance()), shown(indicator.base()));
        };
    }

    /** @param weighed the weights that are left to share */
    static @Nullable String weight(BigDecimal weight, BigDecimal effective, BigDecimal weighed, State state) {
        if (weighed.signum() == 0) {
            return null;
        }
        return effective.signum() == 0 && state != State.SCORED
                ? "%s → 0: %s".formatted(shown(weight), state)
                : "%s × 100 ÷ %s = %s".formatted(shown(weight), shown(weighed), shown(effective));
    }

    static @Nullable String points(
            BigDecimal weight, @Nullable BigDecimal score, BigDecimal weighed, @Nullable BigDecimal points) {
        return score == null
                ? null
                : "%s × %s ÷ %s = %s".formatted(shown(weight), shown(score), shown(weighed), shown(points));
    }

    /** @param points of the parts, null for parts without a score */
    static <T> @Nullable String sum(
            List<T> parts, Function<T, @Nullable BigDecimal> points, @Nullable BigDecimal score) {
        return score == null ? null : sum(parts.stream().map(points), score);
    }

    /** The dimensions' points, then what bonuses add and vetoes take. */
    static @Nullable String steps(ContractScore score) {
        var whole = score.score();
        return whole == null
                ? null
                : sum(
                        Stream.concat(
                                score.dimensions().stream().map(DimensionScore::points),
                                score.steps().stream().skip(1).map(Step::points)),
                        whole);
    }

    private static String sum(Stream<@Nullable BigDecimal> parts, BigDecimal whole) {
        var sum = parts.filter(Objects::nonNull).map(Arithmetic::signed).collect(joining(" "));
        return (sum.startsWith("+ ") ? sum.substring(2) : sum) + " = " + shown(whole);
    }

    private static String signed(BigDecimal number) {
        return (number.signum() < 0 ? "− " : "+ ") + shown(number.abs());
    }

    private static String inBrackets(BigDecimal number) {
        return number.signum() < 0 ? "(" + shown(number) + ")" : shown(number);
    }

    private static String shown(@Nullable BigDecimal number) {
        var rounded = Rounding.value(number);
        return rounded == null ? "" : rounded.toPlainString();
    }
}
