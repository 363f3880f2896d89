package org.huisheng.feedback.sla;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** Takes a case in hand for what time does to it, if nobody else has it. */
@ApplicationScoped
class CaseInHand {

    private static final Duration JUST_NOW = Duration.ofSeconds(5);

    private final EntityManager entities;

    CaseInHand(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * The case first, as every step does: whoever works on it is not waited for, and none waits for another in a ring. Nor
     * is a case touched that somebody has just changed: they are likely to go on, and should not hear of a lost update.
     */
    @Transactional(TxType.MANDATORY)
    boolean take(UUID caseId, Instant now) {
        return !entities.createNativeQuery("""
                        SELECT 1 FROM feedback_case WHERE id = ?1 AND updated_at < ?2 FOR UPDATE SKIP LOCKED
                        """)
                .setParameter(1, caseId)
                .setParameter(2, OffsetDateTime.ofInstant(now.minus(JUST_NOW), ZoneOffset.UTC))
                .getResultList()
                .isEmpty();
    }
}
