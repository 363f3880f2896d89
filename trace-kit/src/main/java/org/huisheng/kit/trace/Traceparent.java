package org.huisheng.kit.trace;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A place in a trace, as W3C Trace Context writes it. Its numbers are random and say nothing.
 *
 * @param sampled whether spans of it are worth keeping
 */
public record Traceparent(String traceId, String spanId, boolean sampled) {

    public static final String HEADER = "traceparent";

    private static final Pattern FORM =
            Pattern.compile("(?!ff)([0-9a-f]{2})-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})(-.*)?");
    private static final String OURS = "00";
    private static final HexFormat HEX = HexFormat.of();

    static Traceparent begin(boolean sampled) {
        return new Traceparent(someId() + someId(), someId(), sampled);
    }

    /** @return null for what is none, as the specification wants it: nobody is refused for it */
    public static @Nullable Traceparent parse(@Nullable String text) {
        if (text == null) {
            return null;
        }
        var parts = FORM.matcher(text);
        // Later versions may say more; this one must not.
        if (!parts.matches() || parts.group(1).equals(OURS) && parts.group(5) != null) {
            return null;
        }
        return new Traceparent(parts.group(2), parts.group(3), (HexFormat.fromHexDigits(parts.group(4)) & 1) == 1);
    }

    /** The next place in the same trace. */
    Traceparent child() {
        return new Traceparent(traceId, someId(), sampled);
    }

    public String text() {
        return OURS + '-' + traceId + '-' + spanId + (sampled ? "-01" : "-00");
    }

    private static String someId() {
        long id;
        do {
            id = ThreadLocalRandom.current().nextLong();
        } while (id == 0);
        return HEX.toHexDigits(id);
    }
}
