package org.huisheng.survey.response;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.huisheng.events.Side;
import org.huisheng.events.SurveyEvent.ResponseWithdrawn;
import org.huisheng.kit.event.Outbox;
import org.huisheng.kit.problem.DomainException.NotFound;

/** Takes a response back. Its row stays, so that the same id is still known; its event undoes what was derived. */
@ApplicationScoped
class WithdrawResponse {

    private final EntityManager entities;
    private final Outbox outbox;
    private final Clock clock;

    WithdrawResponse(EntityManager entities, Outbox outbox, Clock clock) {
        this.entities = entities;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Withdrawing twice is withdrawing once. */
    @Transactional
    void withdraw(UUID responseId) {
        List<?> sides = entities.createNativeQuery("""
                        SELECT v.side FROM response r
                        JOIN campaign c ON c.id = r.campaign_id
                        JOIN survey_version v ON v.survey_id = c.survey_id AND v.version = c.version
                        WHERE r.response_id = ?1
                        """, String.class)
                .setParameter(1, responseId)
                .getResultList();
        if (sides.isEmpty()) {
            throw new NotFound("response", responseId);
        }
        var now = clock.instant();
        var withdrawn = entities.createNativeQuery("""
                        UPDATE response SET withdrawn_at = ?2, answers = '{}'
                        WHERE response_id = ?1 AND withdrawn_at IS NULL
                        """)
                .setParameter(1, responseId)
                .setParameter(2, OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .executeUpdate();
        if (withdrawn == 1) {
            outbox.append(new ResponseWithdrawn(responseId, Side.valueOf(String.valueOf(sides.getFirst())), now));
        }
    }
}
