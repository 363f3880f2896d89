package org.huisheng.kpi.contract.conclusion;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.huisheng.events.Side;
import org.huisheng.kpi.contract.Direction;
import org.huisheng.kpi.contract.Statistic;
import org.jspecify.annotations.Nullable;

/**
 * A contract as somebody proposes it: anything may be missing or wrong until {@link ContractRules} has looked at it.
 *
 * @param effectiveFrom the year's first day when absent
 * @param bonusCap 10 when absent and there are bonus items
 */
public record ContractProposal(
        @Nullable String department,
        @Nullable Integer year,
        @Nullable LocalDate effectiveFrom,
        @Nullable List<@Nullable DimensionProposal> dimensions,
        @Nullable List<@Nullable VetoProposal> vetoItems,
        @Nullable List<@Nullable BonusProposal> bonusItems,
        @Nullable BigDecimal bonusCap) {

    /** @param name the standard dimension's when absent */
    public record DimensionProposal(
            @Nullable String code,
            @Nullable String name,
            @Nullable String nameEn,
            @Nullable BigDecimal weight,
            @Nullable List<@Nullable IndicatorProposal> indicators) {}

    /**
     * @param explanation what it is about, in a sentence
     * @param tags all when absent
     * @param minimumSample 1 when absent
     * @param floor 0 when absent
     * @param cap what the scale gives at its best when absent
     * @param yellowFrom 60 when absent
     * @param greenFrom 80 when absent
     */
    public record IndicatorProposal(
            @Nullable String code,
            @Nullable String name,
            @Nullable String nameEn,
            @Nullable String explanation,
            @Nullable String explanationEn,
            @Nullable String metric,
            @Nullable String denominatorMetric,
            @Nullable List<@Nullable Side> sides,
            @Nullable List<@Nullable String> tags,
            @Nullable Statistic statistic,
            @Nullable Integer percentile,
            @Nullable Direction direction,
            @Nullable BigDecimal base,
            @Nullable BigDecimal target,
            @Nullable BigDecimal stretch,
            @Nullable BigDecimal bandLow,
            @Nullable BigDecimal bandHigh,
            @Nullable BigDecimal floor,
            @Nullable BigDecimal cap,
            @Nullable BigDecimal yellowFrom,
            @Nullable BigDecimal greenFrom,
            @Nullable BigDecimal weight,
            @Nullable Integer minimumSample) {

        public IndicatorProposal weighing(@Nullable BigDecimal other) {
            return new IndicatorProposal(
                    code,
                    name,
                    nameEn,
                    explanation,
                    explanationEn,
                    metric,
                    denominatorMetric,
                    sides,
                    tags,
                    statistic,
                    percentile,
                    direction,
                    base,
                    target,
                    stretch,
                    bandLow,
                    bandHigh,
                    floor,
                    cap,
                    yellowFrom,
                    greenFrom,
                    other,
                    minimumSample);
        }
    }

    /** @param condition the office decides alone when absent */
    public record VetoProposal(
            @Nullable String code,
            @Nullable String name,
            @Nullable String nameEn,
            @Nullable BigDecimal ceiling,
            @Nullable ConditionProposal condition) {}

    public record ConditionProposal(
            @Nullable String indicator,
            @Nullable BigDecimal below,
            @Nullable BigDecimal above) {}

    public record BonusProposal(
            @Nullable String code,
            @Nullable String name,
            @Nullable String nameEn,
            @Nullable BigDecimal points) {}
}
