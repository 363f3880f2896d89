package org.huisheng.gateway.token;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long programs stay signed in. */
@ConfigMapping(prefix = "huisheng.refresh")
interface TokenConfig {

    /** A refresh token that is not used for so long has ended. */
    @WithDefault("P1D")
    Duration idle();

    /** After so long somebody has to give the password again. */
    @WithDefault("P7D")
    Duration life();
}
