package org.huisheng.feedback.process;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Optional;
import org.huisheng.feedback.post.Posts;
import org.huisheng.kit.problem.DomainException.RuleViolated;
import org.huisheng.kit.problem.Violation;
import org.jspecify.annotations.Nullable;

/** Finds the place in the register that somebody names as the cause of something. */
@ApplicationScoped
public class FindCause {

    private final Processes processes;
    private final Posts posts;

    FindCause(Processes processes, Posts posts) {
        this.processes = processes;
        this.posts = posts;
    }

    /**
     * @return with the post that takes the step, if no other is named; empty if nothing is
     * @throws RuleViolated unless all of it is in use
     */
    @Transactional(TxType.MANDATORY)
    public Optional<Cause> of(@Nullable String process, @Nullable String step, @Nullable String post) {
        if (process == null) {
            if (step != null || post != null) {
                throw new RuleViolated(List.of(new Violation("/process", "required")));
            }
            return Optional.empty();
        }
        var found = processes.requireActive("/process", process);
        if (post != null) {
            posts.requireActive("/post", post);
        }
        if (step == null) {
            return Optional.of(new Cause(process, null, post));
        }
        var taken = found.step(step)
                .orElseThrow(() -> new RuleViolated(List.of(new Violation("/step", "unknown-step", step))));
        return Optional.of(new Cause(process, step, post == null ? taken.post() : post));
    }
}
