package org.huisheng.feedback.comment;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.huisheng.feedback.comment.CommentTask.Part;
import org.huisheng.feedback.department.Departments;
import org.huisheng.feedback.reminder.Reminders;
import org.huisheng.feedback.reminder.Reminders.Agenda;
import org.huisheng.kit.event.Outbox;
import org.huisheng.kit.platform.Uuid7;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.jspecify.annotations.Nullable;

/** Enters what the government said: the comment, a task per department, reminders, and the case it may open. */
@ApplicationScoped
class RegisterComment {

    private final Comments comments;
    private final GiveTask giveTask;
    private final CommentJournal journal;
    private final CommentAccess access;
    private final Reminders reminders;
    private final Departments departments;
    private final FollowComment followComment;
    private final IndexComments indexComments;
    private final List<EndorsementFollower> followers;
    private final Outbox outbox;
    private final Clock clock;

    RegisterComment(
            Comments comments,
            GiveTask giveTask,
            CommentJournal journal,
            CommentAccess access,
            Reminders reminders,
            Departments departments,
            FollowComment followComment,
            IndexComments indexComments,
            @All List<EndorsementFollower> followers,
            Outbox outbox,
            Clock clock) {
        this.comments = comments;
        this.giveTask = giveTask;
        this.journal = journal;
        this.access = access;
        this.reminders = reminders;
        this.departments = departments;
        this.followComment = followComment;
        this.indexComments = indexComments;
        this.followers = followers;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** @param isNew false if this was a retry */
    record Registered(CommentFile file, boolean isNew) {}

    @Transactional
    Registered register(@Nullable UUID chosenId, Registration said) {
        if (chosenId != null) {
            comments.inTurn(chosenId);
            var known = comments.findById(chosenId);
            if (known != null) {
                if (!known.wasMadeOf(said)) {
                    throw new Conflict("comment-differs", chosenId);
                }
                return new Registered(journal.file(known), false);
            }
        }
        requireDepartments(said);
        var now = clock.instant();
        return new Registered(enter(chosenId == null ? Uuid7.at(now) : chosenId, said, now), true);
    }

    private void requireDepartments(Registration said) {
        if (said.leadDepartment() != null) {
            departments.requireActive("/leadDepartment", said.leadDepartment());
        }
        for (var i = 0; i < said.coLeadDepartments().size(); i++) {
            departments.requireActive(
                    "/coLeadDepartments/" + i, said.coLeadDepartments().get(i));
        }
    }

    private CommentFile enter(UUID id, Registration said, Instant now) {
        var comment = new GovernmentComment(id, said, access.actor(), now);
        if (said.opensCase()) {
            followComment.open(comment);
        }
        comments.persistAndFlush(comment);
        indexComments.write(comment);
        outbox.append(comment.registered(said.coLeadDepartments()), comment::version);
        if (said.leadDepartment() != null) {
            giveTask.give(comment, said.leadDepartment(), Part.LEAD, now);
        }
        for (var department : said.coLeadDepartments()) {
            giveTask.give(comment, department, Part.CO_LEAD, now);
        }
        if (said.deadline() != null) {
            reminders.set(Agenda.COMMENT, id, said.deadline(), now);
        }
        if (said.report() != null) {
            followers.forEach(follower -> follower.follow(id, said.report(), comment.receivedAt()));
        }
        return journal.recorded(comment, now, CommentStep.REGISTERED, said.leadDepartment(), null);
    }
}
