package org.huisheng.kpi.contract;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What limits an indicator's points, and between what values it is best.
 *
 * @param bandLow set exactly for {@link Direction#WITHIN}, like {@code bandHigh}, which may equal it
 * @param floor points it has at least, once it has a score
 * @param cap points it has at most, null for what the scale gives at its best: the stretch's points, or else 100
 */
public record Bounds(
        @Nullable BigDecimal bandLow,
        @Nullable BigDecimal bandHigh,
        BigDecimal floor,
        @Nullable BigDecimal cap) {

    public static final Bounds USUAL = new Bounds(null, null, BigDecimal.ZERO, null);
}
