package org.huisheng.feedback.comment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.huisheng.events.CommentEvent.CommentKind;
import org.huisheng.kit.problem.DomainException.RuleViolated;
import org.huisheng.kit.problem.Violation;

/** The endorsements of the register, for those who refer to one. */
@ApplicationScoped
public class Endorsements {

    private final Comments comments;

    Endorsements(Comments comments) {
        this.comments = comments;
    }

    /** @throws RuleViolated if there is no such endorsement; for an id that came in a field of a request */
    public void require(String path, UUID id) {
        var comment = comments.findById(id);
        if (comment == null || comment.kind() != CommentKind.ENDORSEMENT) {
            throw new RuleViolated(List.of(new Violation(path, "no-endorsement", id.toString())));
        }
    }
}
