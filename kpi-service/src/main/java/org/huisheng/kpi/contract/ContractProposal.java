package org.huisheng.kpi.contract;

import java.math.BigDecimal;
import java.util.List;
import org.huisheng.events.Side;
import org.jspecify.annotations.Nullable;

/** A contract as somebody proposes it: anything may be missing or wrong until {@link ContractRules} has looked at it. */
record ContractProposal(
        @Nullable String department,
        @Nullable Integer year,
        @Nullable List<@Nullable DimensionProposal> dimensions) {

    /** @param name the standard dimension's when absent */
    record DimensionProposal(
            @Nullable String code,
            @Nullable String name,
            @Nullable String nameEn,
            @Nullable BigDecimal weight,
            @Nullable List<@Nullable IndicatorProposal> indicators) {}

    /** @param minimumSample 1 when absent */
    record IndicatorProposal(
            @Nullable String code,
            @Nullable String name,
            @Nullable String nameEn,
            @Nullable String metric,
            @Nullable String denominatorMetric,
            @Nullable List<@Nullable Side> sides,
            @Nullable Statistic statistic,
            @Nullable Direction direction,
            @Nullable BigDecimal base,
            @Nullable BigDecimal target,
            @Nullable BigDecimal stretch,
            @Nullable BigDecimal weight,
            @Nullable Integer minimumSample) {}
}
