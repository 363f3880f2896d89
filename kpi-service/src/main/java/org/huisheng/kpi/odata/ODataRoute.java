package org.huisheng.kpi.odata;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.huisheng.kit.problem.ProblemAnswer;
import org.huisheng.kit.web.RequestRemainder;

/**
 * Leads {@code /odata/v4/…}, which is outside of what this service's resources are under, to {@link ODataResource}, and
 * remembers the address as it was written: a key in it may hold what decoding would take for structure.
 */
@ApplicationScoped
class ODataRoute {

    static final String ROOT = "/odata/v4/";
    static final String INSIDE = "/odata-v4";
    static final String QUERY = "huisheng.odata.query";

    /** After what holds for every request, before the resources. */
    private static final int ORDER = -300;

    private final String resources;
    private final ProblemAnswer problems;

    ODataRoute(@ConfigProperty(name = "quarkus.rest.path") String resources, ProblemAnswer problems) {
        this.resources = resources;
        this.problems = problems;
    }

    void register(@Observes Router router) {
        router.route("/odata/v4/*").order(ORDER).handler(this::lead);
        router.route("/odata/v4").order(ORDER).handler(this::lead);
        router.route("/odata/*").order(ORDER + 1).handler(this::nothing);
        router.route("/odata").order(ORDER + 1).handler(this::nothing);
    }

    /** Of other versions there is no feed. */
    private void nothing(RoutingContext exchange) {
        problems.send(exchange.request(), 404, "http-404");
        RequestRemainder.discard(exchange.request());
    }

    private void lead(RoutingContext exchange) {
        exchange.put(ProblemAnswer.ASKED_PATH, exchange.request().path());
        if (exchange.request().query() != null) {
            exchange.put(QUERY, exchange.request().query());
        }
        exchange.reroute(resources + INSIDE);
    }
}
