package org.huisheng.feedback.comment;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.huisheng.kit.platform.DatabaseOutage;
import org.jboss.logging.Logger;

/**
 * Supervision by the clock. What is due is read from the database, so nothing is lost while no service runs; any number of
 * them may run, each takes what no other has locked.
 */
@ApplicationScoped
class FireReminders {

    private static final Logger LOG = Logger.getLogger(FireReminders.class);
    private static final String CLOCK = "clock";
    private static final int AT_ONCE = 100;

    private final Reminders reminders;
    private final CommentTasks tasks;
    private final CommentHistory history;
    private final Clock clock;

    FireReminders(Reminders reminders, CommentTasks tasks, CommentHistory history, Clock clock) {
        this.reminders = reminders;
        this.tasks = tasks;
        this.history = history;
        this.clock = clock;
    }

    @Scheduled(
            identity = "comment-reminders",
            every = "${huisheng.comment.reminders:30s}",
            delayed = "2s",
            concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        DatabaseOutage.orNextTime(LOG, "Due reminders wait", () -> {
            while (turn(clock.instant()) == AT_ONCE) {
                LOG.debugf("More than %d reminders were due at once", AT_ONCE);
            }
        });
    }

    /** @return how many were fired, a hundred at most */
    int turn(Instant now) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var due = reminders.take(now, AT_ONCE);
            for (var reminder : due) {
                tasks.of(reminder.comment()).stream()
                        .filter(task -> !task.isDone())
                        .forEach(task -> history.persist(new CommentEntry(
                                reminder.comment(),
                                now,
                                CLOCK,
                                CommentStep.REMINDED,
                                task.department(),
                                reminder.kind().name())));
            }
            return due.size();
        });
    }
}
