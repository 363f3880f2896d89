package org.huisheng.feedback.rule;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "huisheng.rules")
interface RuleConfig {

    /** How long who tries a rule out waits for the answer before being told to come back for it. */
    @WithDefault("8s")
    Duration simulationPatience();
}
