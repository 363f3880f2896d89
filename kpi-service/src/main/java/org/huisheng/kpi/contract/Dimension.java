package org.huisheng.kpi.contract;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A group of indicators.
 *
 * @param weight percent of the contract
 */
public record Dimension(
        String code, String name, @Nullable String nameEn, BigDecimal weight, List<Indicator> indicators) {

    public Dimension {
        indicators = List.copyOf(indicators);
    }
}
