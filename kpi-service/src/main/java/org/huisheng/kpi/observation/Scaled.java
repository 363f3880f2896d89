package org.huisheng.kpi.observation;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A number on its own scale, {@code min < max}. */
public record Scaled(BigDecimal raw, BigDecimal min, BigDecimal max) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** The same on 0 to 100, rounded once, half to even, to the digits observations have. */
    BigDecimal normalised() {
        return raw.subtract(min)
                .multiply(HUNDRED)
                .divide(max.subtract(min), Observation.DIGITS, RoundingMode.HALF_EVEN);
    }
}
