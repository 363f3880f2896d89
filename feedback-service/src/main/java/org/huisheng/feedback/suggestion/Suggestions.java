package org.huisheng.feedback.suggestion;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import org.huisheng.kit.problem.DomainException.NotFound;

/** All that was put into the box. */
@ApplicationScoped
class Suggestions implements PanacheRepositoryBase<Suggestion, String> {

    private static final int IN_TURN = 10;
    private static final int PASSING_ON = 11;

    /** @throws NotFound if nobody was given such a code; the answer does not repeat it */
    Suggestion require(ReceiptCode code) {
        return findByIdOptional(code.hash()).orElseThrow(Suggestions::unknown);
    }

    /** Held until the end of the transaction: what one suggester adds comes one after the other. */
    Suggestion requireInTurn(ReceiptCode code) {
        return findByIdOptional(code.hash(), LockModeType.PESSIMISTIC_WRITE).orElseThrow(Suggestions::unknown);
    }

    private static NotFound unknown() {
        return new NotFound("suggestion", "…");
    }

    /** Lets requests with one client's identifier go one after the other; the primary key remains the last word. */
    @Transactional(TxType.MANDATORY)
    void inTurn(ReceiptCode code) {
        getEntityManager()
                .createNativeQuery("SELECT 1 FROM (SELECT pg_advisory_xact_lock(?1, hashtext(?2))) AS turn")
                .setParameter(1, IN_TURN)
                .setParameter(2, code.hash())
                .getSingleResult();
    }

    /** False while another instance is at it: what is passed on together must not be told apart. */
    @Transactional(TxType.MANDATORY)
    boolean isMyTurn() {
        return Boolean.TRUE.equals(getEntityManager()
                .createNativeQuery("SELECT pg_try_advisory_xact_lock(?1, 0)", Boolean.class)
                .setParameter(1, PASSING_ON)
                .getSingleResult());
    }

    /** Those of periods that are over, in no order. */
    List<Suggestion> gatheredBefore(Instant beginning, int limit) {
        List<?> found = getEntityManager()
                .createNativeQuery(
                        "SELECT * FROM suggestion WHERE case_id IS NULL AND since < ?1 ORDER BY random() LIMIT ?2",
                        Suggestion.class)
                .setParameter(1, beginning)
                .setParameter(2, limit)
                .getResultList();
        return found.stream().map(Suggestion.class::cast).toList();
    }
}
