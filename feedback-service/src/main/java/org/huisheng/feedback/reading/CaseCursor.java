package org.huisheng.feedback.reading;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;
import org.huisheng.feedback.casework.Case;
import org.huisheng.kit.problem.DomainException.Malformed;

/** The last case of a page. Clients may choose a case's id, so the id alone would not order by time. */
record CaseCursor(Instant openedAt, UUID id) {

    private static final int BYTES = 3 * Long.BYTES;

    static CaseCursor parse(String text) {
        try {
            var bytes = Base64.getUrlDecoder().decode(text);
            var buffer = ByteBuffer.wrap(bytes);
            var micros = buffer.getLong();
            if (bytes.length != BYTES || micros < 0) {
                throw new Malformed("bad-cursor");
            }
            return new CaseCursor(
                    Instant.EPOCH.plus(micros, ChronoUnit.MICROS), new UUID(buffer.getLong(), buffer.getLong()));
        } catch (IllegalArgumentException | java.nio.BufferUnderflowException notOurs) {
            throw new Malformed("bad-cursor");
        }
    }

    static CaseCursor after(Case last) {
        return new CaseCursor(last.openedAt(), last.id());
    }

    String text() {
        var bytes = ByteBuffer.allocate(BYTES)
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, openedAt))
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
