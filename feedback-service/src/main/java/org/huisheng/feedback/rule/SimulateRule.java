package org.huisheng.feedback.rule;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.huisheng.events.RuleEvent.SimulationRequested;
import org.huisheng.feedback.rule.RuleSimulation.State;
import org.huisheng.kit.event.Outbox;
import org.huisheng.kit.platform.Uuid7;

/**
 * Has a rule tried out on past answers. The question and the answer are events like everything services tell each other, so
 * neither is lost when one of them is down; whoever asked waits a little, and reads it later if it takes longer.
 */
@ApplicationScoped
class SimulateRule {

    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    private final Rules rules;
    private final Simulations simulations;
    private final Outbox outbox;
    private final RuleConfig config;
    private final Clock clock;

    SimulateRule(Rules rules, Simulations simulations, Outbox outbox, RuleConfig config, Clock clock) {
        this.rules = rules;
        this.simulations = simulations;
        this.outbox = outbox;
        this.config = config;
        this.clock = clock;
    }

    RuleSimulation simulate(UUID ruleId, String actor) {
        var id = QuarkusTransaction.requiringNew().call(() -> request(ruleId, actor));
        var deadline = clock.instant().plus(config.simulationPatience());
        var simulation = read(id);
        while (simulation.state() == State.PENDING && clock.instant().isBefore(deadline) && rest()) {
            simulation = read(id);
        }
        return simulation;
    }

    private UUID request(UUID ruleId, String actor) {
        var now = clock.instant();
        var rule = rules.require(ruleId);
        var simulation = new RuleSimulation(Uuid7.at(now), rule, actor, now);
        simulations.persist(simulation);
        outbox.append(new SimulationRequested(
                simulation.id(), rule.id(), rule.version(), rule.when().terms(), simulation.requestedAt()));
        return simulation.id();
    }

    private RuleSimulation read(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> simulations.findById(id));
    }

    private static boolean rest() {
        try {
            Thread.sleep(LOOK_EVERY);
            return true;
        } catch (InterruptedException stopRequested) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
