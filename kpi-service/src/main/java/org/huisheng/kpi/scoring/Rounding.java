package org.huisheng.kpi.scoring;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How exact figures become shown ones. Everything is calculated with 34 digits and rounded once, at the very end, half
 * to even: values to 6 decimals, scores, points and weights to 4. Shown parts are apportioned by largest remainder, so
 * that they add up to the shown whole to the last digit.
 */
public final class Rounding {

    static final MathContext EXACT = MathContext.DECIMAL128;
    private static final int VALUE_DECIMALS = 6;
    static final int SCORE_DECIMALS = 4;

    private Rounding() {}

    public static @Nullable BigDecimal value(@Nullable BigDecimal exact) {
        return exact == null ? null : plain(exact.setScale(VALUE_DECIMALS, RoundingMode.HALF_EVEN));
    }

    /** Of an estimate: as a score is shown. */
    public static BigDecimal shown(double estimate) {
        return plain(BigDecimal.valueOf(estimate).setScale(SCORE_DECIMALS, RoundingMode.HALF_EVEN));
    }

    public static @Nullable BigDecimal score(@Nullable BigDecimal exact) {
        return exact == null ? null : plain(exact.setScale(SCORE_DECIMALS, RoundingMode.HALF_EVEN));
    }

    /** Rounds parts, none negative, so that they add up to their rounded sum. */
    static List<BigDecimal> apportioned(List<BigDecimal> exact) {
        var whole = exact.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        var units = new ArrayList<BigDecimal>(exact.size());
        for (var part : exact) {
            units.add(part.setScale(SCORE_DECIMALS, RoundingMode.FLOOR));
        }
        var given = units.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        var unit = new BigDecimal(BigInteger.ONE, SCORE_DECIMALS);
        var left = whole.setScale(SCORE_DECIMALS, RoundingMode.HALF_EVEN)
                .subtract(given)
                .divide(unit)
                .intValueExact();
        IntStream.range(0, exact.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> units.get(i).subtract(exact.get(i))))
                .limit(left)
                .forEach(i -> units.set(i, units.get(i).add(unit)));
        return units.stream().map(Rounding::plain).toList();
    }

    /** As somebody would write it: no trailing zeros, no exponent. */
    static BigDecimal plain(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
