package org.huisheng.gateway.proxy;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.TimeUnit;
import org.huisheng.gateway.edge.Exchanges;
import org.huisheng.kit.problem.ProblemAnswer;

/** Ends the waiting for a body that comes a byte at a time, which no idle timeout notices. */
@ApplicationScoped
class SlowBody {

    private static final int LARGE = 10;
    private static final int REQUEST_TIMEOUT = 408;

    private final ProblemAnswer problems;
    private final Upstreams upstreams;
    private final long millis;

    SlowBody(ProblemAnswer problems, Upstreams upstreams, ProxyConfig config) {
        this.problems = problems;
        this.upstreams = upstreams;
        this.millis = config.bodyTimeout().toMillis();
    }

    /** Of a small body nothing has gone on yet: the client is told. */
    Future<Buffer> refuse(HttpServerRequest request, Future<Buffer> body) {
        if (body.isComplete()) {
            return body;
        }
        var timer = upstreams.vertx().setTimer(millis, _ -> refuse(request));
        return body.onComplete(_ -> upstreams.vertx().cancelTimer(timer));
    }

    /** Of one that somebody else reads. */
    void refuse(RoutingContext exchange) {
        var request = exchange.request();
        var timer = upstreams.vertx().setTimer(millis, _ -> {
            if (!request.isEnded() && !request.response().ended()) {
                refuse(request);
            }
        });
        exchange.addEndHandler(_ -> upstreams.vertx().cancelTimer(timer));
    }

    private void refuse(HttpServerRequest request) {
        Exchanges.announceClose(request);
        problems.send(request, REQUEST_TIMEOUT, "body-too-slow", TimeUnit.MILLISECONDS.toSeconds(millis));
        Exchanges.cutOff(request);
    }

    /** Of a large one some has: what is on the way ends with the connection. */
    void cutOff(HttpServerRequest request) {
        upstreams.vertx().setTimer(millis * LARGE, _ -> {
            if (!request.isEnded() && !request.response().closed()) {
                Exchanges.cutOff(request);
            }
        });
    }
}
