package org.huisheng.gateway.edge;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** What keeps a browser from doing more with an answer than showing it. A service's own header goes before ours. */
@ApplicationScoped
public class SecurityHeaders {

    private static final CharSequence CONTENT_SECURITY_POLICY = HttpHeaders.createOptimized("Content-Security-Policy");
    private static final CharSequence CONTENT_TYPE_OPTIONS = HttpHeaders.createOptimized("X-Content-Type-Options");
    private static final CharSequence FRAME_OPTIONS = HttpHeaders.createOptimized("X-Frame-Options");
    private static final CharSequence REFERRER_POLICY = HttpHeaders.createOptimized("Referrer-Policy");

    private static final CharSequence RESOURCE_POLICY = HttpHeaders.createOptimized("Cross-Origin-Resource-Policy");
    private static final CharSequence TRANSPORT_SECURITY = HttpHeaders.createOptimized("Strict-Transport-Security");

    private static final CharSequence CROSS_ORIGIN = HttpHeaders.createOptimized("cross-origin");
    private static final CharSequence SAME_ORIGIN = HttpHeaders.createOptimized("same-origin");
    private static final CharSequence HALF_A_YEAR = HttpHeaders.createOptimized("max-age=15768000");
    private static final CharSequence NOSNIFF = HttpHeaders.createOptimized("nosniff");
    private static final CharSequence DENY = HttpHeaders.createOptimized("DENY");
    private static final CharSequence NO_REFERRER = HttpHeaders.createOptimized("no-referrer");
    private static final CharSequence DATA_ONLY =
            HttpHeaders.createOptimized("default-src 'none'; frame-ancestors 'none'");
    // Swagger UI starts itself by a script inside the page.
    private static final CharSequence API_BROWSER = HttpHeaders.createOptimized(
            "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline';"
                    + " img-src 'self' data:; object-src 'none'; base-uri 'self'; frame-ancestors 'none'");

    private final Origins origins;
    private final CharSequence resourcePolicy;

    SecurityHeaders(Origins origins, EdgeConfig config) {
        this.origins = origins;
        // Who is let in by CORS may also read.
        this.resourcePolicy = config.corsOrigins().isPresent() ? CROSS_ORIGIN : SAME_ORIGIN;
    }

    void register(@Observes Filters filters) {
        // After the request id, before authentication and everything else that may refuse.
        filters.register(this::add, 390);
    }

    private void add(RoutingContext exchange) {
        addTo(exchange);
        exchange.next();
    }

    void addTo(RoutingContext exchange) {
        var path = exchange.request().path();
        addTo(
                exchange.response().headers(),
                path != null && path.startsWith("/q/swagger-ui") ? API_BROWSER : DATA_ONLY);
        exchange.response().headers().set(RESOURCE_POLICY, resourcePolicy);
        if (origins.isHttps(exchange.request())) {
            exchange.response().headers().set(TRANSPORT_SECURITY, HALF_A_YEAR);
        }
    }

    private static void addTo(MultiMap headers, CharSequence contentSecurityPolicy) {
        headers.set(CONTENT_TYPE_OPTIONS, NOSNIFF)
                .set(FRAME_OPTIONS, DENY)
                .set(REFERRER_POLICY, NO_REFERRER)
                .set(CONTENT_SECURITY_POLICY, contentSecurityPolicy);
    }
}
