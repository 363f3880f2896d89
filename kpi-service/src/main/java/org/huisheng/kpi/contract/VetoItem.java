package org.huisheng.kpi.contract;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Something that must not happen. Where it did, the contract's score is at most {@code ceiling}, whatever else was achieved.
 *
 * @param condition when it has happened by itself; null where only the office decides
 */
public record VetoItem(
        String code,
        String name,
        @Nullable String nameEn,
        BigDecimal ceiling,
        @Nullable Condition condition) {

    /**
     * An indicator's value is out of bounds. It is one of the contract's own indicators, whose value is shown anyway: of
     * any other metric a veto that strikes would tell what nobody may see.
     *
     * @param below strikes at values below it, null for none
     * @param above strikes at values above it, null for none
     */
    public record Condition(
            String indicator,
            @Nullable BigDecimal below,
            @Nullable BigDecimal above) {

        public boolean strikes(BigDecimal value) {
            return below != null && value.compareTo(below) < 0 || above != null && value.compareTo(above) > 0;
        }
    }
}
