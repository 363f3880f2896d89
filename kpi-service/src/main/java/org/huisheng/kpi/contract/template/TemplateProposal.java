package org.huisheng.kpi.contract.template;

import java.math.BigDecimal;
import java.util.List;
import org.huisheng.kpi.contract.conclusion.ContractProposal.BonusProposal;
import org.huisheng.kpi.contract.conclusion.ContractProposal.DimensionProposal;
import org.huisheng.kpi.contract.conclusion.ContractProposal.VetoProposal;
import org.huisheng.kpi.contract.template.TemplateContent.ClassWeights;
import org.jspecify.annotations.Nullable;

/** A template as somebody proposes it. */
record TemplateProposal(
        @Nullable String code,
        @Nullable String name,
        @Nullable String nameEn,
        @Nullable List<@Nullable DimensionProposal> dimensions,
        @Nullable List<@Nullable VetoProposal> vetoItems,
        @Nullable List<@Nullable BonusProposal> bonusItems,
        @Nullable BigDecimal bonusCap,
        @Nullable List<@Nullable ClassWeights> weights) {}
