package org.huisheng.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.huisheng.events.RuleEvent.ConditionRefusal;
import org.jspecify.annotations.Nullable;

/** What survey-service found when it held rules against answers; never what was answered. */
public sealed interface MatchEvent extends IntegrationEvent {

    UUID ruleId();

    int ruleVersion();

    /**
     * A response matched a rule. Never one of an anonymous campaign.
     *
     * @param department of the campaign, null if it has none
     */
    record ResponseMatched(
            UUID responseId,
            UUID ruleId,
            int ruleVersion,
            UUID campaignId,
            Side side,
            @Nullable String department,
            @Nullable String station,
            Instant occurredAt)
            implements MatchEvent {
        @Override
        public String aggregateId() {
            return responseId.toString();
        }
    }

    /**
     * So many answers of an anonymous campaign matched a rule that they may be told of together. Nothing leads to one of
     * them; {@code occurredAt} is the beginning of the day after.
     *
     * @param groupId random
     * @param atLeast not how many they are, only from how many on it is told
     */
    record AnswersMatched(
            UUID groupId,
            UUID ruleId,
            int ruleVersion,
            UUID campaignId,
            Side side,
            @Nullable String department,
            int atLeast,
            Instant occurredAt)
            implements MatchEvent {
        @Override
        public String aggregateId() {
            return groupId.toString();
        }
    }

    /** What a rule would have matched. Exactly one of {@code refused} and {@code tally} is there. */
    record SimulationDone(
            UUID simulationId,
            UUID ruleId,
            int ruleVersion,
            @Nullable Refused refused,
            @Nullable Tally tally,
            Instant occurredAt)
            implements MatchEvent {
        @Override
        public String aggregateId() {
            return simulationId.toString();
        }
    }

    /** @param position of the character where it goes wrong, from 1 */
    record Refused(ConditionRefusal reason, int position) {}

    /**
     * @param examined how many responses were looked at, the newest of each campaign
     * @param complete whether these were all
     * @param matched those for which the condition holds
     * @param opened those of them that no earlier rule stops
     * @param cases how many cases they would have opened
     * @param anonymousMatched in anonymous campaigns, those with too few left out
     * @param stoppedBy the earlier rules that stop it
     * @param stops the later rules it would stop
     * @param samples some responses, the newest first; none of an anonymous campaign
     */
    record Tally(
            int examined,
            boolean complete,
            int matched,
            int opened,
            int cases,
            int anonymousMatched,
            List<Stopped> stoppedBy,
            List<Stopped> stops,
            List<UUID> samples) {
        public Tally {
            stoppedBy = List.copyOf(stoppedBy);
            stops = List.copyOf(stops);
            samples = List.copyOf(samples);
        }
    }

    /** @param responses how many it concerns */
    record Stopped(UUID ruleId, int responses) {}
}
