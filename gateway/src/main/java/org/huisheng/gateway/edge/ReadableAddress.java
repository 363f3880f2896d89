package org.huisheng.gateway.edge;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HexFormat;
import org.huisheng.kit.problem.ProblemAnswer;
import org.huisheng.kit.web.RequestId;
import org.huisheng.kit.web.RequestRemainder;

/**
 * Refuses an address nobody can read, such as {@code /%zz}, one that begins with no slash, or that is too long, with a problem; the
 * server itself would send a bare status. It stays the one to refuse what is longer than {@code max-initial-line-length}.
 */
@ApplicationScoped
class ReadableAddress {

    /** After request id and security headers, before the first that looks at the path. */
    private static final int ORDER = -350;

    /** The router gives up what begins with no slash before any route has seen it: among the first to be asked what to do about that. */
    private static final int ORDER_OF_FAILURES = -990;

    /** OData tools write long queries. */
    private static final int LONGEST = 8_192;

    private final ProblemAnswer problems;
    private final SecurityHeaders headers;

    ReadableAddress(ProblemAnswer problems, SecurityHeaders headers) {
        this.problems = problems;
        this.headers = headers;
    }

    void register(@Observes Router router) {
        router.route().order(ORDER_OF_FAILURES).failureHandler(this::failed);
        router.route().order(ORDER).handler(this::check);
    }

    private void failed(RoutingContext exchange) {
        var path = exchange.request().path();
        if (path != null && path.startsWith("/")) {
            exchange.next();
            return;
        }
        RequestId.give(exchange);
        headers.addTo(exchange);
        refuse(exchange, 400, "bad-address");
    }

    private void check(RoutingContext exchange) {
        if (exchange.request().uri().length() > LONGEST) {
            refuse(exchange, 414, "address-too-long", LONGEST);
        } else if (isReadable(exchange)) {
            exchange.next();
        } else {
            refuse(exchange, 400, "bad-address");
        }
    }

    private static boolean isReadable(RoutingContext exchange) {
        try {
            return escapesAreWhole(exchange.request().uri()) && exchange.normalizedPath() != null;
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    /** Each percent sign is followed by two hexadecimal digits, and none of them is NUL. Most requests have no percent sign. */
    private static boolean escapesAreWhole(String uri) {
        for (var at = uri.indexOf('%'); at >= 0; at = uri.indexOf('%', at + 3)) {
            if (at + 2 >= uri.length()
                    || !HexFormat.isHexDigit(uri.charAt(at + 1))
                    || !HexFormat.isHexDigit(uri.charAt(at + 2))
                    || uri.startsWith("00", at + 1)) {
                return false;
            }
        }
        return true;
    }

    private void refuse(RoutingContext exchange, int status, String code, Object... arguments) {
        problems.send(exchange.request(), status, code, arguments);
        RequestRemainder.discard(exchange.request());
    }
}
