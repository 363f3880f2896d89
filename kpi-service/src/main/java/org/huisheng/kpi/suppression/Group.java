package org.huisheng.kpi.suppression;

import java.time.YearMonth;
import java.util.Set;
import org.huisheng.events.Side;
import org.jspecify.annotations.Nullable;

/**
 * Those of a side who said something in a month.
 *
 * @param tag at a station, or about a category, that an indicator names; null for all others
 */
record Group(Side side, YearMonth month, @Nullable String tag) {

    Group(Side side, YearMonth month) {
        this(side, month, null);
    }

    /** The group it is part of where only some tags are told apart. */
    Group among(Set<String> tags) {
        return tag == null || tags.contains(tag) ? this : new Group(side, month);
    }
}
