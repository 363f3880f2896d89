package org.huisheng.kpi.live;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the live figures. */
@ConfigMapping(prefix = "huisheng.live")
interface LiveConfig {

    /** How many may listen to this process at once. */
    @WithDefault("200")
    int connections();

    /** How often is looked whether anything changed, and so how often a listener hears of it at most. */
    @WithDefault("PT1S")
    Duration every();

    /** How often a listener gets a sign of life when there is nothing to say. */
    @WithDefault("PT15S")
    Duration heartbeat();

    /** How often the figures are made anew although nothing seems to have changed. */
    @WithDefault("PT15S")
    Duration refresh();
}
