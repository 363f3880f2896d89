package org.huisheng.kit.event;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the outbox relay. */
@ConfigMapping(prefix = "huisheng.relay")
interface RelayConfig {

    @WithDefault("true")
    boolean enabled();

    /** How many events are sent before their acknowledgements are awaited. */
    @WithDefault("2000")
    int batchSize();

    /** How long the relay under load lets events gather before its next round; an idle one never waits. */
    @WithDefault("0.1S")
    Duration linger();

    /** How long to wait after the broker or the database failed, and between two tries for the relay lock. */
    @WithDefault("1s")
    Duration retryDelay();

    /** Partitions of the topics it creates. */
    @WithDefault("6")
    int topicPartitions();

    /** How long inbox entries are kept; a redelivery later than that is not recognised any more. */
    @WithDefault("30d")
    Duration inboxRetention();
}
