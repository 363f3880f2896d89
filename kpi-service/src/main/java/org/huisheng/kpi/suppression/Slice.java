package org.huisheng.kpi.suppression;

import java.time.YearMonth;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import org.huisheng.events.Side;

/**
 * What a figure adds up.
 *
 * @param tags empty for all
 */
record Slice(Set<Side> sides, Set<String> tags) {

    Slice(Collection<Side> sides, Collection<String> tags) {
        this(Set.copyOf(EnumSet.copyOf(sides)), Set.copyOf(tags));
    }

    boolean contains(Group group, YearMonth first, YearMonth last) {
        return sides.contains(group.side())
                && (tags.isEmpty() || (group.tag() != null && tags.contains(group.tag())))
                && !group.month().isBefore(first)
                && !group.month().isAfter(last);
    }
}
