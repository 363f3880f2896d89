package org.huisheng.feedback.confirmation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of asking stakeholders whether they agree. */
@ConfigMapping(prefix = "huisheng.confirmation")
public interface ConfirmationConfig {

    Duration validity();

    /** On how many different days it must have been tried in vain before a stakeholder counts as unreachable. */
    @WithDefault("3")
    int attemptsNeeded();
}
