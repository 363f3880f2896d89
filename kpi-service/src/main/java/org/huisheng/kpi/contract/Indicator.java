package org.huisheng.kpi.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.huisheng.events.Side;
import org.jspecify.annotations.Nullable;

/**
 * One thing a department is measured by.
 *
 * @param explanation what it is about, in a sentence, null where nobody has said; so is {@code explanationEn}
 * @param denominatorMetric set exactly for {@link Statistic#RATE}
 * @param tags the stations or categories it is about, empty for all
 * @param base value worth 0 points; within a band, how far from the band that is
 * @param target value worth 100 points, on the better side of {@code base}; null exactly for {@link Direction#WITHIN}
 * @param stretch value beyond the target up to which points are still added, null for none
 * @param weight percent of the dimension
 * @param minimumSample below it there is no score
 * @param percentile set exactly for {@link Statistic#PERCENTILE}
 */
public record Indicator(
        String code,
        String name,
        @Nullable String nameEn,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String explanation,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String explanationEn,
        String metric,
        @Nullable String denominatorMetric,
        List<Side> sides,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> tags,
        Statistic statistic,
        Direction direction,
        BigDecimal base,
        @Nullable BigDecimal target,
        @Nullable BigDecimal stretch,
        BigDecimal weight,
        int minimumSample,
        @Nullable Integer percentile,
        @JsonUnwrapped Bounds bounds,
        @JsonUnwrapped Lights lights) {

    public Indicator {
        sides = List.copyOf(sides);
        // What was sealed before there were tags has none.
        tags = tags == null ? List.of() : List.copyOf(tags);
    }

    /** Of all tags, with the usual bounds and lights, and no explanation. */
    public Indicator(
            String code,
            String name,
            @Nullable String nameEn,
            String metric,
            @Nullable String denominatorMetric,
            List<Side> sides,
            Statistic statistic,
            Direction direction,
            BigDecimal base,
            @Nullable BigDecimal target,
            @Nullable BigDecimal stretch,
            BigDecimal weight,
            int minimumSample) {
        this(
                code,
                name,
                nameEn,
                null,
                null,
                metric,
                denominatorMetric,
                sides,
                List.of(),
                statistic,
                direction,
                base,
                target,
                stretch,
                weight,
                minimumSample,
                null,
                Bounds.USUAL,
                Lights.USUAL);
    }

    /** The metric that says how many were asked. */
    public String sampleMetric() {
        return denominatorMetric == null ? metric : denominatorMetric;
    }

    public int percentileOrMedian() {
        return percentile == null ? 50 : percentile;
    }

    /** Whether figures of the two can be put in one row: they measure the same, whatever it is worth. */
    public boolean measuresLike(Indicator other) {
        return metric.equals(other.metric)
                && sampleMetric().equals(other.sampleMetric())
                && sides.size() == other.sides.size()
                && sides.containsAll(other.sides)
                && Set.copyOf(tags).equals(Set.copyOf(other.tags))
                && statistic == other.statistic
                && Objects.equals(percentile, other.percentile);
    }
}
