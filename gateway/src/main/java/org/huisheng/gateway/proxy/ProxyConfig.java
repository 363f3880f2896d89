package org.huisheng.gateway.proxy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** Where the services are and how long to wait for them. */
@ConfigMapping(prefix = "huisheng.gateway")
interface ProxyConfig {

    URI surveyUrl();

    URI feedbackUrl();

    URI kpiUrl();

    @WithDefault("PT2S")
    Duration connectTimeout();

    /** From the last byte of the request to the first of the answer. */
    @WithDefault("PT30S")
    Duration answerTimeout();

    /** How long a small body may take to come; a large one may take ten times as long. */
    @WithDefault("PT30S")
    Duration bodyTimeout();

    /** Shorter than any service closes an idle connection, so that a request never meets one being closed. */
    @WithDefault("PT20S")
    Duration keepAlive();

    /** Connections to one service, per event loop. */
    @WithDefault("256")
    int connections();

    @WithDefault("1048576")
    long maxBody();

    /** For addresses ending in {@code /responses/batch}. */
    @WithDefault("16777216")
    long maxBatchBody();

    /** For addresses ending in {@code /attachments}: a file and what a form puts around it. */
    @WithDefault("22020096")
    long maxAttachmentBody();
}
