package org.huisheng.kpi.live;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a listener has heard: the digests of the last scores and rates. It is the id of each event, so that whoever comes
 * back with it gets just what is other by now, from whichever process.
 */
record Known(@Nullable String scores, @Nullable String rates) {

    static final Known NOTHING = new Known(null, null);

    private static final String NONE = "-";
    private static final Pattern ID = Pattern.compile("([0-9a-f]{32}|-)\\.([0-9a-f]{32}|-)");

    /** @param id one of ours, or anything else, which means nothing */
    static Known parse(@Nullable String id) {
        var parts = ID.matcher(id == null ? "" : id);
        return parts.matches() ? new Known(digest(parts.group(1)), digest(parts.group(2))) : NOTHING;
    }

    private static @Nullable String digest(String text) {
        return text.equals(NONE) ? null : text;
    }

    String id() {
        return (scores == null ? NONE : scores) + '.' + (rates == null ? NONE : rates);
    }
}
