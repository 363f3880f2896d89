package org.huisheng.survey.answers;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.huisheng.events.Side;
import org.jspecify.annotations.Nullable;

/**
 * One response, with what it answers.
 *
 * @param campaign name of the campaign
 * @param version of the survey, with which the answers are to be read
 */
record GivenResponse(
        UUID responseId,
        UUID campaignId,
        String campaign,
        UUID surveyId,
        int version,
        Side side,
        @Nullable String station,
        Instant submittedAt,
        Instant receivedAt,
        String locale,
        JsonNode answers) {}
