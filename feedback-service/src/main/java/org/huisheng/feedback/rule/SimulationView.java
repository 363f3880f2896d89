package org.huisheng.feedback.rule;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.UUID;
import org.huisheng.events.MatchEvent.Tally;
import org.huisheng.feedback.rule.RuleView.OpensView;
import org.jspecify.annotations.Nullable;

/**
 * What a rule would have done.
 *
 * @param result null while it is being counted
 * @param opens the case each time
 */
record SimulationView(
        UUID id,
        UUID ruleId,
        int ruleVersion,
        RuleSimulation.State state,
        String requestedBy,
        Instant requestedAt,
        @Nullable Instant finishedAt,
        @Nullable Tally result,
        OpensView opens) {

    static SimulationView of(RuleSimulation simulation, Opens opens, ObjectMapper json) {
        return new SimulationView(
                simulation.id(),
                simulation.ruleId(),
                simulation.ruleVersion(),
                simulation.state(),
                simulation.requestedBy(),
                simulation.requestedAt(),
                simulation.finishedAt(),
                simulation.tally().map(text -> tally(text, json)).orElse(null),
                OpensView.of(opens));
    }

    private static Tally tally(String text, ObjectMapper json) {
        try {
            return json.readValue(text, Tally.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("what was stored is a tally", impossible);
        }
    }
}
