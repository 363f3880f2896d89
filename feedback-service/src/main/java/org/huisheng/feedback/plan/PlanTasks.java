package org.huisheng.feedback.plan;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huisheng.feedback.request.Conditions;
import org.huisheng.feedback.request.Keyset;
import org.huisheng.kit.problem.DomainException.NotFound;
import org.jspecify.annotations.Nullable;

/** All tasks of improvement plans. */
@ApplicationScoped
class PlanTasks implements PanacheRepositoryBase<PlanTask, UUID> {

    static final int MOST_PER_ACTION = 100;

    /** What a list is narrowed to; null is not narrowed. @param before due before this day and not ended */
    record Filter(
            @Nullable UUID plan,
            @Nullable UUID action,
            @Nullable String department,
            @Nullable PlanTaskStatus status,
            @Nullable LocalDate before) {}

    /** How many tasks of an action are in a state. */
    record Count(UUID action, PlanTaskStatus status, long tasks) {}

    PlanTask require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new NotFound("plan-task", id));
    }

    /** With its row held, as it is by then: what comes in beside others waits and is not lost. */
    @Transactional(TxType.MANDATORY)
    PlanTask hold(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(() -> new NotFound("plan-task", id));
    }

    List<PlanTask> byDay(Filter filter, @Nullable Keyset after, int limit) {
        var conditions = new Conditions()
                .equal("plan", filter.plan())
                .equal("action", filter.action())
                .equal("department", filter.department())
                .equal("status", filter.status());
        if (filter.before() != null) {
            conditions.and(
                    "dueOn < :before and status in :running",
                    Map.of(
                            "before",
                            filter.before(),
                            "running",
                            List.of(PlanTaskStatus.OPEN, PlanTaskStatus.SUBMITTED)));
        }
        conditions.above("dueOn", after == null ? null : after.day(), after);
        return find("from PlanTask " + conditions.where() + "order by dueOn, id", conditions.parameters())
                .page(Page.ofSize(limit))
                .list();
    }

    List<Count> counts(UUID plan) {
        return counts("plan", plan);
    }

    @Transactional
    List<Count> countsOf(UUID action) {
        return counts("action", action);
    }

    private List<Count> counts(String field, UUID id) {
        var query = "select action, status, count(*) from PlanTask where %s = ?1 group by action, status";
        return getEntityManager()
                .createQuery(query.formatted(field), Count.class)
                .setParameter(1, id)
                .getResultList();
    }

    long ofAction(UUID action) {
        return count("action", action);
    }

    boolean isRunning(UUID action) {
        return count("action = ?1 and status in ?2", action, List.of(PlanTaskStatus.OPEN, PlanTaskStatus.SUBMITTED))
                > 0;
    }

    boolean isDone(UUID action) {
        return count("action = ?1 and status = ?2", action, PlanTaskStatus.CLOSED) > 0;
    }

    List<Evidence> evidence(UUID task) {
        return getEntityManager()
                .createQuery("from Evidence where task = ?1 order by id", Evidence.class)
                .setParameter(1, task)
                .setMaxResults(Evidence.MOST)
                .getResultList();
    }

    /** The latest first. */
    List<PlanEntry> history(UUID task, @Nullable UUID before, int limit) {
        var conditions = new Conditions().equal("task", task);
        if (before != null) {
            conditions.and("id < :before", Map.of("before", before));
        }
        var query = getEntityManager()
                .createQuery("from PlanEntry " + conditions.where() + "order by id desc", PlanEntry.class);
        conditions.parameters().forEach(query::setParameter);
        return query.setMaxResults(limit).getResultList();
    }
}
