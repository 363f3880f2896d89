package org.huisheng.feedback.confirmation;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** Settings of confirmation links. */
@ConfigMapping(prefix = "huisheng.confirmation")
interface ConfirmationConfig {

    Duration validity();
}
