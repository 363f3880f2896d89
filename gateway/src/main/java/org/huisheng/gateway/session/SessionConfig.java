package org.huisheng.gateway.session;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long browsers stay signed in. */
@ConfigMapping(prefix = "huisheng.session")
interface SessionConfig {

    /** After so long without a request a session ends. */
    @WithDefault("PT1H")
    Duration idle();

    /** And after so long whatever happens. */
    @WithDefault("PT12H")
    Duration life();

    /** How long a session goes unasked once it was found good, and so how long an ended one may be let through. */
    @WithDefault("PT5S")
    Duration memory();

    /** Of what goes on to the services in its place; the browser never sees it. */
    @WithDefault("PT5M")
    Duration tokenLife();
}
