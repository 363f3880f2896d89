package org.huisheng.kit.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/** {@code X-Request-Id}: taken from the caller when it is harmless, else made; echoed and logged. */
@ApplicationScoped
public class RequestId {

    private static final String HEADER = "X-Request-Id";

    /** Before authentication and everything else that may refuse. */
    private static final int PRIORITY = 400;

    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    void register(@Observes Filters filters) {
        filters.register(RequestId::handle, PRIORITY);
    }

    private static void handle(RoutingContext exchange) {
        give(exchange);
        exchange.next();
    }

    /** For what is refused before any filter sees it. */
    public static void give(RoutingContext exchange) {
        var given = exchange.request().getHeader(HEADER);
        var id = given != null && HARMLESS.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
        exchange.response().putHeader(HEADER, id);
        MDC.put("requestId", id);
    }
}
