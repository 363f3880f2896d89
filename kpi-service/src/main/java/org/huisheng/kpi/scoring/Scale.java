package org.huisheng.kpi.scoring;

import java.math.BigDecimal;
import java.util.Objects;
import org.huisheng.kpi.contract.Indicator;

/** How a value becomes points: a straight line first, then the bounds of the indicator. */
public final class Scale {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Scale() {}

    /** Points within the bounds. */
    public static BigDecimal points(Indicator indicator, BigDecimal value) {
        return linear(indicator, value).max(indicator.bounds().floor()).min(most(indicator));
    }

    /**
     * Points on the line, however far it goes. Better is lower where the target lies below the base: the line falls,
     * nothing else changes. Within a band it is 100, and falls to both sides to 0 at the distance of the base.
     */
    static BigDecimal linear(Indicator indicator, BigDecimal value) {
        return switch (indicator.direction()) {
            case HIGHER, LOWER -> line(indicator, value);
            case WITHIN ->
                HUNDRED.subtract(distance(indicator, value).multiply(HUNDRED).divide(indicator.base(), Rounding.EXACT));
        };
    }

    /** How far a value lies outside of the band. */
    static BigDecimal distance(Indicator indicator, BigDecimal value) {
        var low = Objects.requireNonNull(indicator.bounds().bandLow(), "a band has a lower end");
        var high = Objects.requireNonNull(indicator.bounds().bandHigh(), "a band has an upper end");
        return low.subtract(value).max(value.subtract(high)).max(BigDecimal.ZERO);
    }

    /** The most points there are. */
    static BigDecimal most(Indicator indicator) {
        var cap = indicator.bounds().cap();
        if (cap != null) {
            return cap;
        }
        return indicator.stretch() == null ? HUNDRED : line(indicator, indicator.stretch());
    }

    private static BigDecimal line(Indicator indicator, BigDecimal value) {
        return value.subtract(indicator.base())
                .multiply(HUNDRED)
                .divide(target(indicator).subtract(indicator.base()), Rounding.EXACT);
    }

    private static BigDecimal target(Indicator indicator) {
        return Objects.requireNonNull(indicator.target(), "a line has a target");
    }
}
