package org.huisheng.feedback.comment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Writes down what happened to a comment, in the transaction of the step, and puts its file together. */
@ApplicationScoped
class CommentJournal {

    private final Comments comments;
    private final CommentTasks tasks;
    private final CommentHistory history;
    private final CaseOfComment caseOfComment;
    private final CommentAccess access;

    CommentJournal(
            Comments comments,
            CommentTasks tasks,
            CommentHistory history,
            CaseOfComment caseOfComment,
            CommentAccess access) {
        this.comments = comments;
        this.tasks = tasks;
        this.history = history;
        this.caseOfComment = caseOfComment;
        this.access = access;
    }

    @Transactional(TxType.MANDATORY)
    CommentFile recorded(
            GovernmentComment comment,
            Instant now,
            CommentStep step,
            @Nullable String department,
            @Nullable String words) {
        return recorded(comment, new CommentEntry(comment.id(), now, access.actor(), step, department, words));
    }

    @Transactional(TxType.MANDATORY)
    CommentFile recorded(GovernmentComment comment, CommentEntry entry) {
        // The comment first: whoever loses a race hears of the lost update.
        comments.flush();
        history.persistAndFlush(entry);
        return file(comment);
    }

    @Transactional(TxType.MANDATORY)
    CommentFile file(GovernmentComment comment) {
        return new CommentFile(comment, tasks.of(comment.id()), history.of(comment.id()), caseOfComment.of(comment));
    }
}
