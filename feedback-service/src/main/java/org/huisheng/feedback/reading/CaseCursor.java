package org.huisheng.feedback.reading;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;
import org.huisheng.feedback.casework.Case;
import org.huisheng.kit.problem.DomainException.Malformed;

/** The last case of a page. Clients may choose a case's id, so the id alone would not order by time. */
record CaseCursor(CaseOrder order, Instant place, UUID id) {

    private static final int BYTES = 1 + 3 * Long.BYTES;

    /** @throws Malformed if it is none of ours, or one of a list in another order */
    static CaseCursor parse(String text, CaseOrder order) {
        try {
            var bytes = Base64.getUrlDecoder().decode(text);
            var buffer = ByteBuffer.wrap(bytes);
            var ordinal = buffer.get();
            var micros = buffer.getLong();
            if (bytes.length != BYTES || micros < 0 || ordinal != order.ordinal()) {
                throw new Malformed("bad-cursor");
            }
            return new CaseCursor(
                    order, Instant.EPOCH.plus(micros, ChronoUnit.MICROS), new UUID(buffer.getLong(), buffer.getLong()));
        } catch (IllegalArgumentException | java.nio.BufferUnderflowException notOurs) {
            throw new Malformed("bad-cursor");
        }
    }

    static CaseCursor after(Case last, CaseOrder order) {
        return new CaseCursor(order, order.place(last), last.id());
    }

    String text() {
        var bytes = ByteBuffer.allocate(BYTES)
                .put((byte) order.ordinal())
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, place))
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
