package org.huisheng.survey.answers;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One response as it may be shown. Of an anonymous one there is no id, no time but the month, and no station at which
 * only a few answered.
 */
record GivenAnswers(
        @Nullable UUID responseId,
        @Nullable String station,
        String month,
        @Nullable Instant submittedAt,
        @Nullable Instant receivedAt,
        String locale,
        JsonNode answers) {}
