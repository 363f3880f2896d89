package org.huisheng.survey.response;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import org.huisheng.kit.problem.DomainException.Malformed;

/**
 * The SHA-256 of a JSON value: equal for equal values, however they were written (order of fields, spaces, escapes, 1 or
 * 1.0). Refuses on the way what PostgreSQL could not store, so that one response never fails a batch of others.
 */
final class CanonicalJson {

    private static final int MAX_DIGITS = 50;

    /** Gathered first: a digest takes one long run of bytes several times faster than many short ones. */
    private byte[] bytes = new byte[1024];

    private int length;

    private CanonicalJson() {}

    /** @throws Malformed if a text has a NUL or half a surrogate pair, or a number has more than 50 digits */
    static byte[] hash(JsonNode value) {
        try {
            var canonical = new CanonicalJson();
            canonical.add(value);
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(canonical.bytes, 0, canonical.length);
            return digest.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void add(JsonNode value) {
        switch (value.getNodeType()) {
            case OBJECT -> {
                var fields = new ArrayList<>(value.properties());
                fields.sort(Comparator.comparing(Map.Entry::getKey));
                length('{', fields.size());
                for (var field : fields) {
                    text(field.getKey());
                    add(field.getValue());
                }
            }
            case ARRAY -> {
                length('[', value.size());
                value.forEach(this::add);
            }
            case STRING -> text(value.textValue());
            case NUMBER -> {
                var number = value.decimalValue().stripTrailingZeros();
                if (number.precision() > MAX_DIGITS || Math.abs(number.scale()) > MAX_DIGITS) {
                    throw new Malformed("json-limits");
                }
                bytes('#', number.toString());
            }
            case BOOLEAN -> append((byte) (value.booleanValue() ? 't' : 'f'));
            default -> append((byte) 'n');
        }
    }

    private void text(String text) {
        for (var index = 0; index < text.length(); index++) {
            var unit = text.charAt(index);
            if (unit == 0) {
                throw new Malformed("invalid-text");
            }
            if (Character.isSurrogate(unit)) {
                if (Character.isLowSurrogate(unit)
                        || index + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(++index))) {
                    throw new Malformed("invalid-text");
                }
            }
        }
        bytes('"', text);
    }

    private void bytes(char kind, String text) {
        var encoded = text.getBytes(StandardCharsets.UTF_8);
        length(kind, encoded.length);
        append(encoded);
    }

    /** Kind and length before the content: no two values share one stream of bytes. */
    private void length(char kind, int count) {
        append((byte) kind, (byte) (count >>> 24), (byte) (count >>> 16), (byte) (count >>> 8), (byte) count);
    }

    private void append(byte... more) {
        if (length + more.length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more.length));
        }
        System.arraycopy(more, 0, bytes, length, more.length);
        length += more.length;
    }
}
