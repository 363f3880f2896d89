package org.huisheng.feedback.comment;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.huisheng.feedback.notice.TellStaff;
import org.huisheng.feedback.reminder.Reminders;
import org.huisheng.feedback.reminder.Reminders.Agenda;
import org.huisheng.feedback.reminder.Reminders.Due;

/**
 * Supervision by the clock. What is due is read from the database, so nothing is lost while no service runs; any number of
 * them may run, each takes what no other has locked.
 */
@ApplicationScoped
class FireReminders {

    private static final String CLOCK = "clock";

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
        reminders.fireAll(Agenda.COMMENT, clock, this::fire);
    }

    /** @return how many were fired, a hundred at most */
    int turn(Instant now) {
        return reminders.fire(Agenda.COMMENT, now, this::fire);
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
