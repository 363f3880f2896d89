package org.huisheng.survey.response;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A response as a client posted it, well formed but not yet checked against its questionnaire.
 *
 * @param trace the request it came with, which its events belong to
 */
record Submission(
        UUID responseId,
        String link,
        int version,
        ObjectNode answers,
        @Nullable Instant startedAt,
        Instant submittedAt,
        String locale,
        @Nullable Device device,
        ContentHash content,
        @Nullable String trace) {

    /** @param sequence counts a device's responses, so that a missing one is known */
    record Device(String id, long sequence) {}

    /**
     * With a hash of what an anonymous campaign keeps, and of nothing else: times and links are few enough to be tried
     * against a hash until they fit. Its events belong to no request, whose moment is known to whoever collects traces.
     */
    Submission withoutTraces() {
        var kept = JsonNodeFactory.instance.objectNode().put("version", version).put("locale", locale);
        kept.set("answers", answers);
        return new Submission(
                responseId,
                link,
                version,
                answers,
                startedAt,
                submittedAt,
                locale,
                device,
                new ContentHash(CanonicalJson.hash(kept)),
                null);
    }
}
