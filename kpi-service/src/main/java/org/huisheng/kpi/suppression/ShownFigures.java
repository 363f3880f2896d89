package org.huisheng.kpi.suppression;

import java.util.Collection;
import org.huisheng.events.Side;

/** The figures of a department that may be shown for a period. */
@FunctionalInterface
public interface ShownFigures {

    ShownFigures NONE = (_, _) -> false;

    /** @param sampleMetric the metric that says how many were asked */
    boolean contain(String sampleMetric, Collection<Side> sides);
}
