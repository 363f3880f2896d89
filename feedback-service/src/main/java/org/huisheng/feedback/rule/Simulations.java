package org.huisheng.feedback.rule;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.huisheng.events.MatchEvent.Refused;
import org.huisheng.events.MatchEvent.SimulationDone;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.huisheng.kit.problem.DomainException.NotFound;
import org.huisheng.kit.problem.DomainException.RuleViolated;
import org.huisheng.kit.problem.Violation;

/** What became of trying rules out. */
@ApplicationScoped
public class Simulations implements PanacheRepositoryBase<RuleSimulation, UUID> {

    private final ObjectMapper json;

    Simulations(ObjectMapper json) {
        this.json = json;
    }

    /** survey-service has counted, or cannot. */
    @Transactional(TxType.MANDATORY)
    public void finish(SimulationDone done) {
        findByIdOptional(done.simulationId())
                .ifPresent(simulation -> simulation.finish(
                        done.refused(), done.tally() == null ? null : text(done.tally()), done.occurredAt()));
    }

    private String text(Object tally) {
        try {
            return json.writeValueAsString(tally);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    RuleSimulation requireNewest(Rule rule) {
        return newest(rule).orElseThrow(() -> new NotFound("simulation", rule.id()));
    }

    private Optional<RuleSimulation> newest(Rule rule) {
        return find("ruleId = ?1 and ruleVersion = ?2 order by id desc", rule.id(), rule.version())
                .firstResultOptional();
    }

    /** @throws Conflict if nobody has tried this version out @throws RuleViolated if it cannot be evaluated */
    void requirePassed(Rule rule) {
        var tried = find(
                        "ruleId = ?1 and ruleVersion = ?2 and finishedAt is not null order by id desc",
                        rule.id(),
                        rule.version())
                .firstResultOptional()
                .orElseThrow(() -> new Conflict("rule-not-simulated"));
        tried.refused().ifPresent(refused -> {
            throw refusal(refused);
        });
    }

    static RuleViolated refusal(Refused refused) {
        var reason = refused.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new RuleViolated(
                List.of(new Violation("/condition", "condition-" + reason, List.of(refused.position()))));
    }
}
