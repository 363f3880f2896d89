package org.huisheng.kpi.score;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.huisheng.kit.problem.DomainException.Malformed;
import org.jspecify.annotations.Nullable;

/** How deep a row of the sheet lies. */
public enum Level {
    CONTRACT,
    DIMENSION,
    INDICATOR;

    /** @param text one level's name, or null for all */
    public static Set<Level> parse(@Nullable String text) {
        if (text == null) {
            return EnumSet.allOf(Level.class);
        }
        return Arrays.stream(values())
                .filter(level -> level.word().equals(text))
                .findFirst()
                .map(EnumSet::of)
                .orElseThrow(() -> new Malformed("bad-level"));
    }

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
