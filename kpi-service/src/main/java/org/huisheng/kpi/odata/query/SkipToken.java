package org.huisheng.kpi.odata.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.huisheng.kpi.odata.filter.Column;
import org.huisheng.kpi.odata.filter.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Where a page ended. It carries a digest over itself and the query it belongs to, against mistakes and not against
 * forgers: all that can be forged is where to go on, and whoever may read the rows may go on anywhere.
 *
 * @param bound rows recorded later are not part of this reading; null where the set has none such
 * @param left how many rows may still come, null for all
 * @param count how many there were, null if nobody asked
 * @param place of the last row in the order
 */
public record SkipToken(
        @Nullable Instant bound,
        @Nullable Long left,
        @Nullable Long count,
        List<@Nullable Object> place) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int DIGEST = 12;

    /** As it is written: texts, so that nothing depends on how JSON sees a number. */
    private record Written(
            @Nullable String b, @Nullable Long l, @Nullable Long c, List<@Nullable String> p) {}

    public String encode(String binding) {
        var texts = new ArrayList<@Nullable String>();
        place.forEach(value -> texts.add(value == null ? null : value.toString()));
        try {
            var payload =
                    JSON.writeValueAsBytes(new Written(bound == null ? null : bound.toString(), left, count, texts));
            var token = Arrays.copyOf(digest(payload, binding), DIGEST + payload.length);
            System.arraycopy(payload, 0, token, DIGEST, payload.length);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static SkipToken decode(String text, List<Order> order, String binding) {
        try {
            var token = Base64.getUrlDecoder().decode(text);
            var payload = Arrays.copyOfRange(token, Math.min(DIGEST, token.length), token.length);
            if (!Arrays.equals(token, 0, Math.min(DIGEST, token.length), digest(payload, binding), 0, DIGEST)) {
                throw Refusal.malformed("bad-skiptoken");
            }
            return read(JSON.readValue(payload, Written.class), order);
        } catch (IllegalArgumentException | DateTimeException | java.io.IOException notOurs) {
            throw Refusal.malformed("bad-skiptoken");
        }
    }

    private static SkipToken read(Written written, List<Order> order) {
        if (written.p.size() != order.size()) {
            throw Refusal.malformed("bad-skiptoken");
        }
        var place = new ArrayList<@Nullable Object>();
        for (var i = 0; i < order.size(); i++) {
            place.add(value(written.p.get(i), order.get(i).column()));
        }
        return new SkipToken(written.b == null ? null : Instant.parse(written.b), written.l, written.c, place);
    }

    private static @Nullable Object value(@Nullable String text, Column column) {
        if (text == null) {
            return null;
        }
        return switch (column.type()) {
            case STRING, NULL -> text;
            case INT32, INT64, DECIMAL -> new BigDecimal(text);
            case DATE_TIME -> Instant.parse(text);
            case DATE -> LocalDate.parse(text);
            case BOOLEAN -> Boolean.valueOf(text);
            case GUID -> UUID.fromString(text);
        };
    }

    private static byte[] digest(byte[] payload, String binding) {
        try {
            var hash = MessageDigest.getInstance("SHA-256");
            hash.update(payload);
            return Arrays.copyOf(hash.digest(binding.getBytes(StandardCharsets.UTF_8)), DIGEST);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
