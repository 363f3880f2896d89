package org.huisheng.feedback.casework;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.UUID;
import org.huisheng.kit.problem.DomainException.NotFound;

/** All cases. */
@ApplicationScoped
public class Cases implements PanacheRepositoryBase<Case, UUID> {

    /** @throws NotFound if there is no such case */
    public Case require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new NotFound("case", id));
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
