package org.huisheng.feedback.plan.monthly;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huisheng.feedback.request.Conditions;
import org.huisheng.feedback.request.Keyset;
import org.huisheng.kit.problem.DomainException.NotFound;
import org.jspecify.annotations.Nullable;

/** All monthly reports of improvement plans. */
@ApplicationScoped
class PlanReports implements PanacheRepositoryBase<PlanReport, UUID> {

    private static final int IN_TURN = 49;
    private static final int MOST_PLANS = 100;

    PlanReport require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new NotFound("plan-report", id));
    }

    /** Of one plan one after the other; the constraint remains the last word. */
    @Transactional(TxType.MANDATORY)
    void inTurn(UUID plan) {
        getEntityManager()
                .createNativeQuery("SELECT 1 FROM (SELECT pg_advisory_xact_lock(?1, hashtext(?2))) AS turn")
                .setParameter(1, IN_TURN)
                .setParameter(2, plan.toString())
                .getSingleResult();
    }

    Optional<PlanReport> of(UUID plan, YearMonth month) {
        return find("plan = ?1 and month = ?2", plan, month.toString()).firstResultOptional();
    }

    List<PlanReport> latest(UUID plan, @Nullable Keyset after, int limit) {
        var conditions = new Conditions().equal("plan", plan).below("month", after == null ? null : after.key(), after);
        return find("from PlanReport " + conditions.where() + "order by month desc, id desc", conditions.parameters())
                .page(Page.ofSize(limit))
                .list();
    }

    /** Of plans that run: few, however many reports there have been. The latest month first. */
    List<PlanReport> ofRunning(@Nullable PlanReportStatus status, @Nullable Keyset after, int limit) {
        var conditions = new Conditions()
                .and("plan in (select id from ImprovementPlan where status = RUNNING)", Map.of())
                .equal("status", status)
                .below("month", after == null ? null : after.key(), after);
        return find("from PlanReport " + conditions.where() + "order by month desc, id desc", conditions.parameters())
                .page(Page.ofSize(limit))
                .list();
    }

    /** Running plans of which a month was not sent and nobody was reminded yet; with this transaction somebody was. */
    @SuppressWarnings("unchecked")
    List<UUID> missing(YearMonth month, Instant now) {
        return getEntityManager()
                .createNativeQuery("""
                        INSERT INTO plan_report_reminder (plan, month, fired_at)
                        SELECT id, ?1, ?2 FROM improvement_plan
                        WHERE status = 'RUNNING' AND created_at < ?3
                          AND NOT EXISTS (SELECT 1 FROM plan_report
                              WHERE plan = improvement_plan.id AND month = ?1 AND plan_report.status = 'SENT')
                          AND NOT EXISTS (SELECT 1 FROM plan_report_reminder AS fired
                              WHERE fired.plan = improvement_plan.id AND fired.month = ?1)
                        ORDER BY id LIMIT ?4
                        ON CONFLICT DO NOTHING RETURNING plan
                        """, UUID.class)
                .setParameter(1, month.toString())
                .setParameter(2, utc(now))
                .setParameter(3, utc(PlanReport.end(month)))
                .setParameter(4, MOST_PLANS)
                .getResultList();
    }

    private static OffsetDateTime utc(Instant when) {
        return OffsetDateTime.ofInstant(when, ZoneOffset.UTC);
    }
}
