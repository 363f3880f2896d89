package org.huisheng.kpi.contract.conclusion;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.huisheng.kpi.contract.Contracts.StandardDimension;
import org.huisheng.kpi.contract.Dimension;
import org.huisheng.kpi.contract.Indicator;
import org.huisheng.kpi.contract.Terms;
import org.huisheng.kpi.contract.conclusion.ContractProposal.BonusProposal;
import org.huisheng.kpi.contract.conclusion.ContractProposal.DimensionProposal;
import org.huisheng.kpi.contract.conclusion.ContractProposal.VetoProposal;
import org.huisheng.kpi.department.Departments;
import org.jspecify.annotations.Nullable;

/** What makes a contract sound; finds everything that is wrong at once. */
public final class ContractRules {

    private static final int DIMENSIONS = 20;
    private static final int INDICATORS = 50;

    private final Map<String, StandardDimension> standard;
    private final Findings findings;

    public ContractRules(Map<String, StandardDimension> standard, Findings findings) {
        this.standard = standard;
        this.findings = findings;
    }

    /** @throws org.huisheng.kit.problem.DomainException.RuleViolated naming all rules broken */
    Agreed check(ContractProposal proposal) {
        var department = findings.code("/department", proposal.department(), Departments.CODE, "department-code");
        var year = year(proposal.year());
        var effectiveFrom = effectiveFrom(year, proposal.effectiveFrom());
        var terms = terms(proposal.dimensions(), proposal.vetoItems(), proposal.bonusItems(), proposal.bonusCap());
        findings.refuse();
        return new Agreed(department, year, effectiveFrom, null, terms);
    }

    public int year(@Nullable Integer proposed) {
        var year = findings.required("/year", proposed, 2000);
        if (year < 2000 || year > 2099) {
            findings.add("/year", "out-of-range", 2000, 2099);
        }
        return year;
    }

    /** Within the year; on its first day where nothing is said. */
    public LocalDate effectiveFrom(int year, @Nullable LocalDate proposed) {
        if (proposed != null && proposed.getYear() != year) {
            findings.add("/effectiveFrom", "not-in-year", String.valueOf(year));
        }
        return proposed == null ? LocalDate.of(year, 1, 1) : proposed;
    }

    /** What was found so far is in {@code findings}: terms with findings are of no use. */
    public Terms terms(
            @Nullable List<@Nullable DimensionProposal> dimensions,
            @Nullable List<@Nullable VetoProposal> vetoItems,
            @Nullable List<@Nullable BonusProposal> bonusItems,
            @Nullable BigDecimal bonusCap) {
        var agreed = dimensions(dimensions);
        return new ItemRules(findings, agreed).check(vetoItems, bonusItems, bonusCap);
    }

    private List<Dimension> dimensions(@Nullable List<@Nullable DimensionProposal> proposals) {
        var dimensions = new ArrayList<Dimension>();
        var codes = new HashSet<String>();
        var indicatorRules = new IndicatorRules(findings);
        var proposed = findings.list("/dimensions", proposals, DIMENSIONS);
        for (var i = 0; i < proposed.size(); i++) {
            var path = "/dimensions/" + i;
            var dimension = proposed.get(i);
            if (dimension == null) {
                findings.add(path, "required");
                continue;
            }
            dimensions.add(dimension(path, dimension, indicatorRules));
            if (!codes.add(String.valueOf(dimension.code()))) {
                findings.add(path + "/code", "duplicate");
            }
        }
        findings.sumIsHundred(
                "/dimensions", dimensions.stream().map(Dimension::weight).toList());
        return dimensions;
    }

    private Dimension dimension(String path, DimensionProposal proposal, IndicatorRules indicatorRules) {
        var code = findings.code(path + "/code", proposal.code(), Departments.CODE, "dimension-code");
        var known = standard.get(code);
        var name = proposal.name() == null && known != null ? known.name() : proposal.name();
        var nameEn = proposal.nameEn() == null && known != null ? known.nameEn() : proposal.nameEn();
        var indicators = new ArrayList<Indicator>();
        var proposed = findings.list(path + "/indicators", proposal.indicators(), INDICATORS);
        for (var i = 0; i < proposed.size(); i++) {
            var indicator = proposed.get(i);
            if (indicator == null) {
                findings.add(path + "/indicators/" + i, "required");
                continue;
            }
            indicators.add(indicatorRules.check(path + "/indicators/" + i, indicator));
        }
        findings.sumIsHundred(
                path + "/indicators", indicators.stream().map(Indicator::weight).toList());
        return new Dimension(
                code,
                findings.name(path + "/name", name),
                findings.optionalName(path + "/nameEn", nameEn),
                findings.weight(path + "/weight", proposal.weight()),
                indicators);
    }
}
