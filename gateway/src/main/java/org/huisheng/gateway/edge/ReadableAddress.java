package org.huisheng.gateway.edge;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.net.URISyntaxException;
import org.huisheng.kit.problem.ProblemAnswer;
import org.huisheng.kit.web.RequestRemainder;

/** Refuses an address nobody can read, such as {@code /%zz}, with a problem; the server itself would send a bare status. */
@ApplicationScoped
class ReadableAddress {

    /** After request id and security headers, before the first that looks at the path. */
    private static final int ORDER = -60;

    private final ProblemAnswer problems;

    ReadableAddress(ProblemAnswer problems) {
        this.problems = problems;
    }

    void register(@Observes Router router) {
        router.route().order(ORDER).handler(this::check);
    }

    private void check(RoutingContext exchange) {
        if (isReadable(exchange)) {
            exchange.next();
        } else {
            refuse(exchange);
        }
    }

    private static boolean isReadable(RoutingContext exchange) {
        try {
            return new URI(exchange.request().uri()).getRawPath() != null && exchange.normalizedPath() != null;
        } catch (URISyntaxException | IllegalArgumentException unreadable) {
            return false;
        }
    }

    private void refuse(RoutingContext exchange) {
        problems.send(exchange.request(), 400, "bad-address");
        RequestRemainder.discard(exchange.request());
    }
}
