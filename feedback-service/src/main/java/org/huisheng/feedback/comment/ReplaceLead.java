package org.huisheng.feedback.comment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.huisheng.feedback.department.Departments;
import org.huisheng.feedback.notice.TellStaff;
import org.huisheng.kit.event.Outbox;
import org.jspecify.annotations.Nullable;

/** A comment turns out to be another department's to answer; the authority waits no longer for that. */
@ApplicationScoped
class ReplaceLead {

    private final Comments comments;
    private final CommentTasks tasks;
    private final CommentJournal journal;
    private final FollowComment followComment;
    private final CommentAccess access;
    private final Departments departments;
    private final TellStaff tellStaff;
    private final Outbox outbox;
    private final Clock clock;

    ReplaceLead(
            Comments comments,
            CommentTasks tasks,
            CommentJournal journal,
            FollowComment followComment,
            CommentAccess access,
            Departments departments,
            TellStaff tellStaff,
            Outbox outbox,
            Clock clock) {
        this.comments = comments;
        this.tasks = tasks;
        this.journal = journal;
        this.followComment = followComment;
        this.access = access;
        this.departments = departments;
        this.tellStaff = tellStaff;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    CommentFile by(UUID id, @Nullable Long expected, String department, String reason) {
        var comment = comments.held(id);
        comment.verify(expected);
        departments.requireActive("/department", department);
        var now = clock.instant();
        var former = comment.leadDepartment();
        var arranged = comment.leadBy(department, !tasks.hasPart(id, department), now);
        var previous = former.orElseThrow();
        tasks.handOver(comment, previous, department, now);
        tellStaff.leadReplaced(id, previous, department, comment.deadline().orElse(null), now);
        comment.caseId().ifPresent(matter -> followComment.handOver(comment, matter, previous, reason));
        outbox.append(arranged, comment::version);
        var entry = new CommentEntry(id, now, access.actor(), CommentStep.LEAD_REPLACED, department, reason);
        return journal.recorded(comment, entry.formerlyLedBy(previous));
    }
}
