package org.huisheng.kpi.contract.template;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.huisheng.kpi.contract.Contracts.StandardDimension;
import org.huisheng.kpi.contract.Terms;
import org.huisheng.kpi.contract.conclusion.ContractRules;
import org.huisheng.kpi.contract.conclusion.Findings;
import org.huisheng.kpi.contract.template.TemplateContent.ClassWeights;
import org.huisheng.kpi.department.DepartmentClass;
import org.huisheng.kpi.department.Departments;
import org.jspecify.annotations.Nullable;

/** What makes a template sound: the terms themselves, and what they become with the weights of each class. */
final class TemplateRules {

    private final ContractRules contractRules;
    private final Findings findings = new Findings();

    TemplateRules(Map<String, StandardDimension> standard) {
        this.contractRules = new ContractRules(standard, findings);
    }

    record Sound(String code, String name, @Nullable String nameEn, TemplateContent content) {}

    /** @throws org.huisheng.kit.problem.DomainException.RuleViolated naming all rules broken */
    Sound check(TemplateProposal proposal) {
        var code = findings.code("/code", proposal.code(), Departments.CODE, "template-code");
        var name = findings.name("/name", proposal.name());
        var nameEn = findings.optionalName("/nameEn", proposal.nameEn());
        var terms = contractRules.terms(
                proposal.dimensions(), proposal.vetoItems(), proposal.bonusItems(), proposal.bonusCap());
        var weights = weights(proposal.weights(), terms);
        findings.refuse();
        return new Sound(
                code,
                name,
                nameEn,
                new TemplateContent(
                        orNone(proposal.dimensions()),
                        orNone(proposal.vetoItems()),
                        orNone(proposal.bonusItems()),
                        terms.bonusCap(),
                        weights));
    }

    private static <T extends @Nullable Object> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    private List<ClassWeights> weights(@Nullable List<@Nullable ClassWeights> proposals, Terms terms) {
        var proposed = findings.optionalList("/weights", proposals, DepartmentClass.values().length);
        var weights = new ArrayList<ClassWeights>();
        var seen = EnumSet.noneOf(DepartmentClass.class);
        for (var i = 0; i < proposed.size(); i++) {
            var path = "/weights/" + i;
            var own = findings.required(path, proposed.get(i), ClassWeights.NONE);
            var departmentClass = findings.required(path + "/class", own.departmentClass(), DepartmentClass.SUPPORT);
            if (own.departmentClass() != null && !seen.add(departmentClass)) {
                findings.add(path + "/class", "duplicate");
            }
            new ClassRules(findings, path, terms).check(own);
            weights.add(own);
        }
        return weights;
    }

    /** The weights of one class beside the terms they are for. */
    private record ClassRules(Findings findings, String path, Terms terms) {

        private static final int WHOLE = 100;

        void check(ClassWeights own) {
            var dimensions = sound("/dimensions", own.dimensions());
            var indicators = sound("/indicators", own.indicators());
            var known = terms.dimensions();
            known(
                    "/dimensions",
                    dimensions,
                    known.stream().map(dimension -> dimension.code()).toList());
            known(
                    "/indicators",
                    indicators,
                    known.stream()
                            .flatMap(dimension -> dimension.indicators().stream())
                            .map(indicator -> indicator.code())
                            .toList());
            findings.sumIsHundred(
                    path + "/dimensions",
                    known.stream()
                            .map(dimension -> dimensions.getOrDefault(dimension.code(), dimension.weight()))
                            .toList());
            sums(dimensions, indicators);
        }

        private void sums(Map<String, BigDecimal> dimensions, Map<String, BigDecimal> indicators) {
            for (var dimension : terms.dimensions()) {
                var leftOut = !TemplateContent.weighs(dimensions.getOrDefault(dimension.code(), dimension.weight()));
                if (!leftOut) {
                    findings.sumIsHundred(
                            path + "/indicators",
                            dimension.indicators().stream()
                                    .map(indicator -> indicators.getOrDefault(indicator.code(), indicator.weight()))
                                    .toList());
                }
                for (var indicator : dimension.indicators()) {
                    var weight = indicators.getOrDefault(indicator.code(), indicator.weight());
                    if ((leftOut || !TemplateContent.weighs(weight)) && isNeeded(indicator.code())) {
                        findings.add(path + "/indicators/" + indicator.code(), "needed-by-veto");
                    }
                }
            }
        }

        private boolean isNeeded(String indicator) {
            return terms.vetoItems().stream()
                    .anyMatch(item -> item.condition() != null
                            && item.condition().indicator().equals(indicator));
        }

        private void known(String field, Map<String, BigDecimal> weights, List<String> codes) {
            for (var code : weights.keySet()) {
                if (!codes.contains(code)) {
                    findings.add(path + field + "/" + code, "not-in-template");
                }
            }
        }

        private Map<String, BigDecimal> sound(String field, @Nullable Map<String, @Nullable BigDecimal> proposed) {
            var weights = new TreeMap<String, BigDecimal>();
            if (proposed != null) {
                proposed.forEach((code, weight) -> weights.put(
                        code,
                        findings.points(
                                path + field + "/" + code,
                                findings.required(path + field + "/" + code, weight, BigDecimal.ZERO),
                                BigDecimal.ZERO,
                                0,
                                WHOLE)));
            }
            return weights;
        }
    }
}
