package org.huisheng.feedback.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huisheng.feedback.casework.Cases;
import org.huisheng.feedback.department.Departments;
import org.huisheng.feedback.plan.Action.Measure;
import org.huisheng.feedback.plan.PlanTasks.Count;
import org.huisheng.feedback.plan.Problem.Finding;
import org.huisheng.feedback.request.Keyset;
import org.huisheng.kit.platform.Uuid7;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.huisheng.kit.problem.DomainException.RuleViolated;
import org.huisheng.kit.problem.Violation;
import org.huisheng.kit.security.Caller;
import org.jspecify.annotations.Nullable;

/** Writes a plan down: what was found and what is to be done about it. The office does; everybody else reads. */
@ApplicationScoped
class KeepPlan {

    private final Plans plans;
    private final PlanTasks tasks;
    private final Cases cases;
    private final Departments departments;
    private final Caller caller;
    private final Clock clock;

    KeepPlan(Plans plans, PlanTasks tasks, Cases cases, Departments departments, Caller caller, Clock clock) {
        this.plans = plans;
        this.tasks = tasks;
        this.cases = cases;
        this.departments = departments;
        this.caller = caller;
        this.clock = clock;
    }

    /** @param isNew false if this was a retry */
    record Kept<T>(T part, boolean isNew) {}

    record Whole(ImprovementPlan plan, List<Problem> problems, List<Action> actions, Map<UUID, List<Count>> tasks) {}

    @Transactional
    Kept<ImprovementPlan> begin(@Nullable UUID chosenId, int year, String title) {
        var known = chosenId == null ? null : plans.findById(chosenId);
        if (known != null) {
            known.requireMadeOf(ImprovementPlan.digest(year, title));
            return new Kept<>(known, false);
        }
        var made = new ImprovementPlan(id(chosenId), year, title, caller.name(), clock.instant());
        plans.persistAndFlush(made);
        return new Kept<>(made, true);
    }

    /** Closed for good once every action is. */
    @Transactional
    ImprovementPlan close(UUID id, @Nullable Long expected) {
        var plan = plans.hold(id);
        plan.verify(expected);
        if (plans.actions(id).stream().anyMatch(action -> action.status() == ActionStatus.OPEN)) {
            throw new Conflict("plan-actions-open", id);
        }
        plan.close(caller.name(), clock.instant());
        plans.flush();
        return plan;
    }

    @Transactional
    Kept<Problem> find(UUID planId, @Nullable UUID chosenId, Finding found) {
        var plan = plans.hold(planId);
        var known = chosenId == null ? null : plans.getEntityManager().find(Problem.class, chosenId);
        if (known != null) {
            known.requireMadeOf(found.digest());
            return new Kept<>(known, false);
        }
        plan.requireRunning();
        var all = plans.problems(planId);
        if (all.size() >= Problem.MOST) {
            throw new Conflict("too-many-plan-problems", Problem.MOST);
        }
        requireFit(all, null, found);
        return new Kept<>(keep(new Problem(id(chosenId), planId, all.size() + 1, found)), true);
    }

    @Transactional
    Problem revise(UUID planId, UUID id, @Nullable Long expected, Finding found) {
        plans.hold(planId).requireRunning();
        var problem = plans.requireProblem(planId, id);
        problem.verify(expected);
        requireFit(plans.problems(planId), id, found);
        problem.revise(found);
        plans.flush();
        return problem;
    }

    /** Two storeys and no more: a large problem is a part of nothing. */
    private void requireFit(List<Problem> all, @Nullable UUID self, Finding found) {
        found.figures().forEach(figure -> departments.requireActive("/figures", figure.department()));
        if (found.parent() == null) {
            return;
        }
        var parent = all.stream()
                .filter(problem -> problem.id().equals(found.parent()))
                .findFirst();
        if (parent.isEmpty()) {
            throw new RuleViolated(List.of(new Violation("/parent", "unknown-problem", found.parent())));
        }
        var hasParts = all.stream()
                .anyMatch(each -> each.parent().filter(id -> id.equals(self)).isPresent());
        if (parent.get().parent().isPresent() || found.parent().equals(self) || hasParts) {
            throw new RuleViolated(List.of(new Violation("/parent", "problem-too-deep")));
        }
    }

    @Transactional
    Problem link(UUID planId, UUID id, UUID caseId) {
        plans.hold(planId).requireRunning();
        var problem = plans.requireProblem(planId, id);
        cases.require(caseId);
        problem.link(caseId);
        plans.flush();
        return problem;
    }

    @Transactional
    Problem unlink(UUID planId, UUID id, UUID caseId) {
        plans.hold(planId).requireRunning();
        var problem = plans.requireProblem(planId, id);
        problem.unlink(caseId);
        plans.flush();
        return problem;
    }

    @Transactional
    Kept<Action> act(UUID planId, @Nullable UUID chosenId, Measure measure) {
        var plan = plans.hold(planId);
        var known = chosenId == null ? null : plans.getEntityManager().find(Action.class, chosenId);
        if (known != null) {
            known.requireMadeOf(measure.digest());
            return new Kept<>(known, false);
        }
        plan.requireRunning();
        var all = plans.actions(planId);
        if (all.size() >= Action.MOST) {
            throw new Conflict("too-many-plan-actions", Action.MOST);
        }
        requireKnown(planId, measure);
        return new Kept<>(keep(new Action(id(chosenId), planId, all.size() + 1, measure)), true);
    }

    @Transactional
    Action revise(UUID planId, UUID id, @Nullable Long expected, Measure measure) {
        plans.hold(planId).requireRunning();
        var action = plans.requireAction(planId, id);
        action.verify(expected);
        requireKnown(planId, measure);
        action.revise(measure);
        plans.flush();
        return action;
    }

    private void requireKnown(UUID planId, Measure measure) {
        if (plans.problems(planId).stream().noneMatch(problem -> problem.id().equals(measure.problem()))) {
            throw new RuleViolated(List.of(new Violation("/problem", "unknown-problem", measure.problem())));
        }
        if (measure.figure() != null) {
            departments.requireActive("/figure/department", measure.figure().department());
        }
    }

    /** Once all that was to be done is done, and something was: each task has shown it. */
    @Transactional
    Action close(UUID planId, UUID id, @Nullable Long expected, String conclusion) {
        plans.hold(planId).requireRunning();
        var action = plans.requireAction(planId, id);
        action.verify(expected);
        if (tasks.isRunning(id) || !tasks.isDone(id)) {
            throw new Conflict("plan-action-tasks-open", id);
        }
        action.close(conclusion, caller.name(), clock.instant());
        plans.flush();
        return action;
    }

    @Transactional
    Whole whole(UUID id) {
        return new Whole(
                plans.require(id),
                plans.problems(id),
                plans.actions(id),
                tasks.counts(id).stream().collect(Collectors.groupingBy(Count::action)));
    }

    @Transactional
    List<ImprovementPlan> latest(@Nullable Integer year, @Nullable Keyset after, int limit) {
        return plans.latest(year, after, limit);
    }

    private <T extends PlanPart> T keep(T part) {
        plans.getEntityManager().persist(part);
        plans.flush();
        return part;
    }

    private UUID id(@Nullable UUID chosen) {
        return chosen == null ? Uuid7.at(clock.instant()) : chosen;
    }
}
