package org.huisheng.feedback.outcome;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import org.huisheng.events.Side;

/** From how many cases of a month on it is told which department one was about. */
@ConfigMapping(prefix = "huisheng.outcome")
interface OutcomeConfig {

    @WithDefault("5")
    int threshold();

    @WithDefault("7")
    int employeeThreshold();

    default int threshold(Side side) {
        return side == Side.EMPLOYEE ? Math.max(threshold(), employeeThreshold()) : threshold();
    }
}
