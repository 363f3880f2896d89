package org.huisheng.feedback.override;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.huisheng.kit.problem.DomainException.NotFound;

/** All proposals to override. */
@ApplicationScoped
class OverrideProposals implements PanacheRepositoryBase<OverrideProposal, OverrideProposal.Key> {

    private static final int SHOWN = 100;

    /** @throws NotFound if there is no such proposal */
    OverrideProposal require(UUID caseId, int number) {
        return findByIdOptional(new OverrideProposal.Key(caseId, number), LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> new NotFound("override", number));
    }

    List<OverrideProposal> newest(UUID caseId) {
        return find("caseId = ?1 order by number desc", caseId)
                .page(Page.ofSize(SHOWN))
                .list();
    }

    int nextNumber(UUID caseId, int attempt) {
        if (count("caseId = ?1 and attempt = ?2 and verdict is null", caseId, attempt) > 0) {
            throw new Conflict("override-pending");
        }
        return find("caseId = ?1 order by number desc", caseId)
                        .firstResultOptional()
                        .map(OverrideProposal::number)
                        .orElse(0)
                + 1;
    }
}
