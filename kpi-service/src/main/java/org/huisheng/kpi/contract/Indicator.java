package org.huisheng.kpi.contract;

import java.math.BigDecimal;
import java.util.List;
import org.huisheng.events.Side;
import org.jspecify.annotations.Nullable;

/**
 * One thing a department is measured by.
 *
 * @param denominatorMetric set exactly for {@link Statistic#RATE}
 * @param base value worth 0 points
 * @param target value worth 100 points, on the better side of {@code base}
 * @param stretch value beyond the target up to which points are still added, null for none
 * @param weight percent of the dimension
 * @param minimumSample below it there is no score
 */
public record Indicator(
        String code,
        String name,
        @Nullable String nameEn,
        String metric,
        @Nullable String denominatorMetric,
        List<Side> sides,
        Statistic statistic,
        Direction direction,
        BigDecimal base,
        BigDecimal target,
        @Nullable BigDecimal stretch,
        BigDecimal weight,
        int minimumSample) {

    public Indicator {
        sides = List.copyOf(sides);
    }

    /** The metric that says how many were asked. */
    public String sampleMetric() {
        return denominatorMetric == null ? metric : denominatorMetric;
    }
}
