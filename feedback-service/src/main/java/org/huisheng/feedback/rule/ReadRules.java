package org.huisheng.feedback.rule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.huisheng.feedback.request.Keyset;
import org.jspecify.annotations.Nullable;

/** Reads rules and what became of trying them out. */
@ApplicationScoped
class ReadRules {

    private final Rules rules;
    private final RuleVersions versions;
    private final Simulations simulations;

    ReadRules(Rules rules, RuleVersions versions, Simulations simulations) {
        this.rules = rules;
        this.versions = versions;
        this.simulations = simulations;
    }

    @Transactional
    Rule one(UUID id) {
        return rules.require(id);
    }

    @Transactional
    List<Rule> page(@Nullable Boolean enabled, @Nullable Keyset after, int limit) {
        return rules.page(enabled, after, limit);
    }

    /** The newest of the rule's present version. */
    @Transactional
    RuleSimulation simulation(UUID ruleId) {
        return simulations.requireNewest(rules.require(ruleId));
    }

    /** What the version that was tried out opens. */
    @Transactional
    Opens opens(RuleSimulation simulation) {
        return versions.require(simulation.ruleId(), simulation.ruleVersion()).opens();
    }
}
