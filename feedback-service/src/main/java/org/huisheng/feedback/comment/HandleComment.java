package org.huisheng.feedback.comment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.huisheng.feedback.comment.GovernmentComment.SentLetter;
import org.huisheng.feedback.notice.TellStaff;
import org.huisheng.feedback.reminder.Reminders;
import org.huisheng.feedback.reminder.Reminders.Agenda;
import org.huisheng.feedback.request.Moments;
import org.huisheng.kit.event.Outbox;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.huisheng.kit.problem.DomainException.RuleViolated;
import org.huisheng.kit.problem.Violation;
import org.jspecify.annotations.Nullable;

/** What is done about a comment until the authority has acknowledged the answer. */
@ApplicationScoped
class HandleComment {

    private final Comments comments;
    private final CommentTasks tasks;
    private final CommentJournal journal;
    private final CaseOfComment caseOfComment;
    private final WordReply wordReply;
    private final CommentAccess access;
    private final Reminders reminders;
    private final TellStaff tellStaff;
    private final Outbox outbox;
    private final Clock clock;

    HandleComment(
            Comments comments,
            CommentTasks tasks,
            CommentJournal journal,
            CaseOfComment caseOfComment,
            WordReply wordReply,
            CommentAccess access,
            Reminders reminders,
            TellStaff tellStaff,
            Outbox outbox,
            Clock clock) {
        this.comments = comments;
        this.tasks = tasks;
        this.journal = journal;
        this.caseOfComment = caseOfComment;
        this.wordReply = wordReply;
        this.access = access;
        this.reminders = reminders;
        this.tellStaff = tellStaff;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    CommentFile completeTask(UUID id, @Nullable Long expected, String department, String result) {
        access.requireDoer(department);
        var comment = current(id, expected);
        var now = clock.instant();
        tasks.require(id, department).complete(result, access.actor(), now);
        comment.workedOn(now);
        tellStaff.settled(id, department, now);
        return journal.recorded(comment, now, CommentStep.TASK_DONE, department, result);
    }

    @Transactional
    CommentFile returnTask(UUID id, @Nullable Long expected, String department, String reason) {
        var comment = current(id, expected);
        var now = clock.instant();
        tasks.require(id, department).giveBack();
        comment.workedOn(now);
        return journal.recorded(comment, now, CommentStep.TASK_RETURNED, department, reason);
    }

    /** Supervision by hand. @param department null for all that have not done their part */
    @Transactional
    CommentFile remind(UUID id, @Nullable String department, @Nullable String words) {
        var comment = comments.require(id);
        if (department != null) {
            tasks.require(id, department);
        }
        var now = clock.instant();
        comment.workedOn(now);
        tasks.open(id).stream()
                .map(CommentTask::department)
                .filter(each -> department == null || department.equals(each))
                .forEach(each -> tellStaff.reminded(id, each, comment.deadline().orElse(null), true, now));
        return journal.recorded(comment, now, CommentStep.SUPERVISED, department, words);
    }

    /**
     * @param sentAt when the letter left the house, null for now
     * @param pending what is still to come; needed as long as the case is at work, and nothing afterwards
     */
    record Reply(
            @Nullable Instant sentAt,
            @Nullable String reference,
            @Nullable String pending) {}

    @Transactional
    CommentFile answer(UUID id, @Nullable Long expected, Reply reply) {
        var comment = comments.held(id);
        comment.verify(expected);
        if (!tasks.open(id).isEmpty()) {
            throw new Conflict("comment-tasks-open");
        }
        var now = clock.instant();
        var sent = Moments.past(reply.sentAt(), now);
        if (sent.isBefore(comment.receivedAt())) {
            throw new RuleViolated(List.of(new Violation("/sentAt", "too-old", comment.receivedAt())));
        }
        var answered = comment.answer(new SentLetter(sent, reply.reference(), reply.pending()), now);
        requireHonest(comment, reply.pending());
        wordReply.seal(comment, now);
        outbox.append(answered, comment::version);
        reminders.drop(Agenda.COMMENT, id);
        tellStaff.settled(id, now);
        return journal.recorded(comment, now, CommentStep.ANSWERED, null, reply.reference());
    }

    private void requireHonest(GovernmentComment comment, @Nullable String pending) {
        if (pending == null) {
            caseOfComment.requireSettled(comment);
        } else if (caseOfComment.unsettled(comment).isEmpty()) {
            throw new RuleViolated(List.of(new Violation("/pending", "nothing-pending")));
        }
    }

    @Transactional
    CommentFile acknowledge(UUID id, @Nullable Long expected, @Nullable Instant at, @Nullable String words) {
        var comment = current(id, expected);
        var now = clock.instant();
        comment.acknowledge(Moments.past(at, now), now);
        caseOfComment.requireSettled(comment);
        reminders.drop(Agenda.COMMENT, id);
        tellStaff.settled(id, now);
        return journal.recorded(comment, now, CommentStep.ACKNOWLEDGED, null, words);
    }

    private GovernmentComment current(UUID id, @Nullable Long expected) {
        var comment = comments.require(id);
        comment.verify(expected);
        return comment;
    }
}
