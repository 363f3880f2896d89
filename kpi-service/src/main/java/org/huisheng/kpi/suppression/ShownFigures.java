package org.huisheng.kpi.suppression;

import java.util.Collection;
import java.util.List;
import org.huisheng.events.Side;

/** The figures of a department that may be shown for a period. */
@FunctionalInterface
public interface ShownFigures {

    ShownFigures NONE = (_, _, _) -> false;

    /**
     * @param sampleMetric the metric that says how many were asked
     * @param tags the stations or categories, empty for all
     */
    boolean contain(String sampleMetric, Collection<Side> sides, Collection<String> tags);

    /** Of all tags. */
    default boolean contain(String sampleMetric, Collection<Side> sides) {
        return contain(sampleMetric, sides, List.of());
    }
}
