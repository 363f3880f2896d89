package org.huisheng.feedback.override;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.huisheng.feedback.casework.Case;
import org.huisheng.feedback.override.ReadOverrides.Decider;
import org.huisheng.feedback.override.ReadOverrides.Found;
import org.huisheng.feedback.request.Conditions;
import org.huisheng.feedback.request.Keyset;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.huisheng.kit.problem.DomainException.NotFound;
import org.jspecify.annotations.Nullable;

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

    /** The one that waits for a second person, held until the end of the transaction. */
    Optional<OverrideProposal> waiting(UUID caseId) {
        return find("caseId = ?1 and verdict is null order by number desc", caseId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    List<Found> newest(@Nullable OverrideState state, @Nullable Decider decider, @Nullable Keyset after, int limit) {
        var conditions = new Conditions();
        if (state == OverrideState.PENDING) {
            conditions.and("p.verdict is null", Map.of());
        } else if (state != null) {
            conditions.and("p.verdict = :verdict", Map.of("verdict", Objects.requireNonNull(state.verdict())));
        }
        if (decider != null) {
            conditions.and("p.requestedBy <> :name", Map.of("name", decider.name()));
            if (decider.department() != null) {
                conditions.and(
                        "c.department <> :own and coalesce(c.firstReceiver, '') <> :own"
                                // Whoever was asked to contribute is a co-lead; the tasks have an index.
                                + " and not exists (select 1 from CaseTask t where t.caseId = c.id and t.department = :own)",
                        Map.of("own", decider.department()));
            }
        }
        if (after != null) {
            conditions.and(
                    "p.requestedAt <= :moment and (p.requestedAt < :moment or p.caseId < :case)",
                    Map.of("moment", after.moment(), "case", after.id()));
        }
        var query = getEntityManager()
                .createQuery(
                        "select p, c from OverrideProposal p join Case c on c.id = p.caseId " + conditions.where()
                                + "order by p.requestedAt desc, p.caseId desc",
                        Object[].class)
                .setMaxResults(limit);
        conditions.parameters().forEach(query::setParameter);
        return query.getResultList().stream()
                .map(row -> new Found((OverrideProposal) row[0], (Case) row[1]))
                .toList();
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
