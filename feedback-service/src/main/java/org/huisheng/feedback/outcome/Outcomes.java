package org.huisheng.feedback.outcome;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.huisheng.events.Side;
import org.huisheng.feedback.calendar.BusinessCalendar;
import org.huisheng.feedback.request.Conditions;
import org.huisheng.feedback.request.Keyset;
import org.huisheng.kit.problem.DomainException.NotFound;
import org.jspecify.annotations.Nullable;

/** All outcomes. */
@ApplicationScoped
class Outcomes implements PanacheRepositoryBase<Outcome, UUID> {

    private static final int IN_TURN = 12;

    Outcome require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new NotFound("outcome", id));
    }

    /** Lets requests about one case go one after the other; the indexes remain the last word. */
    @Transactional(TxType.MANDATORY)
    void inTurn(UUID caseId) {
        getEntityManager()
                .createNativeQuery("SELECT 1 FROM (SELECT pg_advisory_xact_lock(?1, hashtext(?2))) AS turn")
                .setParameter(1, IN_TURN)
                .setParameter(2, caseId.toString())
                .getSingleResult();
    }

    boolean isTold(UUID caseId) {
        return count("caseId = ?1 and status <> ?2", caseId, OutcomeStatus.WITHDRAWN) > 0;
    }

    List<Outcome> published(@Nullable Side side, @Nullable Keyset after, int limit) {
        var conditions = new Conditions()
                .equal("status", OutcomeStatus.PUBLISHED)
                .equal("side", side)
                .below("publishedAt", after == null ? null : after.moment(), after);
        return find(
                        "from Outcome " + conditions.where() + "order by publishedAt desc, id desc",
                        conditions.parameters())
                .page(Page.ofSize(limit))
                .list();
    }

    List<Outcome> latest(@Nullable OutcomeStatus status, @Nullable Keyset after, int limit) {
        var conditions = new Conditions()
                .equal("status", status)
                .below("draftedAt", after == null ? null : after.moment(), after);
        return find("from Outcome " + conditions.where() + "order by draftedAt desc, id desc", conditions.parameters())
                .page(Page.ofSize(limit))
                .list();
    }

    /** How many cases of the same department, side and month there are; no more of them are counted than matter. */
    int alike(Outcome outcome, int enough) {
        var from = outcome.month().atDay(1).atStartOfDay(BusinessCalendar.ZONE);
        var found = (Number) getEntityManager()
                .createNativeQuery("""
                        SELECT count(*) FROM (
                            SELECT 1 FROM feedback_case WHERE department = ?1 AND side = ?2
                            AND opened_at >= ?3 AND opened_at < ?4 LIMIT ?5) AS alike
                        """)
                .setParameter(1, outcome.department())
                .setParameter(2, outcome.side().name())
                .setParameter(3, OffsetDateTime.from(from))
                .setParameter(4, OffsetDateTime.from(from.plusMonths(1)))
                .setParameter(5, enough)
                .getSingleResult();
        return found.intValue();
    }
}
