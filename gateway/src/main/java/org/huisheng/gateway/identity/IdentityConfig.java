package org.huisheng.gateway.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Settings of the embedded issuer. */
@ConfigMapping(prefix = "huisheng.identity")
public interface IdentityConfig {

    /** The {@code iss} of its tokens. */
    @WithDefault("huisheng")
    String issuer();

    @WithDefault("PT1H")
    Duration tokenLife();

    /** A JSON file of accounts made at start if they are absent. */
    Optional<Path> bootstrapUsers();

    /** Slows down who guesses; off only for measuring. */
    @WithDefault("true")
    boolean rateLimits();
}
