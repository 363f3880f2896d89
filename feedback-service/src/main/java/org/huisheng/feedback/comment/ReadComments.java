package org.huisheng.feedback.comment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.huisheng.feedback.comment.CommentList.Filter;
import org.huisheng.feedback.request.Keyset;
import org.huisheng.kit.problem.DomainException.NotAllowed;
import org.jspecify.annotations.Nullable;

/** Reads what the caller may see. */
@ApplicationScoped
class ReadComments {

    private final Comments comments;
    private final CommentList list;
    private final CommentJournal journal;
    private final CommentAccess access;

    ReadComments(Comments comments, CommentList list, CommentJournal journal, CommentAccess access) {
        this.comments = comments;
        this.list = list;
        this.journal = journal;
        this.access = access;
    }

    @Transactional
    CommentFile one(UUID id) {
        var comment = comments.require(id);
        access.requireReader(id);
        return journal.file(comment);
    }

    @Transactional
    List<GovernmentComment> latest(Filter filter, @Nullable Keyset after, int limit) {
        return list.page(allowed(filter), after, limit);
    }

    /** A liaison's list is narrowed to their department; asking for another is refused rather than left empty. */
    Filter allowed(Filter filter) {
        var scope = access.scope();
        var asked = filter.department();
        if (scope.isPresent() && asked != null && !asked.equals(scope.get())) {
            throw new NotAllowed("foreign-department");
        }
        return new Filter(filter.kind(), filter.status(), scope.orElse(asked), filter.words(), filter.order());
    }

    /** @param allowed as it was narrowed for the caller */
    @Transactional
    List<GovernmentComment> page(Filter allowed, @Nullable Keyset after, int limit) {
        return list.page(allowed, after, limit);
    }
}
