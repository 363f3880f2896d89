package org.huisheng.gateway.edge;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.huisheng.kit.problem.ProblemAnswer;
import org.huisheng.kit.web.RequestRemainder;

/** Tells only whom it may concern how the gateway fares: its metrics are on the port that the Internet sees. */
@ApplicationScoped
class FiguresForNeighbours {

    /** After the address was found readable, before all that answers. */
    private static final int ORDER = -346;

    private static final String FIGURES = "/q/metrics";

    private final List<Network> neighbours;
    private final Origins origins;
    private final ProblemAnswer problems;

    FiguresForNeighbours(EdgeConfig config, Origins origins, ProblemAnswer problems) {
        this.neighbours = config.metricsFrom().stream().map(Network::parse).toList();
        this.origins = origins;
        this.problems = problems;
    }

    void register(@Observes Router router) {
        router.route("/q/*").order(ORDER).handler(this::check);
    }

    private void check(RoutingContext exchange) {
        var request = exchange.request();
        if (!exchange.normalizedPath().startsWith(FIGURES) || isNeighbour(request)) {
            exchange.next();
        } else {
            problems.send(request, 404, "http-404");
            RequestRemainder.discard(request);
        }
    }

    private boolean isNeighbour(HttpServerRequest request) {
        var address = origins.address(request);
        return !origins.isForwardedByAStranger(request)
                && neighbours.stream().anyMatch(network -> network.contains(address));
    }
}
