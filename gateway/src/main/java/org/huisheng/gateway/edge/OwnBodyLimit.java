package org.huisheng.gateway.edge;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.huisheng.kit.problem.ProblemAnswer;
import org.huisheng.kit.web.RequestRemainder;

/** Refuses large bodies at the gateway's own endpoints with a problem; the HTTP server underneath would send a bare status. */
@ApplicationScoped
class OwnBodyLimit {

    /** After everything that goes through to a service, which has its own limit, and before the server's own check. */
    private static final int AFTER_THE_PROXY = -40;

    private static final long LIMIT = 64 << 10;

    private final ProblemAnswer problems;

    OwnBodyLimit(ProblemAnswer problems) {
        this.problems = problems;
    }

    void register(@Observes Router router) {
        router.route().order(AFTER_THE_PROXY).handler(this::check);
    }

    private void check(RoutingContext exchange) {
        var announced = exchange.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (announced == null || announced.length() < 10 && Long.parseLong(announced) <= LIMIT) {
            exchange.next();
        } else {
            problems.send(exchange.request(), 413, "too-large", LIMIT);
            RequestRemainder.discard(exchange.request());
        }
    }
}
