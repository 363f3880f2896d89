package org.huisheng.gateway.analyst;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import org.huisheng.kit.platform.Uuid7;
import org.jboss.logging.Logger;

/**
 * Knows the key in a file under the name {@code bootstrap}. A secret that was ever known is left as it is, revoked, ended or
 * not; another one in the file is a rotation, or a key anew if the last one was revoked.
 */
@ApplicationScoped
class BootstrapKey {

    static final String NAME = "bootstrap";

    private static final Logger LOG = Logger.getLogger(BootstrapKey.class);
    private static final int SHORTEST = 20;

    private final AnalystKeys keys;
    private final AnalystConfig config;
    private final Clock clock;

    BootstrapKey(AnalystKeys keys, AnalystConfig config, Clock clock) {
        this.keys = keys;
        this.config = config;
        this.clock = clock;
    }

    void prepare(@Observes @Priority(1200) StartupEvent start) throws IOException, SQLException {
        if (config.keyFile().isPresent()) {
            addFrom(config.keyFile().get());
        }
    }

    void addFrom(Path file) throws IOException, SQLException {
        var secret = new Secret(Files.readString(file).strip());
        if (secret.text().length() < SHORTEST) {
            throw new IOException(file + " holds a key of fewer than " + SHORTEST + " characters");
        }
        if (keys.presented(secret).isEmpty()) {
            try {
                know(secret);
            } catch (SQLException failure) {
                // Gateways that start at once add the same secret; its digest is a primary key.
                if (keys.presented(secret).isEmpty()) {
                    throw failure;
                }
            }
        }
    }

    private void know(Secret secret) throws SQLException {
        var now = clock.instant();
        if (keys.add(AnalystKey.made(Uuid7.at(now), NAME, null, null, now, NAME, null), secret)) {
            return;
        }
        var inUse = keys.inUse(NAME);
        if (inUse.isPresent()
                && keys.presented(secret).isEmpty()
                && !keys.rotate(inUse.get().id(), secret, now, Duration.ZERO)) {
            LOG.warn("The key in the file is not let in: the one named bootstrap has expired");
        }
    }
}
