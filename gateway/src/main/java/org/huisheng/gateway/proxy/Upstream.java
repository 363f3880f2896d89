package org.huisheng.gateway.proxy;

import java.net.URI;
import java.time.Duration;

/** A service and how to reach it. @param forAnalysts whether BI tools come here, with a key instead of a token */
public record Upstream(String name, String host, int port, boolean forAnalysts, Breaker breaker) {

    private static final int PATIENCE = 20;

    /** So long a service that is back may not be noticed. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    static Upstream of(String name, URI url, boolean forAnalysts) {
        if (!"http".equals(url.getScheme()) || url.getHost() == null) {
            throw new IllegalArgumentException("Not an http address of the " + name + " service: " + url);
        }
        return new Upstream(
                name, url.getHost(), url.getPort() < 0 ? 80 : url.getPort(), forAnalysts, new Breaker(PATIENCE, PAUSE));
    }
}
