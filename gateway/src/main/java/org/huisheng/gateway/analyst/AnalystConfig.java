package org.huisheng.gateway.analyst;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Settings about the keys of BI tools. */
@ConfigMapping(prefix = "huisheng.analyst")
interface AnalystConfig {

    /** A file with the first key, so that there is one before anybody has logged in. */
    Optional<Path> keyFile();

    /** What a key may be limited to, as the service that has them calls them. */
    @WithDefault("Scores,Rates,Observations,Departments")
    Set<String> sets();

    /** How long a token made for a BI tool's request lives; the tool never sees it. */
    @WithDefault("PT5M")
    Duration tokenLife();

    /** How long a key goes unasked once it was let in, and so how long a revoked one may still be let in. */
    @WithDefault("PT5S")
    Duration keyMemory();

    /** How long the old secret stays valid when a rotation does not say so itself. */
    @WithDefault("PT0S")
    Duration rotationOverlap();
}
