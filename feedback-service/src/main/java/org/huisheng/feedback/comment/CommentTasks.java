package org.huisheng.feedback.comment;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huisheng.feedback.comment.CommentTask.Part;
import org.huisheng.feedback.comment.CommentTask.Progress;
import org.huisheng.kit.platform.Uuid7;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.huisheng.kit.problem.DomainException.NotFound;

/** What departments have to do about comments. */
@ApplicationScoped
class CommentTasks implements PanacheRepositoryBase<CommentTask, UUID> {

    /** The lead department first, and last those that have no part in it any more. */
    List<CommentTask> of(UUID comment) {
        return list(
                "comment = ?1 order by case when status = ?2 then 1 else 0 end, role desc, department",
                comment,
                Progress.WITHDRAWN);
    }

    /** What is not done yet. */
    List<CommentTask> open(UUID comment) {
        return of(comment).stream().filter(CommentTask::isOpen).toList();
    }

    CommentTask require(UUID comment, String department) {
        return of(comment, department).orElseThrow(() -> new NotFound("comment-task", department));
    }

    private Optional<CommentTask> of(UUID comment, String department) {
        return find("comment = ?1 and department = ?2", comment, department).firstResultOptional();
    }

    /** @param part in which the department has had none */
    void give(GovernmentComment comment, String department, Part part, Instant now) {
        if (hasPart(comment.id(), department)) {
            throw new Conflict("comment-task-exists", department);
        }
        giveWhatever(comment, department, part, now);
    }

    /** The lead goes over to a department, whatever its part was; what the other one has done stays to be read. */
    void handOver(GovernmentComment comment, String from, String to, Instant now) {
        require(comment.id(), from).withdraw();
        giveWhatever(comment, to, Part.LEAD, now);
    }

    private void giveWhatever(GovernmentComment comment, String department, Part part, Instant now) {
        of(comment.id(), department)
                .ifPresentOrElse(
                        task -> task.giveAnew(part, comment.deadline().orElse(null)),
                        () -> persist(new CommentTask(Uuid7.at(now), comment, department, part)));
    }

    boolean hasPart(UUID comment, String department) {
        return of(comment, department).filter(task -> !task.isWithdrawn()).isPresent();
    }

    /** Whether it has a part in it, or had one. */
    boolean involves(UUID comment, String department) {
        return count("comment = ?1 and department = ?2", comment, department) > 0;
    }
}
