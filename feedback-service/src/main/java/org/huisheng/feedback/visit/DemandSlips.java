package org.huisheng.feedback.visit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.UUID;
import org.huisheng.feedback.casework.Case;

/** Which cases a visit opened. */
@ApplicationScoped
class DemandSlips {

    private final EntityManager entities;

    DemandSlips(EntityManager entities) {
        this.entities = entities;
    }

    @Transactional(TxType.MANDATORY)
    void add(UUID visit, int ordinal, UUID caseId) {
        entities.createNativeQuery("INSERT INTO demand_slip (visit, ordinal, case_id) VALUES (?1, ?2, ?3)")
                .setParameter(1, visit)
                .setParameter(2, ordinal)
                .setParameter(3, caseId)
                .executeUpdate();
    }

    /** In the order they were written; a visit has few. */
    List<Case> of(UUID visit) {
        return entities.createNativeQuery("""
                        SELECT feedback_case.* FROM demand_slip JOIN feedback_case ON feedback_case.id = case_id
                        WHERE visit = ?1 ORDER BY ordinal
                        """, Case.class)
                .setParameter(1, visit)
                .getResultList();
    }
}
