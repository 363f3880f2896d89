package org.huisheng.feedback.comment;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.huisheng.kit.problem.DomainException.NotFound;

/** What departments have to do about comments. */
@ApplicationScoped
class CommentTasks implements PanacheRepositoryBase<CommentTask, UUID> {

    /** The lead department first. */
    List<CommentTask> of(UUID comment) {
        return list("comment = ?1 order by role desc, department", comment);
    }

    /** What is not done yet. */
    List<CommentTask> open(UUID comment) {
        return of(comment).stream().filter(task -> !task.isDone()).toList();
    }

    CommentTask require(UUID comment, String department) {
        return find("comment = ?1 and department = ?2", comment, department)
                .firstResultOptional()
                .orElseThrow(() -> new NotFound("comment-task", department));
    }

    boolean involves(UUID comment, String department) {
        return count("comment = ?1 and department = ?2", comment, department) > 0;
    }
}
