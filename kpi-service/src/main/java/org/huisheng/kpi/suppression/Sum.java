package org.huisheng.kpi.suppression;

import java.util.Collection;
import java.util.List;
import org.huisheng.events.Side;

/**
 * A sum that is published for each period: of {@code metric} over a slice, said to be of so many people as
 * {@code sampleMetric} counts.
 */
record Sum(String metric, String sampleMetric, Slice slice) {

    /** Of all tags. */
    Sum(String metric, String sampleMetric, Collection<Side> sides) {
        this(metric, sampleMetric, new Slice(sides, List.of()));
    }
}
