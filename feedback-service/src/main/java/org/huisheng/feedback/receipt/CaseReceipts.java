package org.huisheng.feedback.receipt;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.UUID;
import org.huisheng.events.ReceiptEvent.ReceiptAsked;

/** By the hash of which receipt which case is spoken for, as survey-service tells it. The receipts themselves are unknown here. */
@ApplicationScoped
public class CaseReceipts {

    /** Each rule opens one case of an answer at most; more than these nobody reads on one page. */
    private static final int MOST = 20;

    private final EntityManager entities;

    CaseReceipts(EntityManager entities) {
        this.entities = entities;
    }

    /** Once however often it is heard. */
    @Transactional(TxType.MANDATORY)
    public void learn(ReceiptAsked asked) {
        entities.createNativeQuery("""
                        INSERT INTO case_receipt (receipt_hash, case_id) VALUES (?1, ?2) ON CONFLICT DO NOTHING
                        """)
                .setParameter(1, asked.receiptHash())
                .setParameter(2, asked.caseId())
                .executeUpdate();
    }

    /** The oldest case first. */
    @Transactional(TxType.MANDATORY)
    List<UUID> casesOf(Receipt receipt) {
        return entities.createNativeQuery(
                        "SELECT case_id FROM case_receipt WHERE receipt_hash = ?1 ORDER BY case_id LIMIT ?2",
                        UUID.class)
                .setParameter(1, receipt.hash())
                .setParameter(2, MOST)
                .getResultList();
    }
}
