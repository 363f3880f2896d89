package org.huisheng.feedback.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huisheng.events.PlanEvent.PlanTaskSettled;
import org.huisheng.feedback.calendar.BusinessCalendar;
import org.huisheng.feedback.department.Departments;
import org.huisheng.feedback.notice.TellStaff;
import org.huisheng.feedback.plan.KeepPlan.Kept;
import org.huisheng.feedback.plan.PlanTask.Given;
import org.huisheng.feedback.reminder.Reminders;
import org.huisheng.feedback.reminder.Reminders.Agenda;
import org.huisheng.kit.event.Outbox;
import org.huisheng.kit.platform.Uuid7;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.huisheng.kit.problem.DomainException.NotAllowed;
import org.huisheng.kit.problem.DomainException.NotFound;
import org.huisheng.kit.problem.DomainException.RuleViolated;
import org.huisheng.kit.problem.Violation;
import org.huisheng.kit.security.Caller;
import org.jspecify.annotations.Nullable;

/** From a task that is given to one that is done, with what the clock, the figures and its department hear of it. */
@ApplicationScoped
class WorkOnTasks {

    private final Plans plans;
    private final PlanTasks tasks;
    private final Departments departments;
    private final Reminders reminders;
    private final TellStaff tellStaff;
    private final Outbox outbox;
    private final Caller caller;
    private final Clock clock;

    WorkOnTasks(
            Plans plans,
            PlanTasks tasks,
            Departments departments,
            Reminders reminders,
            TellStaff tellStaff,
            Outbox outbox,
            Caller caller,
            Clock clock) {
        this.plans = plans;
        this.tasks = tasks;
        this.departments = departments;
        this.reminders = reminders;
        this.tellStaff = tellStaff;
        this.outbox = outbox;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    Kept<PlanTask> give(@Nullable UUID chosenId, Given given) {
        var known = chosenId == null ? null : tasks.findById(chosenId);
        if (known != null) {
            known.requireMadeOf(given.digest());
            return new Kept<>(known, false);
        }
        var now = clock.instant();
        requireAhead(given.dueOn(), now);
        departments.requireActive("/department", given.department());
        var planId = plans.requireAction(given.action()).plan();
        plans.hold(planId).requireRunning();
        var action = plans.requireAction(planId, given.action());
        plans.getEntityManager().refresh(action);
        action.requireOpen();
        if (tasks.ofAction(action.id()) >= PlanTasks.MOST_PER_ACTION) {
            throw new Conflict("too-many-plan-tasks", PlanTasks.MOST_PER_ACTION);
        }
        var task = new PlanTask(chosenId == null ? Uuid7.at(now) : chosenId, planId, given, caller.name(), now);
        tasks.persistAndFlush(task);
        reminders.set(Agenda.PLAN_TASK, task.id(), task.deadline(), now);
        note(task, PlanStep.GIVEN, null, now);
        return new Kept<>(task, true);
    }

    @Transactional
    PlanTask postpone(UUID id, @Nullable Long expected, LocalDate day, String reason) {
        var task = current(id, expected);
        var now = clock.instant();
        requireAhead(day, now);
        task.postpone(day, now);
        reminders.renew(Agenda.PLAN_TASK, id, task.deadline(), now);
        return noted(task, PlanStep.CHANGED, day + " " + reason, now);
    }

    private static void requireAhead(LocalDate day, Instant now) {
        if (day.isBefore(LocalDate.ofInstant(now, BusinessCalendar.ZONE))) {
            throw new RuleViolated(List.of(new Violation("/dueOn", "in-the-past")));
        }
    }

    @Transactional
    PlanTask reach(UUID id, @Nullable Long expected, int number, LocalDate day) {
        var task = mine(id, expected);
        if (number < 1 || number > task.milestones().size()) {
            throw new NotFound("plan-milestone", number);
        }
        var now = clock.instant();
        if (day.isAfter(LocalDate.ofInstant(now, BusinessCalendar.ZONE))) {
            throw new RuleViolated(List.of(new Violation("/reachedOn", "in-the-future")));
        }
        task.reach(number - 1, day, now);
        return noted(task, PlanStep.MILESTONE_REACHED, number + " " + day, now);
    }

    @Transactional
    PlanTask prove(UUID id, @Nullable Long expected, String title, String reference) {
        var task = mine(id, expected);
        if (task.evidence() >= Evidence.MOST) {
            throw new Conflict("too-much-plan-evidence", Evidence.MOST);
        }
        var now = clock.instant();
        task.evidenced(now);
        tasks.flush();
        tasks.getEntityManager().persist(new Evidence(id, title, reference, caller.name(), now));
        return noted(task, PlanStep.EVIDENCE_ADDED, title, now);
    }

    @Transactional
    PlanTask submit(UUID id, @Nullable Long expected, String result) {
        var task = mine(id, expected);
        var now = clock.instant();
        task.submit(result, caller.name(), now);
        tellStaff.settled(id, now);
        return noted(task, PlanStep.SUBMITTED, result, now);
    }

    @Transactional
    PlanTask accept(UUID id, @Nullable Long expected, @Nullable String words) {
        var task = judged(id, expected);
        var now = clock.instant();
        tell(task, task.accept(caller.name(), now));
        ended(id, now);
        return noted(task, PlanStep.ACCEPTED, words, now);
    }

    @Transactional
    PlanTask giveBack(UUID id, @Nullable Long expected, String reason) {
        var task = judged(id, expected);
        var now = clock.instant();
        tell(task, task.giveBack(now));
        return noted(task, PlanStep.RETURNED, reason, now);
    }

    @Transactional
    PlanTask cancel(UUID id, @Nullable Long expected, String reason) {
        var task = current(id, expected);
        var now = clock.instant();
        task.cancel(now);
        ended(id, now);
        return noted(task, PlanStep.CANCELLED, reason, now);
    }

    /** Supervision by hand. */
    @Transactional
    PlanTask supervise(UUID id, @Nullable String words) {
        var task = tasks.require(id);
        if (task.status() != PlanTaskStatus.OPEN) {
            throw new Conflict("plan-task-not-open", id);
        }
        var now = clock.instant();
        tellStaff.remindedOfTask(id, task.department(), task.deadline(), true, now);
        note(task, PlanStep.SUPERVISED, words, now);
        return task;
    }

    private void ended(UUID id, Instant now) {
        reminders.drop(Agenda.PLAN_TASK, id);
        tellStaff.settled(id, now);
    }

    private void tell(PlanTask task, Optional<PlanTaskSettled> settled) {
        settled.ifPresent(event -> outbox.append(event, task::version));
    }

    private PlanTask noted(PlanTask task, PlanStep step, @Nullable String words, Instant now) {
        // The task first: whoever loses a race hears of the lost update.
        tasks.flush();
        note(task, step, words, now);
        return task;
    }

    private void note(PlanTask task, PlanStep step, @Nullable String words, Instant now) {
        tasks.getEntityManager().persist(new PlanEntry(task.id(), now, caller.name(), step, words));
    }

    private PlanTask current(UUID id, @Nullable Long expected) {
        var task = tasks.require(id);
        task.verify(expected);
        return task;
    }

    private PlanTask mine(UUID id, @Nullable Long expected) {
        var task = current(id, expected);
        caller.requireDepartment(task.department());
        return task;
    }

    /** Nobody says of their own department's work that it is good enough. */
    private PlanTask judged(UUID id, @Nullable Long expected) {
        var task = current(id, expected);
        if (caller.department().filter(task.department()::equals).isPresent()) {
            throw new NotAllowed("own-plan-task");
        }
        return task;
    }
}
