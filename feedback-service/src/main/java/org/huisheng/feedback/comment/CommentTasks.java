package org.huisheng.feedback.comment;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.huisheng.kit.platform.Uuid7;
import org.huisheng.kit.problem.DomainException.Conflict;
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

    /** @param part in which the department has had none */
    void give(GovernmentComment comment, String department, CommentTask.Part part, Instant now) {
        if (involves(comment.id(), department)) {
            throw new Conflict("comment-task-exists", department);
        }
        persist(new CommentTask(Uuid7.at(now), comment, department, part));
    }

    boolean involves(UUID comment, String department) {
        return count("comment = ?1 and department = ?2", comment, department) > 0;
    }
}
