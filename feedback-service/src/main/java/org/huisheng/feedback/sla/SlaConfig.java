package org.huisheng.feedback.sla;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the clocks of cases. */
@ConfigMapping(prefix = "huisheng.sla")
interface SlaConfig {

    /** How often it is looked what is due. */
    @WithDefault("5s")
    String tick();

    /** For how much working time waiting for a stakeholder holds a clock; of an office it is five days. */
    @WithDefault("PT37H30M")
    Duration waitingAtMost();
}
