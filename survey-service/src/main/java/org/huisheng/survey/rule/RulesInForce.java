package org.huisheng.survey.rule;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.huisheng.kit.platform.DatabaseOutage;
import org.huisheng.survey.campaign.LinkTarget;
import org.huisheng.survey.questionnaire.AnswerScope;
import org.huisheng.survey.rule.Rule.Origin;
import org.jboss.logging.Logger;

/** The enabled rules, at hand: asking them needs no look-up, and where none applies nothing at all. */
@ApplicationScoped
public class RulesInForce {

    private static final Logger LOG = Logger.getLogger(RulesInForce.class);

    private final StoredRules stored;
    private volatile List<Rule> rules = List.of();

    RulesInForce(StoredRules stored) {
        this.stored = stored;
    }

    /** @param ruleVersion the one that matched */
    public record Match(UUID ruleId, int ruleVersion) {}

    void start(@Observes StartupEvent event) throws SQLException {
        rules = stored.enabled();
    }

    /** What another process has heard of. */
    @Scheduled(
            identity = "rules-in-force",
            every = "${huisheng.rules.refresh:2s}",
            delayed = "2s",
            concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        DatabaseOutage.orNextTime(LOG, "The rules stay as they were", () -> refresh());
    }

    void refresh() throws SQLException {
        rules = stored.enabled();
    }

    /**
     * Which rules open a case of a response. Called on the event loop.
     *
     * @param answers checked, as they will be stored
     */
    public List<Match> matching(LinkTarget target, ObjectNode answers, Instant given) {
        var present = rules;
        if (present.isEmpty()) {
            return List.of();
        }
        var version = target.version();
        var origin = new Origin(target.campaignId(), version.surveyId(), version.side());
        var asked = present.stream().filter(rule -> rule.isFor(origin)).toList();
        if (asked.isEmpty()) {
            return List.of();
        }
        var scope = AnswerScope.of(answers);
        return Rule.matching(asked, rule -> rule.holds(scope, given)).stream()
                .map(rule -> new Match(rule.id(), rule.version()))
                .toList();
    }
}
