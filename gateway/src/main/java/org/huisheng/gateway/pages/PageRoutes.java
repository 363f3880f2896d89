package org.huisheng.gateway.pages;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import org.huisheng.kit.problem.ProblemAnswer;
import org.huisheng.kit.web.RequestRemainder;

/** Answers with a built file where there is one, and lets everything else go by. */
@ApplicationScoped
class PageRoutes {

    /** After what belongs to a service, before anything that would read a body. */
    private static final int ORDER = -45;

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private static final CharSequence CONTENT_SECURITY_POLICY = HttpHeaders.createOptimized("Content-Security-Policy");
    /** Scripts are ours alone; pictures may be a questionnaire's own. It binds the service worker too. */
    private static final CharSequence PAGE_POLICY = HttpHeaders.createOptimized(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: https:; font-src 'self';"
                    + " connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none';"
                    + " frame-ancestors 'none'");

    private final WebFiles files;
    private final ProblemAnswer problems;

    PageRoutes(WebFiles files, ProblemAnswer problems) {
        this.files = files;
        this.problems = problems;
    }

    void register(@Observes Router router) {
        router.route().order(ORDER).handler(this::route);
    }

    private void route(RoutingContext exchange) {
        var file = files.at(exchange.normalizedPath());
        var request = exchange.request();
        if (file == null) {
            exchange.next();
        } else if (READING.contains(request.method())) {
            send(file, request);
        } else {
            request.response().putHeader(HttpHeaders.ALLOW, "GET, HEAD");
            problems.send(request, 405, "http-405");
            RequestRemainder.discard(request);
        }
    }

    private static void send(WebFile file, HttpServerRequest request) {
        var gzipped = acceptsGzip(request) ? file.gzipped() : null;
        var body = gzipped == null ? file.plain() : gzipped;
        var tag = '"' + file.tag() + (gzipped == null ? "" : "-gzip") + '"';
        var response = request.response();
        response.putHeader(CONTENT_SECURITY_POLICY, PAGE_POLICY)
                .putHeader(HttpHeaders.CACHE_CONTROL, file.caching())
                .putHeader(HttpHeaders.ETAG, tag);
        if (file.gzipped() != null) {
            response.putHeader(HttpHeaders.VARY, "Accept-Encoding");
        }
        if (isKnown(tag, request)) {
            response.setStatusCode(304).end();
            return;
        }
        if (gzipped != null) {
            response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        response.putHeader(HttpHeaders.CONTENT_TYPE, file.mediaType())
                .putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(body.length()));
        if (request.method().equals(HttpMethod.HEAD)) {
            response.end();
        } else {
            response.end(body);
        }
    }

    private static boolean acceptsGzip(HttpServerRequest request) {
        var accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        return accepted != null && accepted.contains("gzip") && !accepted.contains("gzip;q=0");
    }

    private static boolean isKnown(String tag, HttpServerRequest request) {
        var known = request.getHeader(HttpHeaders.IF_NONE_MATCH);
        return known != null && (known.contains(tag) || known.equals("*"));
    }
}
