package org.huisheng.kpi.trend;

import java.math.BigDecimal;
import java.util.List;
import org.huisheng.kpi.period.Period;
import org.huisheng.kpi.scoring.Rounding;
import org.jspecify.annotations.Nullable;

/**
 * Where a straight line through the months leads in December, and between what values December will lie with a
 * probability of four in five, if it goes on like that. It knows no seasons and weighs a month with few answers like one
 * with many.
 *
 * @param level percent of Decembers that would lie between {@code low} and {@code high}
 * @param months how many the line is drawn through
 * @param score what the value would be worth; null where it is a score itself
 * @param scoreLow the least that any value of the band would be worth, and {@code scoreHigh} the most
 */
record Forecast(
        Period period,
        int level,
        int months,
        BigDecimal value,
        BigDecimal low,
        BigDecimal high,
        @Nullable BigDecimal score,
        @Nullable BigDecimal scoreLow,
        @Nullable BigDecimal scoreHigh) {

    static final int FEWEST = 4;
    private static final int LEVEL = 80;

    /** Student's t for 2 to 9 degrees of freedom, 10 % beyond it on each side. */
    private static final List<Double> T = List.of(1.8856, 1.6377, 1.5332, 1.4759, 1.4398, 1.4149, 1.3968, 1.3830);

    /** @param month 1 to 11 */
    record Point(int month, BigDecimal value) {}

    /** The limits a value cannot leave, null for none. */
    record Limits(@Nullable BigDecimal least, @Nullable BigDecimal most) {

        private BigDecimal within(double value) {
            var rounded = Rounding.shown(value);
            rounded = least == null ? rounded : rounded.max(least);
            return most == null ? rounded : rounded.min(most);
        }
    }

    /** Null below four months: a line through fewer says nothing. */
    static @Nullable Forecast of(Period december, List<Point> points, Limits limits) {
        if (points.size() < FEWEST) {
            return null;
        }
        var n = points.size();
        var meanX = points.stream().mapToInt(Point::month).average().orElseThrow();
        var meanY = points.stream().mapToDouble(Forecast::y).average().orElseThrow();
        var sxx = points.stream()
                .mapToDouble(point -> square(point.month - meanX))
                .sum();
        var sxy = points.stream()
                .mapToDouble(point -> (point.month - meanX) * (y(point) - meanY))
                .sum();
        var slope = sxy / sxx;
        var residuals = points.stream()
                .mapToDouble(point -> square(y(point) - meanY - slope * (point.month - meanX)))
                .sum();
        var distance = december.last().getMonthValue() - meanX;
        var expected = meanY + slope * distance;
        var half = T.get(n - FEWEST) * Math.sqrt(residuals / (n - 2) * (1 + 1.0 / n + square(distance) / sxx));
        return new Forecast(
                december,
                LEVEL,
                n,
                limits.within(expected),
                limits.within(expected - half),
                limits.within(expected + half),
                null,
                null,
                null);
    }

    Forecast worth(BigDecimal atValue, BigDecimal least, BigDecimal most) {
        return new Forecast(period, level, months, value, low, high, atValue, least, most);
    }

    private static double y(Point point) {
        return point.value.doubleValue();
    }

    private static double square(double number) {
        return number * number;
    }
}
