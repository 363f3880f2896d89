package org.huisheng.feedback.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.huisheng.feedback.plan.PlanTasks.Filter;
import org.huisheng.feedback.request.Keyset;
import org.huisheng.kit.problem.DomainException.NotAllowed;
import org.huisheng.kit.security.Caller;
import org.jspecify.annotations.Nullable;

/** Tasks of plans as they are seen: a liaison sees those of their department. */
@ApplicationScoped
class ReadTasks {

    private final PlanTasks tasks;
    private final Caller caller;

    ReadTasks(PlanTasks tasks, Caller caller) {
        this.tasks = tasks;
        this.caller = caller;
    }

    record Whole(PlanTask task, List<Evidence> evidence) {}

    @Transactional
    Whole one(UUID id) {
        var task = tasks.require(id);
        caller.requireDepartment(task.department());
        task.milestones();
        return new Whole(task, tasks.evidence(id));
    }

    @Transactional
    List<PlanEntry> history(UUID id, @Nullable UUID before, int limit) {
        caller.requireDepartment(tasks.require(id).department());
        return tasks.history(id, before, limit);
    }

    @Transactional
    List<PlanTask> byDay(Filter filter, @Nullable Keyset after, int limit) {
        var scope = caller.departmentScope();
        if (scope.isEmpty()) {
            return tasks.byDay(filter, after, limit);
        }
        if (filter.department() != null && !filter.department().equals(scope.get())) {
            throw new NotAllowed("foreign-department");
        }
        return tasks.byDay(
                new Filter(filter.plan(), filter.action(), scope.get(), filter.status(), filter.before()),
                after,
                limit);
    }
}
