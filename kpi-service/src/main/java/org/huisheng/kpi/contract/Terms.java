package org.huisheng.kpi.contract;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is agreed, whoever with and for which year.
 *
 * @param bonusCap points all bonuses of a period give at most; set exactly when there are bonus items
 */
public record Terms(
        List<Dimension> dimensions,
        List<VetoItem> vetoItems,
        List<BonusItem> bonusItems,
        @Nullable BigDecimal bonusCap) {

    public Terms {
        dimensions = List.copyOf(dimensions);
        vetoItems = List.copyOf(vetoItems);
        bonusItems = List.copyOf(bonusItems);
    }

    public static Terms of(List<Dimension> dimensions) {
        return new Terms(dimensions, List.of(), List.of(), null);
    }

    public boolean hasItems() {
        return !vetoItems.isEmpty() || !bonusItems.isEmpty();
    }
}
