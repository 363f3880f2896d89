package org.huisheng.survey.response;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
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
    private final Receipts receipts;
    private final Event<ResponseTakenBack> takenBack;
    private final Clock clock;

    WithdrawResponse(
            EntityManager entities, Outbox outbox, Receipts receipts, Event<ResponseTakenBack> takenBack, Clock clock) {
        this.entities = entities;
        this.outbox = outbox;
        this.receipts = receipts;
        this.takenBack = takenBack;
        this.clock = clock;
    }

    /**
     * Withdrawing twice is withdrawing once.
     *
     * @param responseId as the client gave it, or as a receipt holds it
     */
    @Transactional
    void withdraw(UUID responseId) {
        // Twice, since the row may just have been laid anew (see ForgetOrder): then the first look finds neither.
        var row = lock(responseId).or(() -> lock(responseId)).orElseThrow(() -> new NotFound("response", responseId));
        if (row.get("withdrawn_at") != null) {
            return;
        }
        var id = row.get("response_id", UUID.class);
        var now = clock.instant();
        var told = row.get("anonymous", Boolean.class) ? IntakeRow.day(now) : now;
        entities.createNativeQuery("UPDATE response SET withdrawn_at = ?2, answers = '{}' WHERE response_id = ?1")
                .setParameter(1, id)
                .setParameter(2, OffsetDateTime.ofInstant(told, ZoneOffset.UTC))
                .executeUpdate();
        outbox.append(new ResponseWithdrawn(id, Side.valueOf(row.get("side", String.class)), told));
        takenBack.fire(
                new ResponseTakenBack(row.get("campaign_id", UUID.class), row.get("received_at", Instant.class)));
    }

    private Optional<Tuple> lock(UUID responseId) {
        List<?> rows = entities.createNativeQuery("""
                        SELECT r.response_id, r.campaign_id, r.received_at, r.withdrawn_at, c.anonymous, v.side
                        FROM response r
                        JOIN campaign c ON c.id = r.campaign_id
                        JOIN survey_version v ON v.survey_id = c.survey_id AND v.version = c.version
                        WHERE r.response_id IN (?1, ?2)
                        FOR UPDATE OF r
                        """, Tuple.class)
                .setParameter(1, responseId)
                .setParameter(2, receipts.storedId(responseId, true))
                .getResultList();
        return rows.stream().map(Tuple.class::cast).findFirst();
    }
}
