package org.huisheng.kit.trace;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Where spans go. Trace ids are passed on and logged in any case. */
@ConfigMapping(prefix = "huisheng.tracing")
interface TracingConfig {

    /** A collector of OTLP over HTTP, without {@code /v1/traces}; nobody gets spans without one. */
    Optional<String> endpoint();

    /** Which part of the traces that begin here is kept; for others the caller has decided. */
    @WithDefault("1.0")
    double ratio();
}
