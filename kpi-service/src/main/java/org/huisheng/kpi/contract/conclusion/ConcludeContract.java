package org.huisheng.kpi.contract.conclusion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.huisheng.kit.audit.AuditTrail;
import org.huisheng.kit.platform.Uuid7;
import org.huisheng.kit.problem.DomainException.RuleViolated;
import org.huisheng.kit.problem.Violation;
import org.huisheng.kpi.contract.Contract;
import org.huisheng.kpi.contract.Contracts;

/** Makes a sound proposal the next version of the department's contract for its year. */
@ApplicationScoped
public class ConcludeContract {

    private final Contracts contracts;
    private final AuditTrail trail;
    private final Clock clock;

    ConcludeContract(Contracts contracts, AuditTrail trail, Clock clock) {
        this.contracts = contracts;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional
    Contract conclude(ContractProposal proposal, String by) {
        return conclude(new ContractRules(contracts.standardDimensions(), new Findings()).check(proposal), by);
    }

    /** One of possibly several in a transaction. */
    @Transactional(TxType.MANDATORY)
    public Contract conclude(Agreed agreed, String by) {
        if (!contracts.holdDepartment(agreed.department())) {
            throw new RuleViolated(List.of(new Violation("/department", "unknown-department", agreed.department())));
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var contract = new Contract(
                Uuid7.at(now),
                agreed.department(),
                agreed.year(),
                contracts.latestVersion(agreed.department(), agreed.year()) + 1,
                agreed.effectiveFrom(),
                now,
                by,
                agreed.template(),
                agreed.terms(),
                List.of());
        contracts.add(contract);
        trail.makes(contract.id());
        return contract;
    }
}
