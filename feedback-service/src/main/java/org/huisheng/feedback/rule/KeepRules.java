package org.huisheng.feedback.rule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;
import org.huisheng.feedback.department.Departments;
import org.huisheng.feedback.rule.Rule.Draft;
import org.huisheng.kit.event.Outbox;
import org.huisheng.kit.platform.Uuid7;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.huisheng.kit.problem.DomainException.Outdated;
import org.jspecify.annotations.Nullable;

/** Writes, enables and disables rules. survey-service hears of those that are or were enabled. */
@ApplicationScoped
class KeepRules {

    private final Rules rules;
    private final RuleVersions versions;
    private final Simulations simulations;
    private final Departments departments;
    private final Outbox outbox;

    KeepRules(Rules rules, RuleVersions versions, Simulations simulations, Departments departments, Outbox outbox) {
        this.rules = rules;
        this.versions = versions;
        this.simulations = simulations;
        this.departments = departments;
        this.outbox = outbox;
    }

    @Transactional
    Rule create(Draft draft, String actor, Instant now) {
        requireDepartment(draft);
        var rule = new Rule(Uuid7.at(now), draft, actor, now);
        rules.persistAndFlush(rule);
        versions.persist(new RuleVersion(rule));
        return rule;
    }

    /** Another version, which has to be tried out and enabled anew. */
    @Transactional
    Rule rewrite(UUID id, @Nullable Long expected, Draft draft, String actor, Instant now) {
        requireDepartment(draft);
        var rule = expected(id, expected);
        var wasEnabled = rule.isEnabled();
        rule.write(draft, actor, now);
        rules.flush();
        versions.persist(new RuleVersion(rule));
        if (wasEnabled) {
            outbox.append(rule.changed());
        }
        return rule;
    }

    /** @throws Conflict unless this version was tried out */
    @Transactional
    Rule enable(UUID id, @Nullable Long expected, String actor, Instant now) {
        var enabled = rules.enabledInTurn();
        var rule = expected(id, expected);
        rule.enable(actor, now);
        simulations.requirePassed(rule);
        if (enabled >= Rules.MOST_ENABLED) {
            throw new Conflict("too-many-rules", Rules.MOST_ENABLED);
        }
        return told(rule);
    }

    /** What it has matched by then still opens its cases. */
    @Transactional
    Rule disable(UUID id, @Nullable Long expected, String actor, Instant now) {
        var rule = expected(id, expected);
        rule.disable(actor, now);
        return told(rule);
    }

    private Rule told(Rule rule) {
        rules.flush();
        outbox.append(rule.changed());
        return rule;
    }

    private Rule expected(UUID id, @Nullable Long revision) {
        var rule = rules.require(id);
        if (revision != null && revision != rule.revision()) {
            throw new Outdated();
        }
        return rule;
    }

    private void requireDepartment(Draft draft) {
        var department = draft.opens().department();
        if (department != null) {
            departments.requireActive("/opens/department", department);
        }
    }
}
