package org.huisheng.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What feedback-service tells survey-service of rules, since the answers they are about are only there. */
public sealed interface RuleEvent extends IntegrationEvent {

    UUID ruleId();

    /** Grows with each change of what the rule says. */
    int ruleVersion();

    RuleTerms terms();

    /**
     * A rule was enabled, disabled or changed; the whole present state.
     *
     * @param revision grows with every change, so that an old event never overwrites a newer state
     */
    record RuleChanged(
            UUID ruleId, int ruleVersion, long revision, boolean enabled, RuleTerms terms, Instant occurredAt)
            implements RuleEvent {
        @Override
        public String aggregateId() {
            return ruleId.toString();
        }
    }

    /** Somebody wants to know what a rule would have matched; {@link MatchEvent.SimulationDone} answers. */
    record SimulationRequested(UUID simulationId, UUID ruleId, int ruleVersion, RuleTerms terms, Instant occurredAt)
            implements RuleEvent {
        @Override
        public String aggregateId() {
            return simulationId.toString();
        }
    }

    /**
     * When a rule matches.
     *
     * @param priority lower numbers come first, equal ones in the order of their ids
     * @param stop whether rules that come later are not asked once this one matches
     * @param condition a SurveyJS expression over the answers
     * @param side null for every side, as the next two for every survey and campaign
     */
    record RuleTerms(
            int priority,
            boolean stop,
            String condition,
            @Nullable Side side,
            @Nullable UUID surveyId,
            @Nullable UUID campaignId,
            Once once) {}

    /** Which matches of a rule share a case. */
    enum Once {
        RESPONSE,
        /** The same campaign, station and day. */
        STATION_DAY,
        CAMPAIGN_DAY
    }

    /** Why a condition cannot be evaluated. */
    enum ConditionRefusal {
        SYNTAX,
        TOO_LONG,
        TOO_DEEP,
        FUNCTION,
        ARGUMENTS,
        NAME
    }
}
