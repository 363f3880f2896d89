package org.huisheng.feedback.casework;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.huisheng.kit.problem.DomainException.NotFound;

/** All cases. */
@ApplicationScoped
public class Cases implements PanacheRepositoryBase<Case, UUID> {

    /** @throws NotFound if there is no such case */
    public Case require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new NotFound("case", id));
    }

    public static final int MOST_DUPLICATES = 50;

    /** The case whose resolution the stakeholder of this one is asked about. */
    public Case asked(Case matter) {
        return matter.mergedInto().map(this::require).orElse(matter);
    }

    /** Those that go on in the case; never more than {@link #MOST_DUPLICATES}. */
    public List<Case> duplicatesOf(UUID id) {
        return find("merger.into = ?1 order by id", id)
                .page(Page.ofSize(MOST_DUPLICATES))
                .list();
    }

    /**
     * @param ids held until the end of the transaction, by whoever changes two cases at once; always in one order
     * @throws NotFound if there is none of such an id
     */
    @Transactional(TxType.MANDATORY)
    public void hold(UUID... ids) {
        for (var id : Arrays.stream(ids).sorted().distinct().toList()) {
            if (findById(id, LockModeType.PESSIMISTIC_WRITE) == null) {
                throw new NotFound("case", id);
            }
        }
    }

    /** Reads a case again, held until the end of the transaction. */
    @Transactional(TxType.MANDATORY)
    public void holdAsItIs(Case matter) {
        getEntityManager().refresh(matter, LockModeType.PESSIMISTIC_WRITE);
    }

    /**
     * Lets concurrent requests with one client's identifier go one after the other, so that the second finds what the
     * first has stored. The primary key remains the last word.
     */
    @Transactional(TxType.MANDATORY)
    public void inTurn(UUID id) {
        getEntityManager()
                .createNativeQuery("SELECT 1 FROM (SELECT pg_advisory_xact_lock(1, hashtext(?1))) AS turn")
                .setParameter(1, id.toString())
                .getSingleResult();
    }
}
