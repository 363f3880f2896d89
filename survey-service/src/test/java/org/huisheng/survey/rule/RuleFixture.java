package org.huisheng.survey.rule;

import static org.huisheng.survey.SurveyFixture.publish;

import java.time.Instant;
import java.util.UUID;
import org.huisheng.events.RuleEvent.Once;
import org.huisheng.events.RuleEvent.RuleChanged;
import org.huisheng.events.RuleEvent.RuleTerms;

/** Plays feedback-service, which owns the rules. */
final class RuleFixture {

    private RuleFixture() {}

    static RuleTerms terms(String campaign, String condition, int priority, boolean stop) {
        return new RuleTerms(priority, stop, condition, null, null, UUID.fromString(campaign), Once.RESPONSE);
    }

    static void tell(UUID id, int version, long revision, boolean enabled, RuleTerms terms, Instant at)
            throws Exception {
        publish(new RuleChanged(id, version, revision, enabled, terms, at));
    }
}
