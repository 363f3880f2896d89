package org.huisheng.kpi.contract.conclusion;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.huisheng.kpi.contract.BonusItem;
import org.huisheng.kpi.contract.Dimension;
import org.huisheng.kpi.contract.Indicator;
import org.huisheng.kpi.contract.Terms;
import org.huisheng.kpi.contract.VetoItem;
import org.huisheng.kpi.contract.VetoItem.Condition;
import org.huisheng.kpi.contract.conclusion.ContractProposal.BonusProposal;
import org.huisheng.kpi.contract.conclusion.ContractProposal.ConditionProposal;
import org.huisheng.kpi.contract.conclusion.ContractProposal.VetoProposal;
import org.jspecify.annotations.Nullable;

/** What makes veto and bonus items sound beside the dimensions of their contract. */
final class ItemRules {

    private static final int ITEMS = 20;
    private static final int MOST_POINTS = 100;
    private static final BigDecimal USUAL_CAP = BigDecimal.TEN;

    private final Findings findings;
    private final List<Dimension> dimensions;
    private final Set<String> codes = new HashSet<>();

    ItemRules(Findings findings, List<Dimension> dimensions) {
        this.findings = findings;
        this.dimensions = dimensions;
    }

    Terms check(
            @Nullable List<@Nullable VetoProposal> vetoItems,
            @Nullable List<@Nullable BonusProposal> bonusItems,
            @Nullable BigDecimal bonusCap) {
        var vetoes = vetoes(findings.optionalList("/vetoItems", vetoItems, ITEMS));
        var bonuses = bonuses(findings.optionalList("/bonusItems", bonusItems, ITEMS));
        if (bonuses.isEmpty()) {
            if (bonusCap != null) {
                findings.add("/bonusCap", "cap-without-bonus");
            }
            return new Terms(dimensions, vetoes, bonuses, null);
        }
        return new Terms(dimensions, vetoes, bonuses, points("/bonusCap", bonusCap == null ? USUAL_CAP : bonusCap));
    }

    private List<VetoItem> vetoes(List<@Nullable VetoProposal> proposed) {
        var vetoes = new ArrayList<VetoItem>();
        for (var i = 0; i < proposed.size(); i++) {
            var path = "/vetoItems/" + i;
            var veto =
                    findings.required(path, proposed.get(i), new VetoProposal("x", "x", null, BigDecimal.ZERO, null));
            findings.required(path + "/ceiling", veto.ceiling(), BigDecimal.ZERO);
            vetoes.add(new VetoItem(
                    code(path, veto.code()),
                    findings.name(path + "/name", veto.name()),
                    findings.optionalName(path + "/nameEn", veto.nameEn()),
                    findings.points(path + "/ceiling", veto.ceiling(), BigDecimal.ZERO, 0, MOST_POINTS),
                    veto.condition() == null ? null : condition(path + "/condition", veto.condition())));
        }
        return vetoes;
    }

    private Condition condition(String path, ConditionProposal proposal) {
        var known = dimensions.stream()
                .flatMap(dimension -> dimension.indicators().stream())
                .map(Indicator::code)
                .collect(Collectors.toSet());
        var indicator = findings.required(path + "/indicator", proposal.indicator(), "");
        if (proposal.indicator() != null && !known.contains(indicator)) {
            findings.add(path + "/indicator", "unknown-indicator", indicator);
        }
        var below = findings.number(path + "/below", proposal.below());
        var above = findings.number(path + "/above", proposal.above());
        if (proposal.below() == null && proposal.above() == null) {
            findings.add(path, "condition-without-bound");
        }
        if (below != null && above != null && below.compareTo(above) > 0) {
            findings.add(path + "/above", "band-upside-down");
        }
        return new Condition(indicator, below, above);
    }

    private List<BonusItem> bonuses(List<@Nullable BonusProposal> proposed) {
        var bonuses = new ArrayList<BonusItem>();
        for (var i = 0; i < proposed.size(); i++) {
            var path = "/bonusItems/" + i;
            var bonus = findings.required(path, proposed.get(i), new BonusProposal("x", "x", null, BigDecimal.ONE));
            bonuses.add(new BonusItem(
                    code(path, bonus.code()),
                    findings.name(path + "/name", bonus.name()),
                    findings.optionalName(path + "/nameEn", bonus.nameEn()),
                    points(path + "/points", findings.required(path + "/points", bonus.points(), BigDecimal.ONE))));
        }
        return bonuses;
    }

    private String code(String path, @Nullable String proposed) {
        var code = findings.code(path + "/code", proposed, IndicatorRules.CODE, "indicator-code");
        if (!codes.add(code)) {
            findings.add(path + "/code", "duplicate");
        }
        return code;
    }

    private BigDecimal points(String path, BigDecimal proposed) {
        var points = findings.points(path, proposed, BigDecimal.ONE, 0, MOST_POINTS);
        if (points.signum() == 0) {
            findings.add(path, "points-not-positive");
        }
        return points;
    }
}
