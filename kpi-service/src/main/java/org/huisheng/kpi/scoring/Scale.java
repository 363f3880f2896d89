package org.huisheng.kpi.scoring;

import java.math.BigDecimal;
import org.huisheng.kpi.contract.Indicator;

/** How a value becomes points: a straight line through base (0) and target (100), cut off at both ends. */
final class Scale {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Scale() {}

    /** Better is lower where the target lies below the base: the line falls, nothing else changes. */
    static BigDecimal points(Indicator indicator, BigDecimal value) {
        var most = indicator.stretch() == null ? HUNDRED : linear(indicator, indicator.stretch());
        return linear(indicator, value).max(BigDecimal.ZERO).min(most);
    }

    private static BigDecimal linear(Indicator indicator, BigDecimal value) {
        return value.subtract(indicator.base())
                .multiply(HUNDRED)
                .divide(indicator.target().subtract(indicator.base()), Rounding.EXACT);
    }
}
