package org.huisheng.feedback.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** How letters leave. */
@ConfigMapping(prefix = "huisheng.notification")
interface DeliveryConfig {

    enum Road {
        /** Nothing is sent; the log says that it would have been. */
        LOG,
        /** By {@code quarkus.mailer}. */
        SMTP,
        /** Posted to a gateway of the operator's. */
        WEBHOOK
    }

    @WithDefault("log")
    Road sms();

    @WithDefault("log")
    Road email();

    /** How often it is looked what is due. */
    @WithDefault("5s")
    String every();

    /** Before the second try; it doubles with each further one. */
    @WithDefault("30s")
    Duration retryPause();

    @WithDefault("8")
    int mostTries();

    Webhook webhook();

    interface Webhook {
        Optional<URI> url();

        Optional<String> secret();

        @WithDefault("10s")
        Duration timeout();
    }
}
