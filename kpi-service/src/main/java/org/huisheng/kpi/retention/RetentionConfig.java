package org.huisheng.kpi.retention;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.Period;
import java.util.Optional;

/** Settings of how observations are kept. */
@ConfigMapping(prefix = "huisheng.observations")
interface RetentionConfig {

    /** How long a month is kept before it may be archived, in ISO form ({@code P10Y}); for ever when not said. */
    Optional<Period> keep();

    /** How often partitions are made ahead. */
    @WithDefault("1h")
    Duration partitions();
}
