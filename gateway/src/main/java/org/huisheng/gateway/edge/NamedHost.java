package org.huisheng.gateway.edge;

import io.vertx.core.VertxException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.huisheng.kit.problem.ProblemAnswer;
import org.huisheng.kit.web.RequestId;
import org.huisheng.kit.web.RequestRemainder;

/**
 * Refuses a request of HTTP/1.1 that names no host, several, or one nobody can read, with a problem. Of several a proxy before this one
 * may have looked at another. Where there is none the router gives such a request up before
 * any filter or route has seen it; the framework would answer in a shape of its own and log the path, which may hold a token.
 */
@ApplicationScoped
class NamedHost {

    /** The first to be asked what to do about a failure. */
    private static final int ORDER = -1_000;

    /** After request id and security headers, before the first that looks at the path. */
    private static final int ORDER_OF_CHECK = -355;

    private static final int BAD_REQUEST = 400;

    private final ProblemAnswer problems;
    private final SecurityHeaders headers;

    NamedHost(ProblemAnswer problems, SecurityHeaders headers) {
        this.problems = problems;
        this.headers = headers;
    }

    void register(@Observes Router router) {
        router.route().order(ORDER).failureHandler(this::failed);
        router.route().order(ORDER_OF_CHECK).handler(this::check);
    }

    private void check(RoutingContext exchange) {
        if (exchange.request().headers().getAll(HttpHeaders.HOST).size() > 1) {
            refuse(exchange);
        } else {
            exchange.next();
        }
    }

    private void failed(RoutingContext exchange) {
        if (exchange.statusCode() != BAD_REQUEST || !(exchange.failure() instanceof VertxException)) {
            exchange.next();
            return;
        }
        RequestId.give(exchange);
        headers.addTo(exchange);
        refuse(exchange);
    }

    private void refuse(RoutingContext exchange) {
        problems.send(exchange.request(), BAD_REQUEST, "bad-host");
        RequestRemainder.discard(exchange.request());
    }
}
