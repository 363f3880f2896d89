package org.huisheng.kpi.contract.template;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.huisheng.kpi.contract.Contract;
import org.huisheng.kpi.contract.Contracts;
import org.huisheng.kpi.contract.conclusion.Agreed;
import org.huisheng.kpi.contract.conclusion.ConcludeContract;
import org.huisheng.kpi.contract.conclusion.ContractRules;
import org.huisheng.kpi.contract.conclusion.Findings;
import org.huisheng.kpi.department.Department;
import org.huisheng.kpi.department.DepartmentClass;
import org.huisheng.kpi.department.Departments;
import org.jspecify.annotations.Nullable;

/** Concludes contracts for several departments, each with the weights of its class: all of them or none. */
@ApplicationScoped
class ConcludeFromTemplate {

    private static final int DEPARTMENTS = 500;

    private final ContractTemplates templates;
    private final PublishTemplate publishTemplate;
    private final Contracts contracts;
    private final Departments departments;
    private final ConcludeContract concludeContract;

    ConcludeFromTemplate(
            ContractTemplates templates,
            PublishTemplate publishTemplate,
            Contracts contracts,
            Departments departments,
            ConcludeContract concludeContract) {
        this.templates = templates;
        this.publishTemplate = publishTemplate;
        this.contracts = contracts;
        this.departments = departments;
        this.concludeContract = concludeContract;
    }

    /**
     * @param standard instead of a template the standard one, which is published with it if it has not been yet
     * @param departments the ones to conclude with; or else all active ones of {@code class}
     * @param effectiveFrom the year's first day when absent
     */
    record Wanted(
            @Nullable UUID template,
            @Nullable Boolean standard,
            @Nullable Integer year,
            @Nullable LocalDate effectiveFrom,
            @Nullable List<@Nullable String> departments,
            @JsonProperty("class") @Nullable DepartmentClass departmentClass) {}

    @Transactional
    List<Contract> conclude(Wanted wanted, String by) {
        var findings = new Findings();
        var rules = new ContractRules(contracts.standardDimensions(), findings);
        var year = rules.year(wanted.year());
        var effectiveFrom = rules.effectiveFrom(year, wanted.effectiveFrom());
        var template = template(findings, wanted, by);
        var parties = parties(findings, wanted);
        findings.refuse();
        var content = Objects.requireNonNull(template, "found or refused").content();
        var concluded = new ArrayList<Contract>(parties.size());
        for (var department : parties) {
            var terms = rules.terms(
                    content.dimensions(department.departmentClass()),
                    content.vetoItems(),
                    content.bonusItems(),
                    content.bonusCap());
            findings.refuse();
            concluded.add(concludeContract.conclude(
                    new Agreed(department.code(), year, effectiveFrom, template.id(), terms), by));
        }
        return concluded;
    }

    private @Nullable ContractTemplate template(Findings findings, Wanted wanted, String by) {
        var id = wanted.template();
        if (Boolean.TRUE.equals(wanted.standard())) {
            if (id != null) {
                findings.add("/template", "template-or-standard");
            }
            return publishTemplate.standard(by);
        }
        if (id == null) {
            findings.add("/template", "required");
            return null;
        }
        var template = templates.byId(id).orElse(null);
        if (template == null) {
            findings.add("/template", "unknown-template", id);
        }
        return template;
    }

    /** In order of their codes, so that two callers cannot wait for each other. */
    private List<Department> parties(Findings findings, Wanted wanted) {
        if (wanted.departments() != null && wanted.departmentClass() != null) {
            findings.add("/class", "departments-or-class");
            return List.of();
        }
        if (wanted.departmentClass() != null) {
            var members = departments.ofClass(wanted.departmentClass());
            if (members.isEmpty()) {
                findings.add("/class", "nobody-of-class");
            }
            return members;
        }
        return named(findings, findings.list("/departments", wanted.departments(), DEPARTMENTS));
    }

    private List<Department> named(Findings findings, List<@Nullable String> codes) {
        var wanted = new LinkedHashSet<String>();
        for (var i = 0; i < codes.size(); i++) {
            var path = "/departments/" + i;
            if (!wanted.add(findings.required(path, codes.get(i), ""))) {
                findings.add(path, "duplicate");
            }
        }
        var known = departments.known(wanted);
        for (var i = 0; i < codes.size(); i++) {
            var code = codes.get(i);
            if (code != null
                    && known.stream().noneMatch(department -> department.code().equals(code))) {
                findings.add("/departments/" + i, "unknown-department", code);
            }
        }
        return known;
    }
}
