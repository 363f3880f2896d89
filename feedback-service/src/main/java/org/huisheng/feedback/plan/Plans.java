package org.huisheng.feedback.plan;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import org.huisheng.feedback.request.Conditions;
import org.huisheng.feedback.request.Keyset;
import org.huisheng.kit.problem.DomainException.NotFound;
import org.jspecify.annotations.Nullable;

/** All improvement plans, with their problems and actions, which are few. */
@ApplicationScoped
class Plans implements PanacheRepositoryBase<ImprovementPlan, UUID> {

    ImprovementPlan require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new NotFound("plan", id));
    }

    /** Whoever adds to a plan does so alone, so that numbers have no gaps and a closed plan gets nothing more. */
    ImprovementPlan hold(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(() -> new NotFound("plan", id));
    }

    List<ImprovementPlan> latest(@Nullable Integer year, @Nullable Keyset after, int limit) {
        var conditions =
                new Conditions().equal("year", year).below("year", after == null ? null : after.number(), after);
        return find(
                        "from ImprovementPlan " + conditions.where() + "order by year desc, id desc",
                        conditions.parameters())
                .page(Page.ofSize(limit))
                .list();
    }

    List<Problem> problems(UUID plan) {
        return getEntityManager()
                .createQuery("from Problem where plan = ?1 order by number", Problem.class)
                .setParameter(1, plan)
                .setMaxResults(Problem.MOST)
                .getResultList();
    }

    List<Action> actions(UUID plan) {
        return getEntityManager()
                .createQuery("from Action where plan = ?1 order by number", Action.class)
                .setParameter(1, plan)
                .setMaxResults(Action.MOST)
                .getResultList();
    }

    Problem requireProblem(UUID plan, UUID id) {
        var problem = getEntityManager().find(Problem.class, id);
        if (problem == null || !problem.plan().equals(plan)) {
            throw new NotFound("plan-problem", id);
        }
        return problem;
    }

    Action requireAction(UUID id) {
        var action = getEntityManager().find(Action.class, id);
        if (action == null) {
            throw new NotFound("plan-action", id);
        }
        return action;
    }

    /** Only while its plan is held, so that nobody closes it, or gives it a task, meanwhile. */
    Action requireAction(UUID plan, UUID id) {
        var action = requireAction(id);
        if (!action.plan().equals(plan)) {
            throw new NotFound("plan-action", id);
        }
        return action;
    }
}
