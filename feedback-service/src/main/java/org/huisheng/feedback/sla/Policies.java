package org.huisheng.feedback.sla;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huisheng.events.FeedbackEvent.ClockKind;
import org.huisheng.events.FeedbackEvent.Severity;
import org.huisheng.feedback.sla.Policy.Scope;
import org.huisheng.kit.problem.DomainException.NotFound;

/** The policies and all that they were. */
@ApplicationScoped
class Policies implements PanacheRepositoryBase<Policy, Policy.Key> {

    /** What a hand keeps an overview of. */
    static final int MOST = 200;

    List<Policy> inForce() {
        return find("supersededAt is null order by clock, category nulls first, severity nulls first, id")
                .page(Page.ofSize(MOST))
                .list();
    }

    Policy requireInForce(UUID id) {
        return find("id = ?1 and supersededAt is null", id)
                .firstResultOptional()
                .orElseThrow(() -> new NotFound("sla-policy", id));
    }

    List<Policy> revisions(UUID id) {
        return find("id = ?1 order by revision desc", id)
                .page(Page.ofSize(MOST))
                .list();
    }

    boolean has(Scope scope) {
        return inForce().stream().anyMatch(policy -> policy.scope().equals(scope));
    }

    /** The one that speaks most precisely of such cases. */
    static Optional<Policy> best(List<Policy> policies, ClockKind clock, String category, Severity severity) {
        return policies.stream()
                .filter(policy -> policy.scope().clock() == clock)
                .filter(policy -> policy.scope().includes(category, severity))
                .max(Comparator.comparingInt(policy -> policy.scope().precision()));
    }
}
