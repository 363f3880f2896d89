package org.huisheng.survey.response;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.huisheng.events.MatchEvent.ResponseMatched;
import org.huisheng.events.SurveyEvent.ResponseSubmitted;
import org.huisheng.kit.event.EventCodec;
import org.huisheng.kit.platform.Uuid7;
import org.huisheng.survey.calendar.BusinessDay;
import org.huisheng.survey.campaign.LinkTarget;
import org.huisheng.survey.response.Submission.Device;
import org.huisheng.survey.rule.RulesInForce;
import org.jspecify.annotations.Nullable;

/**
 * A checked response and its events, as they will be stored.
 *
 * @param device of an anonymous one only counted, not kept
 * @param trace the request its events belong to; of an anonymous one none
 * @param matches the rules it matches; of an anonymous one none are told
 */
record IntakeRow(
        UUID responseId,
        UUID campaignId,
        @Nullable String station,
        ContentHash content,
        String answers,
        String locale,
        @Nullable Instant startedAt,
        Instant submittedAt,
        Instant receivedAt,
        @Nullable Device device,
        UUID eventId,
        Instant occurredAt,
        byte[] event,
        List<Told> matches,
        @Nullable String trace) {

    /** A further event of the response. */
    record Told(UUID eventId, byte[] event) {}

    static IntakeRow of(
            UUID id,
            Submission submission,
            LinkTarget target,
            ObjectNode keptAnswers,
            List<RulesInForce.Match> matches,
            Instant now) {
        // A phone's clock may be wrong; what it says counts only within the campaign and not in the future.
        var claimed = submission.submittedAt();
        var answeredAt = claimed.isAfter(now) ? now : claimed.isBefore(target.opensAt()) ? target.opensAt() : claimed;
        var anonymous = target.anonymous();
        var occurredAt = anonymous ? day(answeredAt) : answeredAt;
        var version = target.version();
        var event = new ResponseSubmitted(
                id,
                version.surveyId(),
                version.version(),
                target.campaignId(),
                version.side(),
                target.station(),
                occurredAt,
                version.measure(keptAnswers, target.department()));
        return new IntakeRow(
                id,
                target.campaignId(),
                target.station(),
                submission.content(),
                keptAnswers.toString(),
                submission.locale(),
                anonymous ? null : submission.startedAt(),
                anonymous ? day(claimed) : claimed,
                (anonymous ? day(now) : now).truncatedTo(ChronoUnit.MICROS),
                submission.device(),
                // A time-ordered id would tell the moment that an anonymous response must not keep.
                anonymous ? UUID.randomUUID() : Uuid7.at(now),
                occurredAt,
                EventCodec.encode(event),
                matches.stream()
                        .map(match -> told(match, id, target, occurredAt, now))
                        .toList(),
                submission.trace());
    }

    private static Told told(
            RulesInForce.Match match, UUID responseId, LinkTarget target, Instant occurredAt, Instant now) {
        return new Told(
                Uuid7.at(now),
                EventCodec.encode(new ResponseMatched(
                        responseId,
                        match.ruleId(),
                        match.ruleVersion(),
                        target.campaignId(),
                        target.version().side(),
                        target.department(),
                        target.station(),
                        occurredAt)));
    }

    /** All that an anonymous campaign keeps of a moment. */
    static Instant day(Instant moment) {
        return BusinessDay.start(BusinessDay.of(moment));
    }
}
