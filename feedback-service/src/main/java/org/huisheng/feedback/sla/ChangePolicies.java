package org.huisheng.feedback.sla;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;
import org.huisheng.feedback.sla.Policy.Scope;
import org.huisheng.feedback.sla.Policy.Terms;
import org.huisheng.kit.audit.AuditTrail;
import org.huisheng.kit.platform.Uuid7;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.huisheng.kit.problem.DomainException.Outdated;
import org.jspecify.annotations.Nullable;

/** Makes, changes and ends policies. Clocks that run keep what was promised. */
@ApplicationScoped
class ChangePolicies {

    private final Policies policies;
    private final AuditTrail trail;
    private final EntityManager entities;

    ChangePolicies(Policies policies, AuditTrail trail, EntityManager entities) {
        this.policies = policies;
        this.trail = trail;
        this.entities = entities;
    }

    @Transactional
    Policy create(Scope scope, Terms terms, String actor, Instant now) {
        inTurn();
        if (policies.has(scope)) {
            throw new Conflict("policy-exists");
        }
        if (policies.inForce().size() >= Policies.MOST) {
            throw new Conflict("too-many-policies", Policies.MOST);
        }
        var policy = new Policy(Uuid7.at(now), 1, scope, terms, actor, now);
        policies.persist(policy);
        trail.makes(policy.id());
        return policy;
    }

    @Transactional
    Policy revise(UUID id, @Nullable Long expected, Terms terms, String actor, Instant now) {
        inTurn();
        var present = expected(id, expected);
        present.supersede(now);
        policies.flush();
        var next = present.revised(terms, actor, now);
        policies.persist(next);
        return next;
    }

    /** What is for all cases stays: no case is without clocks. */
    @Transactional
    void end(UUID id, @Nullable Long expected, Instant now) {
        inTurn();
        var present = expected(id, expected);
        if (present.scope().category() == null && present.scope().severity() == null) {
            throw new Conflict("last-policy");
        }
        present.supersede(now);
    }

    private Policy expected(UUID id, @Nullable Long revision) {
        var present = policies.requireInForce(id);
        if (revision != null && revision != present.revision()) {
            throw new Outdated();
        }
        return present;
    }

    /** Policies are changed rarely, so one after the other. */
    private void inTurn() {
        entities.createNativeQuery("SELECT 1 FROM (SELECT pg_advisory_xact_lock(8, 0)) AS turn")
                .getSingleResult();
    }
}
