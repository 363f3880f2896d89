package org.huisheng.kpi.suppression;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import org.huisheng.events.Side;

/**
 * A sum that is published for each period: of {@code metric} over some sides, said to be of so many people as
 * {@code sampleMetric} counts.
 */
record Sum(String metric, String sampleMetric, Set<Side> sides) {

    Sum(String metric, String sampleMetric, Collection<Side> sides) {
        this(metric, sampleMetric, Set.copyOf(EnumSet.copyOf(sides)));
    }
}
