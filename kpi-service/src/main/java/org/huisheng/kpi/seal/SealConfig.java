package org.huisheng.kpi.seal;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of sealing. */
@ConfigMapping(prefix = "huisheng.seal")
interface SealConfig {

    /** How long a request waits for the second person. */
    @WithDefault("3D")
    Duration requestLife();
}
