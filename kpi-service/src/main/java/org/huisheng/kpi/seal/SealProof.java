package org.huisheng.kpi.seal;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.huisheng.kpi.period.Period;
import org.huisheng.kpi.seal.VerifySeals.Discrepancy;

/** Proves of single months that what a seal holds of them is as it was sealed. */
@ApplicationScoped
public class SealProof {

    private final Seals seals;
    private final SealCheck check;

    SealProof(Seals seals, SealCheck check) {
        this.seals = seals;
        this.check = check;
    }

    /** @param hash of the seal */
    public record Proof(long sequence, String hash) {}

    /**
     * @throws org.huisheng.kit.problem.DomainException.NotFound if the month is not sealed
     * @throws Conflict if its seal is broken
     */
    public Proof require(YearMonth month) {
        var seal = seals.requireHolding(Period.of(month));
        var previous = seals.after(seal.sequence() - 2, 1).stream()
                .filter(before -> before.sequence() < seal.sequence())
                .findFirst();
        var broken = check.findings(seal, previous.orElse(null)).stream()
                .anyMatch(finding -> finding.what() != Discrepancy.SCORE);
        if (broken) {
            throw new Conflict("seal-broken", seal.period().text());
        }
        return new Proof(seal.sequence(), seal.hash());
    }
}
