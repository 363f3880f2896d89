package org.huisheng.survey.anonymity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import org.huisheng.events.Side;

/** From how many people on something may be told of them together. */
@ConfigMapping(prefix = "huisheng.suppression")
public interface FewestPeople {

    @WithDefault("5")
    int threshold();

    /** Employees are judged by those who read the figures. */
    @WithDefault("7")
    int employeeThreshold();

    default int of(Side side) {
        return side == Side.EMPLOYEE ? Math.max(threshold(), employeeThreshold()) : threshold();
    }
}
