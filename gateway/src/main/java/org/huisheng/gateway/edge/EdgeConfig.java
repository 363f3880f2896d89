package org.huisheng.gateway.edge;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** How the gateway stands to what is in front of it. */
@ConfigMapping(prefix = "huisheng.edge")
interface EdgeConfig {

    /** Addresses or networks ({@code 10.0.0.0/8}) of proxies whose word about a caller is taken. */
    Optional<List<String>> trustedProxies();

    /** Sites whose pages may call the API from a browser, as origins; none by default. */
    Optional<List<String>> corsOrigins();

    /** Addresses or networks that may read {@code /q/metrics}. */
    List<String> metricsFrom();

    /** Whether each request is written down, without what is secret or personal in its address. */
    @WithDefault("false")
    boolean accessLog();

    /** Whether callers are slowed at all; off only for measuring. */
    @WithDefault("true")
    boolean rateLimits();

    /** Everything from one address; a whole office, or a mobile operator's customers, may have the same. */
    Rate perAddress();

    /** Everything with one token, key or session. */
    Rate perToken();

    /** One link, receipt or confirmation: a poster in a hall has one too. */
    Rate perLink();

    /** Sign-ins from one address: each costs a tenth of a second of computing. */
    Rate perSignIn();

    /** What anybody may write without a link or an account, from one address. */
    Rate perUnasked();

    /** So many a second, and so many at once by who has been quiet. */
    interface Rate {
        double perSecond();

        int burst();
    }
}
