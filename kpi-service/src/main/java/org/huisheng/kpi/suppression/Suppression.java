package org.huisheng.kpi.suppression;

import io.smallrye.config.ConfigMapping;
import java.util.Set;
import org.huisheng.events.Side;

/** From how many on a figure may be shown. */
@ConfigMapping(prefix = "huisheng.suppression")
public interface Suppression {

    int threshold();

    /** For figures to which employees contribute. */
    int employeeThreshold();

    /** The strictest threshold of the sides that contributed. */
    default int threshold(Set<Side> contributing) {
        return contributing.contains(Side.EMPLOYEE) ? Math.max(threshold(), employeeThreshold()) : threshold();
    }
}
