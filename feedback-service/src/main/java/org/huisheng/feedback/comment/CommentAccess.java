package org.huisheng.feedback.comment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.huisheng.kit.problem.DomainException.NotAllowed;
import org.huisheng.kit.security.Caller;
import org.huisheng.kit.security.Role;

/** Who may do what with which comment. */
@ApplicationScoped
class CommentAccess {

    private final Caller caller;
    private final CommentTasks tasks;

    CommentAccess(Caller caller, CommentTasks tasks) {
        this.caller = caller;
        this.tasks = tasks;
    }

    String actor() {
        return caller.name();
    }

    /** The only department whose comments the caller may list; empty when they may list all. */
    Optional<String> scope() {
        return caller.departmentScope();
    }

    void requireReader(UUID comment) {
        var scope = scope();
        if (scope.isPresent() && !tasks.involves(comment, scope.get())) {
            throw new NotAllowed("foreign-department");
        }
    }

    /** A department says itself what it has done; the office may write it down for it. */
    void requireDoer(String department) {
        if (!caller.hasRole(Role.OFFICE)) {
            caller.requireDepartment(department);
        }
    }
}
