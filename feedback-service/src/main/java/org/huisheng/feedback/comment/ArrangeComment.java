package org.huisheng.feedback.comment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.huisheng.events.CommentEvent.CommentKind;
import org.huisheng.feedback.comment.CommentTask.Part;
import org.huisheng.feedback.department.Departments;
import org.huisheng.feedback.reminder.Reminders;
import org.huisheng.feedback.reminder.Reminders.Agenda;
import org.huisheng.kit.event.Outbox;
import org.huisheng.kit.problem.DomainException.RuleViolated;
import org.huisheng.kit.problem.Violation;
import org.jspecify.annotations.Nullable;

/** What is known of a comment only later: whose it is, and until when the authority waits. */
@ApplicationScoped
class ArrangeComment {

    private final Comments comments;
    private final CommentTasks tasks;
    private final GiveTask giveTask;
    private final CommentJournal journal;
    private final FollowComment followComment;
    private final CommentAccess access;
    private final Departments departments;
    private final Reminders reminders;
    private final Outbox outbox;
    private final Clock clock;

    ArrangeComment(
            Comments comments,
            CommentTasks tasks,
            GiveTask giveTask,
            CommentJournal journal,
            FollowComment followComment,
            CommentAccess access,
            Departments departments,
            Reminders reminders,
            Outbox outbox,
            Clock clock) {
        this.comments = comments;
        this.tasks = tasks;
        this.giveTask = giveTask;
        this.journal = journal;
        this.followComment = followComment;
        this.access = access;
        this.departments = departments;
        this.reminders = reminders;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** @param opensCase of a lead department, null as usual: for what asks for something */
    @Transactional
    CommentFile entrust(UUID id, @Nullable Long expected, String department, Part part, @Nullable Boolean opensCase) {
        var comment = held(id, expected);
        departments.requireActive("/department", department);
        var now = clock.instant();
        var arranged = comment.entrust(department, part, now);
        if (part == Part.LEAD) {
            lead(comment, opensCase);
        }
        giveTask.give(comment, department, part, now);
        outbox.append(arranged, comment::version);
        return journal.recorded(comment, now, CommentStep.ENTRUSTED, department, part.name());
    }

    private void lead(GovernmentComment comment, @Nullable Boolean opensCase) {
        if (comment.caseId().isPresent()) {
            followComment.assign(comment, comment.caseId().get());
        } else if (comment.kind() != CommentKind.ENDORSEMENT && !Boolean.FALSE.equals(opensCase)) {
            followComment.open(comment);
        }
    }

    @Transactional
    CommentFile moveDeadline(UUID id, @Nullable Long expected, Instant deadline, String reason) {
        var comment = held(id, expected);
        if (deadline.isBefore(comment.receivedAt().plusSeconds(1))) {
            throw new RuleViolated(List.of(new Violation("/deadline", "too-old", comment.receivedAt())));
        }
        var now = clock.instant();
        var former = comment.deadline().orElse(null);
        var arranged = comment.dueBy(deadline, now);
        tasks.of(id).forEach(task -> task.dueBy(comment.deadline().orElse(null)));
        reminders.renew(Agenda.COMMENT, id, deadline, now);
        comment.caseId().ifPresent(matter -> followComment.dueBy(comment, matter));
        outbox.append(arranged, comment::version);
        var entry = new CommentEntry(id, now, access.actor(), CommentStep.DEADLINE_MOVED, null, reason);
        return journal.recorded(comment, entry.formerly(former));
    }

    private GovernmentComment held(UUID id, @Nullable Long expected) {
        var comment = comments.held(id);
        comment.verify(expected);
        return comment;
    }
}
