package org.huisheng.kpi.contract.template;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.huisheng.kpi.contract.conclusion.ContractProposal.BonusProposal;
import org.huisheng.kpi.contract.conclusion.ContractProposal.DimensionProposal;
import org.huisheng.kpi.contract.conclusion.ContractProposal.IndicatorProposal;
import org.huisheng.kpi.contract.conclusion.ContractProposal.VetoProposal;
import org.huisheng.kpi.department.DepartmentClass;
import org.jspecify.annotations.Nullable;

/**
 * What a template says, as it was proposed.
 *
 * @param weights of the classes that have weights of their own
 */
record TemplateContent(
        List<@Nullable DimensionProposal> dimensions,
        List<@Nullable VetoProposal> vetoItems,
        List<@Nullable BonusProposal> bonusItems,
        @Nullable BigDecimal bonusCap,
        List<ClassWeights> weights) {

    /**
     * Weights that differ for departments of a class, by the codes of dimensions and indicators; 0 leaves a part out. What
     * is not named weighs what it weighs for all.
     */
    record ClassWeights(
            @JsonProperty("class") @Nullable DepartmentClass departmentClass,
            @Nullable Map<String, @Nullable BigDecimal> dimensions,
            @Nullable Map<String, @Nullable BigDecimal> indicators) {

        static final ClassWeights NONE = new ClassWeights(null, null, null);

        @Nullable
        BigDecimal of(DimensionProposal dimension) {
            return own(dimensions, dimension.code(), dimension.weight());
        }

        @Nullable
        BigDecimal of(IndicatorProposal indicator) {
            return own(indicators, indicator.code(), indicator.weight());
        }

        private static @Nullable BigDecimal own(
                @Nullable Map<String, @Nullable BigDecimal> weights,
                @Nullable String code,
                @Nullable BigDecimal usual) {
            var own = weights == null || code == null ? null : weights.get(code);
            return own == null ? usual : own;
        }
    }

    /** The dimensions with the weights of a class, without what weighs nothing there. */
    List<@Nullable DimensionProposal> dimensions(@Nullable DepartmentClass departmentClass) {
        var own = weights.stream()
                .filter(each -> each.departmentClass() == departmentClass)
                .findFirst()
                .orElse(ClassWeights.NONE);
        return dimensions.stream()
                .filter(Objects::nonNull)
                .filter(dimension -> weighs(own.of(dimension)))
                .<@Nullable DimensionProposal>map(dimension -> new DimensionProposal(
                        dimension.code(),
                        dimension.name(),
                        dimension.nameEn(),
                        own.of(dimension),
                        indicators(dimension, own)))
                .toList();
    }

    private static List<@Nullable IndicatorProposal> indicators(DimensionProposal dimension, ClassWeights own) {
        var indicators =
                dimension.indicators() == null ? List.<@Nullable IndicatorProposal>of() : dimension.indicators();
        return indicators.stream()
                .filter(Objects::nonNull)
                .filter(indicator -> weighs(own.of(indicator)))
                .<@Nullable IndicatorProposal>map(indicator -> indicator.weighing(own.of(indicator)))
                .toList();
    }

    static boolean weighs(@Nullable BigDecimal weight) {
        return weight == null || weight.signum() != 0;
    }
}
