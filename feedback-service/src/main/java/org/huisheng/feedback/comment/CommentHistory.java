package org.huisheng.feedback.comment;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** What happened to comments. */
@ApplicationScoped
class CommentHistory implements PanacheRepositoryBase<CommentEntry, UUID> {

    /** From the beginning; a comment has few. */
    List<CommentEntry> of(UUID comment) {
        return list("comment = ?1 order by happenedAt, id", comment);
    }
}
