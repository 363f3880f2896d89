package org.huisheng.feedback.sla;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.huisheng.kit.problem.DomainException.NotFound;

/** Shows what is in force, and what was. */
@ApplicationScoped
class ReadPolicies {

    private final Policies policies;

    ReadPolicies(Policies policies) {
        this.policies = policies;
    }

    @Transactional
    List<Policy> inForce() {
        return policies.inForce();
    }

    /** The newest first. */
    @Transactional
    List<Policy> revisions(UUID id) {
        var revisions = policies.revisions(id);
        if (revisions.isEmpty()) {
            throw new NotFound("sla-policy", id);
        }
        return revisions;
    }
}
