package org.huisheng.kit.trace;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * A place in a trace, as W3C Trace Context writes it. Its numbers are random and say nothing.
 *
 * @param sampled whether spans of it are worth keeping
 */
public record Traceparent(String traceId, String spanId, boolean sampled) {

    public static final String HEADER = "traceparent";

    // Where its four parts begin, a hyphen between any two: version, trace, span, flags
    private static final int TRACE = 3;
    private static final int SPAN = 36;
    private static final int FLAGS = 53;
    private static final int LENGTH = 55;

    private static final String NONE = "0".repeat(32);
    private static final String NEVER_A_VERSION = "ff";
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
        if (text.length() < LENGTH
                || !isHex(text, 0, TRACE - 1)
                || !isHex(text, TRACE, SPAN - 1)
                || !isHex(text, SPAN, FLAGS - 1)
                || !isHex(text, FLAGS, LENGTH)
                || text.startsWith(NEVER_A_VERSION)
                || NONE.regionMatches(0, text, TRACE, SPAN - 1 - TRACE)
                || NONE.regionMatches(0, text, SPAN, FLAGS - 1 - SPAN)) {
            return null;
        }
        // Later versions may say more; this one must not.
        if (text.length() > LENGTH && (text.startsWith(OURS) || text.charAt(LENGTH) != '-')) {
            return null;
        }
        var flags = HexFormat.fromHexDigits(text, FLAGS, LENGTH);
        return new Traceparent(text.substring(TRACE, SPAN - 1), text.substring(SPAN, FLAGS - 1), (flags & 1) == 1);
    }

    /** Whether there are small hexadecimal digits and, unless the text ends, a hyphen. By hand: each request asks it. */
    private static boolean isHex(String text, int from, int to) {
        for (var at = from; at < to; at++) {
            var c = text.charAt(at);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return to >= LENGTH || text.charAt(to) == '-';
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
