package org.huisheng.gateway.edge;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Set;

/**
 * Lets pages of listed sites call the API from a browser (CORS). Never with cookies: such a page signs in for a token of
 * its own. Nothing happens here unless a site is listed.
 */
@ApplicationScoped
class CrossOrigin {

    private static final int ORDER = -348;

    private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE";
    private static final String HEADERS = "Authorization, Content-Type, If-Match, If-None-Match, X-Request-Id";
    private static final String EXPOSED = "ETag, Location, Retry-After, X-Request-Id";
    private static final String AN_HOUR = "3600";

    private final Set<String> allowed;

    CrossOrigin(EdgeConfig config) {
        this.allowed = Set.copyOf(config.corsOrigins().orElse(List.of()));
    }

    void register(@Observes Router router) {
        if (!allowed.isEmpty()) {
            router.route("/api/*").order(ORDER).handler(this::answer);
        }
    }

    private void answer(RoutingContext exchange) {
        var request = exchange.request();
        var response = exchange.response();
        response.headers().add(HttpHeaders.VARY, "Origin");
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin == null || !allowed.contains(origin)) {
            exchange.next();
            return;
        }
        response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
        if (request.method().equals(HttpMethod.OPTIONS)
                && request.headers().contains(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD)) {
            response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, METHODS)
                    .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, HEADERS)
                    .putHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, AN_HOUR)
                    .setStatusCode(204)
                    .end();
        } else {
            response.putHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED);
            exchange.next();
        }
    }
}
