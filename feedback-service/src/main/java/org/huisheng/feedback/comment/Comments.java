package org.huisheng.feedback.comment;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.UUID;
import org.huisheng.kit.problem.DomainException.NotFound;

/** All comments of the government. */
@ApplicationScoped
class Comments implements PanacheRepositoryBase<GovernmentComment, UUID> {

    GovernmentComment require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new NotFound("comment", id));
    }

    /** Lets requests with one client's identifier go one after the other; the primary key remains the last word. */
    @Transactional(TxType.MANDATORY)
    void inTurn(UUID id) {
        getEntityManager()
                .createNativeQuery("SELECT 1 FROM (SELECT pg_advisory_xact_lock(5, hashtext(?1))) AS turn")
                .setParameter(1, id.toString())
                .getSingleResult();
    }

    /** As it is now, held until the end of the transaction: nobody answers it or gives it to somebody else meanwhile. */
    @Transactional(TxType.MANDATORY)
    GovernmentComment held(UUID id) {
        var comment = require(id);
        getEntityManager().refresh(comment, LockModeType.PESSIMISTIC_WRITE);
        return comment;
    }
}
