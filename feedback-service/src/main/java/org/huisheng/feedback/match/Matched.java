package org.huisheng.feedback.match;

import java.time.Instant;
import java.util.UUID;
import org.huisheng.events.MatchEvent.AnswersMatched;
import org.huisheng.events.MatchEvent.ResponseMatched;
import org.huisheng.events.RuleEvent.Once;
import org.huisheng.events.Side;
import org.huisheng.feedback.calendar.BusinessCalendar;
import org.jspecify.annotations.Nullable;

/**
 * Something matched a rule.
 *
 * @param source the response, or the group of anonymous ones
 * @param responseId null of a group, which leads to none of its answers
 */
record Matched(
        UUID source,
        @Nullable UUID responseId,
        UUID ruleId,
        int ruleVersion,
        UUID campaignId,
        @Nullable String station,
        Side side,
        @Nullable String department,
        Instant occurredAt) {

    static Matched of(ResponseMatched event) {
        return new Matched(
                event.responseId(),
                event.responseId(),
                event.ruleId(),
                event.ruleVersion(),
                event.campaignId(),
                event.station(),
                event.side(),
                event.department(),
                event.occurredAt());
    }

    static Matched of(AnswersMatched event) {
        return new Matched(
                event.groupId(),
                null,
                event.ruleId(),
                event.ruleVersion(),
                event.campaignId(),
                null,
                event.side(),
                event.department(),
                event.occurredAt());
    }

    /** What has one case together. A group is told of once a day at most, and is one by itself. */
    String key(Once once) {
        var day = occurredAt.atZone(BusinessCalendar.ZONE).toLocalDate();
        if (responseId == null) {
            return "group/" + source;
        }
        return switch (once) {
            case RESPONSE -> "response/" + responseId;
            case STATION_DAY -> "station/" + campaignId + "/" + day + "/" + (station == null ? "" : station);
            case CAMPAIGN_DAY -> "campaign/" + campaignId + "/" + day;
        };
    }
}
