package org.huisheng.kpi.observation;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Statistics of any number of observations, exact, so that merging is commutative and associative to the last digit: a
 * quarter is a merge of months, a company a merge of departments.
 *
 * @param n less what was taken back in this month of frozen ones, so it may be negative
 * @param min of what was counted here, null when that is nothing
 * @param max likewise
 * @param sources the responses and cases behind them: one may count several times in {@code n}
 */
public record Cell(
        long n,
        BigDecimal sum,
        BigDecimal sumOfSquares,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        long sources) {

    public static final Cell EMPTY = new Cell(0, BigDecimal.ZERO, BigDecimal.ZERO, null, null, 0);

    /** One scale for each figure, so that equal cells are equal records. */
    public Cell {
        sum = sum.setScale(Observation.DIGITS);
        sumOfSquares = sumOfSquares.setScale(2 * Observation.DIGITS);
        min = min == null ? null : min.setScale(Observation.DIGITS);
        max = max == null ? null : max.setScale(Observation.DIGITS);
    }

    /** Of one observation, the only one of its source. */
    public static Cell of(BigDecimal value) {
        return of(value, 1);
    }

    public static Cell of(BigDecimal value, int sources) {
        return new Cell(1, value, value.multiply(value), value, value, sources);
    }

    public Cell merge(Cell other) {
        return new Cell(
                n + other.n,
                sum.add(other.sum),
                sumOfSquares.add(other.sumOfSquares),
                least(min, other.min),
                greatest(max, other.max),
                sources + other.sources);
    }

    private static @Nullable BigDecimal least(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.min(other);
    }

    private static @Nullable BigDecimal greatest(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.max(other);
    }
}
