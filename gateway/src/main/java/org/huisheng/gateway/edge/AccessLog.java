package org.huisheng.gateway.edge;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Writes each request down, if that is wished: what was asked and how it went, and nothing of who asked. */
@ApplicationScoped
class AccessLog {

    private static final Logger LOG = Logger.getLogger("access");

    /** After the request id, so that the line has it, and before all that may refuse. */
    private static final int PRIORITY = 395;

    private final boolean enabled;

    AccessLog(EdgeConfig config) {
        this.enabled = config.accessLog();
    }

    void register(@Observes Filters filters) {
        if (enabled) {
            filters.register(AccessLog::watch, PRIORITY);
        }
    }

    private static void watch(RoutingContext exchange) {
        var started = System.nanoTime();
        exchange.addEndHandler(_ -> {
            var request = exchange.request();
            var response = exchange.response();
            LOG.infof(
                    "%s %s %d %d B %d ms",
                    request.method(),
                    MaskedPath.of(request.path() == null ? "" : request.path()),
                    response.getStatusCode(),
                    response.bytesWritten(),
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started));
        });
        exchange.next();
    }
}
