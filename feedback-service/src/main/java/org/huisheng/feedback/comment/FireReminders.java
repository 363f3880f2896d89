package org.huisheng.feedback.comment;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.huisheng.feedback.notice.TellStaff;
import org.huisheng.feedback.reminder.Reminders;
import org.huisheng.feedback.reminder.Reminders.Agenda;
import org.huisheng.feedback.reminder.Reminders.Due;
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

    private final Comments comments;
    private final Reminders reminders;
    private final CommentTasks tasks;
    private final CommentHistory history;
    private final TellStaff tellStaff;
    private final Clock clock;

    FireReminders(
            Comments comments,
            Reminders reminders,
            CommentTasks tasks,
            CommentHistory history,
            TellStaff tellStaff,
            Clock clock) {
        this.comments = comments;
        this.reminders = reminders;
        this.tasks = tasks;
        this.history = history;
        this.tellStaff = tellStaff;
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
            var due = reminders.take(Agenda.COMMENT, now, AT_ONCE);
            due.forEach(reminder -> fire(reminder, now));
            return due.size();
        });
    }

    private void fire(Due reminder, Instant now) {
        var comment = reminder.subject();
        var deadline = comments.require(comment).deadline().orElse(null);
        for (var task : tasks.open(comment)) {
            history.persist(new CommentEntry(
                    comment,
                    now,
                    CLOCK,
                    CommentStep.REMINDED,
                    task.department(),
                    reminder.kind().name()));
            tellStaff.reminded(comment, task.department(), deadline, false, now);
        }
    }
}
