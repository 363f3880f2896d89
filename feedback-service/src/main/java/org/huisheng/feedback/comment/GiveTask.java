package org.huisheng.feedback.comment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import org.huisheng.feedback.comment.CommentTask.Part;
import org.huisheng.feedback.notice.TellStaff;

/** Gives a department a part in a comment's answer, and lets it know. */
@ApplicationScoped
class GiveTask {

    private final CommentTasks tasks;
    private final TellStaff tellStaff;

    GiveTask(CommentTasks tasks, TellStaff tellStaff) {
        this.tasks = tasks;
        this.tellStaff = tellStaff;
    }

    @Transactional(TxType.MANDATORY)
    void give(GovernmentComment comment, String department, Part part, Instant now) {
        tasks.give(comment, department, part, now);
        // Who leads where there is a case hears of that.
        if (part == Part.CO_LEAD || comment.caseId().isEmpty()) {
            tellStaff.entrusted(comment.id(), department, comment.deadline().orElse(null), now);
        }
    }
}
