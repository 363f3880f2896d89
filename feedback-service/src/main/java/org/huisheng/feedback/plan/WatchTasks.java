package org.huisheng.feedback.plan;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.huisheng.feedback.notice.TellStaff;
import org.huisheng.feedback.reminder.Reminders;
import org.huisheng.feedback.reminder.Reminders.Agenda;
import org.huisheng.feedback.reminder.Reminders.Due;
import org.huisheng.kit.event.Outbox;

/** Supervision by the clock: departments are reminded, and a task whose day is over is late. */
@ApplicationScoped
class WatchTasks {

    private static final String CLOCK = "clock";

    private final PlanTasks tasks;
    private final Reminders reminders;
    private final TellStaff tellStaff;
    private final Outbox outbox;
    private final Clock clock;

    WatchTasks(PlanTasks tasks, Reminders reminders, TellStaff tellStaff, Outbox outbox, Clock clock) {
        this.tasks = tasks;
        this.reminders = reminders;
        this.tellStaff = tellStaff;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Scheduled(
            identity = "plan-tasks",
            every = "${huisheng.plan.reminders:30s}",
            delayed = "3s",
            concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        reminders.fireAll(Agenda.PLAN_TASK, clock, this::fire);
    }

    /** @return how many were fired, a hundred at most */
    int turn(Instant now) {
        return reminders.fire(Agenda.PLAN_TASK, now, this::fire);
    }

    private void fire(Due reminder, Instant now) {
        var task = tasks.require(reminder.subject());
        task.expire(now).ifPresent(event -> outbox.append(event, task::version));
        if (task.status() == PlanTaskStatus.OPEN) {
            var words = reminder.kind().name();
            tasks.getEntityManager().persist(new PlanEntry(task.id(), now, CLOCK, PlanStep.REMINDED, words));
            tellStaff.remindedOfTask(task.id(), task.department(), task.deadline(), false, now);
        }
    }
}
