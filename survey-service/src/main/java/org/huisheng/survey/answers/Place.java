package org.huisheng.survey.answers;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.huisheng.kit.problem.DomainException.Malformed;
import org.jspecify.annotations.Nullable;

/** Where in a campaign's responses a page ended. */
record Place(Instant receivedAt, UUID responseId) {

    static final Place BEGINNING = new Place(Instant.EPOCH, new UUID(0, 0));

    /** @throws Malformed if it is none of ours */
    static Place of(@Nullable String cursor) {
        if (cursor == null) {
            return BEGINNING;
        }
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            var comma = text.indexOf(',');
            return new Place(
                    Instant.parse(text.substring(0, Math.max(comma, 0))), UUID.fromString(text.substring(comma + 1)));
        } catch (RuntimeException notOurs) {
            throw new Malformed("bad-cursor");
        }
    }

    String cursor() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((receivedAt + "," + responseId).getBytes(StandardCharsets.UTF_8));
    }
}
