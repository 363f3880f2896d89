package org.huisheng.kit.trace;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Each request is a place in a trace: its caller's, or one that begins here. The header says our own place from here on, so
 * that whoever passes the request on passes the trace on.
 */
@ApplicationScoped
class RequestTrace {

    /** After the request id, before everything that may refuse or log. */
    private static final int PRIORITY = 399;

    private static final String OPERATORS = "/q/";
    private static final int SEGMENTS = 4;
    private static final int OURS_TO_BLAME = 500;

    private final Spans spans;
    private final Clock clock;

    RequestTrace(Spans spans, Clock clock) {
        this.spans = spans;
        this.clock = clock;
    }

    void register(@Observes Filters filters) {
        filters.register(this::handle, PRIORITY);
    }

    private void handle(RoutingContext exchange) {
        var request = exchange.request();
        var caller = Traceparent.parse(request.getHeader(Traceparent.HEADER));
        var place = caller == null ? Traceparent.begin(spans.keepsNext()) : caller.child();
        request.headers().set(Traceparent.HEADER, place.text());
        CurrentTrace.set(place);
        var path = request.path();
        if (spans.wanted(place) && path != null && !path.startsWith(OPERATORS)) {
            watch(exchange, request.method() + " " + beginningOf(path), caller == null ? null : caller.spanId(), place);
        }
        exchange.next();
    }

    private void watch(RoutingContext exchange, String name, @Nullable String caller, Traceparent place) {
        var start = clock.instant();
        var began = System.nanoTime();
        exchange.addEndHandler(ended -> {
            var status = exchange.response().getStatusCode();
            spans.ended(new Span(
                    name,
                    Span.Kind.SERVER,
                    place,
                    caller,
                    start,
                    Duration.ofNanos(System.nanoTime() - began),
                    status,
                    ended.failed() || status >= OURS_TO_BLAME));
        });
    }

    /** As far as it names a kind of thing: what comes after names one of them, or opens it. */
    static String beginningOf(String path) {
        var end = 0;
        for (var segment = 0; segment < SEGMENTS; segment++) {
            end = path.indexOf('/', end + 1);
            if (end < 0) {
                return path.startsWith("/api/") || path.startsWith("/odata/") ? path : "/";
            }
        }
        return path.startsWith("/api/") || path.startsWith("/odata/") ? path.substring(0, end) : "/";
    }
}
