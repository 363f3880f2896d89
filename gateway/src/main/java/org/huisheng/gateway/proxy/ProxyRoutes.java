package org.huisheng.gateway.proxy;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.huisheng.gateway.analyst.AnalystAccess;
import org.huisheng.gateway.edge.Exchanges;
import org.huisheng.gateway.edge.Origins;
import org.huisheng.gateway.proxy.Refusal.Reason;
import org.huisheng.gateway.proxy.RequestBody.NoBody;
import org.huisheng.gateway.proxy.RequestBody.StreamedBody;
import org.huisheng.gateway.proxy.RequestBody.WholeBody;
import org.huisheng.kit.problem.DomainException.NotAuthenticated;
import org.huisheng.kit.problem.ProblemAnswer;
import org.huisheng.kit.web.RequestRemainder;
import org.jspecify.annotations.Nullable;

/** Looks at a request just long enough to know whose it is and whether it may pass. */
@ApplicationScoped
class ProxyRoutes {

    /**
     * After request id and security headers, before anything that would read a body, and before the gateway's own
     * authentication: what goes through is the service's to check.
     */
    private static final int ORDER = -340;

    private static final String RETRY_AFTER = "2";

    private final Upstreams upstreams;
    private final ProxyMetrics metrics;
    private final ProblemAnswer problems;
    private final AnalystAccess analystAccess;
    private final Origins origins;
    private final SlowBody slowBody;
    private final long answerTimeoutMillis;
    private final long maxBody;
    private final long maxBatchBody;
    private final long maxAttachmentBody;

    ProxyRoutes(
            Upstreams upstreams,
            ProxyConfig config,
            ProxyMetrics metrics,
            ProblemAnswer problems,
            AnalystAccess analystAccess,
            Origins origins,
            SlowBody slowBody) {
        this.upstreams = upstreams;
        this.metrics = metrics;
        this.problems = problems;
        this.analystAccess = analystAccess;
        this.origins = origins;
        this.slowBody = slowBody;
        this.answerTimeoutMillis = config.answerTimeout().toMillis();
        this.maxBody = config.maxBody();
        this.maxBatchBody = config.maxBatchBody();
        this.maxAttachmentBody = config.maxAttachmentBody();
    }

    void register(@Observes Router router) {
        router.route().order(ORDER).handler(this::route);
    }

    private void route(RoutingContext exchange) {
        // Without dot segments: what is matched here is what the service gets, or …/../ would lead around the match.
        var path = exchange.normalizedPath();
        var upstream = upstreams.owner(path);
        if (upstream == null) {
            exchange.next();
            return;
        }
        var request = exchange.request();
        var authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (upstream.forAnalysts() && authorization != null && AnalystAccess.concerns(authorization)) {
            withToken(authorization, request, path, upstream);
        } else if (authorization == null && Upstreams.isFeed(path)) {
            askForKey(request);
        } else {
            pass(request, path, upstream, null);
        }
    }

    /** Excel and its kind begin without a key, and offer to enter one only if the refusal asks for it in their own terms. */
    private void askForKey(HttpServerRequest request) {
        problems.send(request, new NotAuthenticated("http-401", AnalystAccess.CHALLENGE));
        RequestRemainder.discard(request);
    }

    private void withToken(String key, HttpServerRequest request, String path, Upstream upstream) {
        var remembered = analystAccess.remembered(key);
        if (remembered != null) {
            pass(request, path, upstream, remembered);
            return;
        }
        request.pause();
        var address = origins.address(request);
        upstreams
                .vertx()
                .executeBlocking(() -> analystAccess.admit(key, address), false)
                .onComplete(admitted -> {
                    if (admitted.succeeded()) {
                        pass(request, path, upstream, admitted.result());
                    } else {
                        problems.send(request, admitted.cause());
                        RequestRemainder.discard(request);
                    }
                });
    }

    private void pass(HttpServerRequest request, String path, Upstream upstream, @Nullable String authorization) {
        if (upstream.breaker().waitOf(System.nanoTime()) > 0) {
            refuse(request, upstream, 0, Reason.SERVICE_DOWN);
            return;
        }
        var announced = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        var chunked = Exchanges.hasUnannouncedBody(request);
        var limit = limitOf(path);
        if (announced != null && lengthOf(announced) > limit) {
            tooLarge(request, limit);
            return;
        }
        if (request.headers().contains(HttpHeaders.EXPECT)) {
            request.response().writeContinue();
        }
        if (chunked) {
            slowBody.cutOff(request);
            pass(request, path, upstream, authorization, limit, new StreamedBody(new LimitedBody(request, limit)));
        } else if (announced == null || announced.equals("0")) {
            pass(request, path, upstream, authorization, limit, new NoBody());
        } else if (lengthOf(announced) > Passage.SMALL) {
            slowBody.cutOff(request);
            pass(request, path, upstream, authorization, limit, new StreamedBody(request));
        } else {
            // Of a client that goes away before it has sent everything, nobody hears.
            slowBody.refuse(request, request.resume().body())
                    .onSuccess(bytes -> pass(request, path, upstream, authorization, limit, new WholeBody(bytes)));
        }
    }

    private long limitOf(String path) {
        if (path.endsWith("/responses/batch")) {
            return maxBatchBody;
        }
        return path.endsWith("/attachments") ? maxAttachmentBody : maxBody;
    }

    private void pass(
            HttpServerRequest request,
            String path,
            Upstream upstream,
            @Nullable String authorization,
            long limit,
            RequestBody body) {
        var options = new RequestOptions()
                .setMethod(request.method())
                .setHost(upstream.host())
                .setPort(upstream.port())
                .setURI(uri(request, path))
                .setHeaders(ForwardedHeaders.toService(request, origins, authorization));
        new Passage(
                        upstreams,
                        upstream,
                        request,
                        options,
                        body,
                        answerTimeoutMillis,
                        reason -> refuse(request, upstream, limit, reason),
                        metrics)
                .begin();
    }

    private static String uri(HttpServerRequest request, String path) {
        var uri = request.uri();
        if (uri.startsWith(path) && (uri.length() == path.length() || uri.charAt(path.length()) == '?')) {
            return uri;
        }
        return request.query() == null ? path : path + '?' + request.query();
    }

    static long lengthOf(String announced) {
        try {
            return Long.parseLong(announced);
        } catch (NumberFormatException tooManyDigits) {
            return Long.MAX_VALUE;
        }
    }

    private void refuse(HttpServerRequest request, Upstream upstream, long limit, Reason reason) {
        var response = request.response();
        switch (reason) {
            case SERVICE_DOWN -> {
                response.putHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER);
                problems.send(request, 503, "service-down", upstream.name());
            }
            case OVERLOADED -> {
                response.putHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER);
                problems.send(request, 503, "overloaded", upstream.name());
            }
            case ANSWER_LOST -> {
                response.putHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER);
                problems.send(request, 503, "answer-lost", upstream.name());
            }
            case SERVICE_SLOW -> problems.send(request, 504, "service-slow", upstream.name());
            case TOO_LARGE -> problems.send(request, 413, "too-large", limit);
        }
        RequestRemainder.discard(request);
    }

    private void tooLarge(HttpServerRequest request, long limit) {
        if (request.headers().contains(HttpHeaders.EXPECT)) {
            // The client waits for our word before it sends: nothing will come, so nothing can be read to the end.
            Exchanges.announceClose(request);
        }
        problems.send(request, 413, "too-large", limit);
        RequestRemainder.discard(request);
    }
}
