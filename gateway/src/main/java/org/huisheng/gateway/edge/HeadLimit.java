package org.huisheng.gateway.edge;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.huisheng.kit.problem.ProblemAnswer;
import org.huisheng.kit.web.RequestRemainder;

/**
 * Refuses header fields that are too large together with a problem; the server itself would send a bare status, and stays the
 * one to refuse what is larger than {@code max-header-size}.
 */
@ApplicationScoped
class HeadLimit {

    /** After request id and security headers, before the first that reads one of the fields. */
    private static final int ORDER = -351;

    private static final int LARGEST = 16 << 10;

    /** {@code ": "} and the end of the line. */
    private static final int AROUND_A_VALUE = 4;

    private final ProblemAnswer problems;

    HeadLimit(ProblemAnswer problems) {
        this.problems = problems;
    }

    void register(@Observes Router router) {
        router.route().order(ORDER).handler(this::check);
    }

    private void check(RoutingContext exchange) {
        if (size(exchange.request().headers()) <= LARGEST) {
            exchange.next();
        } else {
            problems.send(exchange.request(), 431, "head-too-large", LARGEST);
            RequestRemainder.discard(exchange.request());
        }
    }

    private static int size(MultiMap fields) {
        var size = 0;
        for (var field : fields) {
            size += field.getKey().length() + field.getValue().length() + AROUND_A_VALUE;
        }
        return size;
    }
}
