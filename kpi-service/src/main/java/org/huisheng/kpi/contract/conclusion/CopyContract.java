package org.huisheng.kpi.contract.conclusion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.UUID;
import org.huisheng.kit.problem.DomainException.NotFound;
import org.huisheng.kpi.contract.Contract;
import org.huisheng.kpi.contract.Contracts;
import org.huisheng.kpi.department.Departments;
import org.jspecify.annotations.Nullable;

/** Concludes the terms of a contract again: for another year, for another department, or both. */
@ApplicationScoped
class CopyContract {

    private final Contracts contracts;
    private final ConcludeContract concludeContract;

    CopyContract(Contracts contracts, ConcludeContract concludeContract) {
        this.contracts = contracts;
        this.concludeContract = concludeContract;
    }

    /**
     * @param department the same as before when absent
     * @param effectiveFrom the year's first day when absent
     */
    record Copy(
            @Nullable String department,
            @Nullable Integer year,
            @Nullable LocalDate effectiveFrom) {}

    @Transactional
    Contract copy(UUID id, Copy wanted, String by) {
        var original = contracts.byId(id).orElseThrow(() -> new NotFound("contract", id));
        var findings = new Findings();
        var rules = new ContractRules(contracts.standardDimensions(), findings);
        var department = wanted.department() == null
                ? original.department()
                : findings.code("/department", wanted.department(), Departments.CODE, "department-code");
        var year = rules.year(wanted.year());
        var effectiveFrom = rules.effectiveFrom(year, wanted.effectiveFrom());
        findings.refuse();
        return concludeContract.conclude(
                new Agreed(department, year, effectiveFrom, original.template(), original.terms()), by);
    }
}
