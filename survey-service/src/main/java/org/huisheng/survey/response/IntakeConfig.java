package org.huisheng.survey.response;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the response intake. */
@ConfigMapping(prefix = "huisheng.intake")
interface IntakeConfig {

    /** Threads that commit; each holds one connection while it does. */
    @WithDefault("1")
    int writers();

    /** Responses in one commit at most. */
    @WithDefault("500")
    int batchSize();

    /** Responses waiting for a commit at most; beyond that clients are told to come back. */
    @WithDefault("5000")
    int queueSize();

    /** How long a writer under load waits for company before it commits. */
    @WithDefault("0.0015S")
    Duration linger();
}
