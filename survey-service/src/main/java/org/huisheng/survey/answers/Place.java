package org.huisheng.survey.answers;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Pattern;
import org.huisheng.kit.problem.DomainException.Malformed;
import org.jspecify.annotations.Nullable;

/** Where in a campaign's responses a page ended: a time and an id, or for an anonymous campaign a text without meaning. */
record Place(String text) {

    static final Place BEGINNING = new Place("");

    /** A hash, as the database writes it. */
    private static final Pattern MEANINGLESS = Pattern.compile("[0-9a-f]{64}");

    static Place at(Instant receivedAt, UUID responseId) {
        return new Place(receivedAt + "," + responseId);
    }

    /** @throws Malformed if it is none of ours */
    static Place of(@Nullable String cursor) {
        try {
            return cursor == null
                    ? BEGINNING
                    : new Place(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notOurs) {
            throw new Malformed("bad-cursor");
        }
    }

    String cursor() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static boolean isMeaningless(String text) {
        return MEANINGLESS.matcher(text).matches();
    }

    /** @throws Malformed if it says something */
    String meaningless() {
        if (!text.isEmpty() && !isMeaningless(text)) {
            throw new Malformed("bad-cursor");
        }
        return text;
    }

    /** @throws Malformed if it is no time */
    Instant receivedAt() {
        try {
            return text.isEmpty() ? Instant.EPOCH : Instant.parse(text.split(",", 2)[0]);
        } catch (DateTimeException notOurs) {
            throw new Malformed("bad-cursor");
        }
    }

    /** @throws Malformed if it is no id */
    UUID responseId() {
        try {
            return text.isEmpty() ? new UUID(0, 0) : UUID.fromString(text.substring(text.indexOf(',') + 1));
        } catch (IllegalArgumentException notOurs) {
            throw new Malformed("bad-cursor");
        }
    }
}
