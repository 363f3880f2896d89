package org.huisheng.gateway.proxy;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.huisheng.gateway.edge.Exchanges;
import org.huisheng.gateway.proxy.LimitedBody.Exceeded;
import org.huisheng.kit.problem.ProblemAnswer;
import org.huisheng.kit.web.RequestRemainder;

/**
 * Takes in the whole body of a request the gateway answers itself before anything is done about it: who sends it a byte at a time keeps
 * nobody waiting, and what is too slow or too large is refused with a problem. The server underneath would send a bare status, or a
 * failure of ours after a minute.
 */
@ApplicationScoped
class OwnBody {

    /** After everything that goes through to a service, and before the server's own check. */
    private static final int AFTER_THE_PROXY = -40;

    private static final long LIMIT = 64 << 10;

    private final ProblemAnswer problems;
    private final SlowBody slowBody;

    OwnBody(ProblemAnswer problems, SlowBody slowBody) {
        this.problems = problems;
        this.slowBody = slowBody;
    }

    void register(@Observes Router router) {
        router.route().order(AFTER_THE_PROXY).handler(this::take);
    }

    private void take(RoutingContext exchange) {
        var request = exchange.request();
        var announced = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (announced != null && (announced.length() >= 10 || Long.parseLong(announced) > LIMIT)) {
            tooLarge(request);
        } else if (request.isEnded() || announced == null && !Exchanges.hasUnannouncedBody(request)) {
            exchange.next();
        } else if (request.version() == HttpVersion.HTTP_2) {
            // What has come whole cannot be passed on: whoever reads next pauses the request, and one of HTTP/2 refuses
            // that at its end.
            slowBody.refuse(exchange);
            exchange.next();
        } else {
            if (request.headers().contains(HttpHeaders.EXPECT)) {
                request.response().writeContinue();
            }
            slowBody.refuse(request, whole(request))
                    .onSuccess(body -> {
                        ((RoutingContextInternal) exchange).setBody(body);
                        exchange.next();
                    })
                    .onFailure(failure -> {
                        if (failure instanceof Exceeded) {
                            tooLarge(request);
                        }
                    });
        }
    }

    private static Future<Buffer> whole(HttpServerRequest request) {
        var body = Buffer.buffer();
        var whole = Promise.<Buffer>promise();
        new LimitedBody(request, LIMIT)
                .exceptionHandler(whole::tryFail)
                .endHandler(_ -> whole.tryComplete(body))
                .handler(body::appendBuffer)
                .resume();
        return whole.future();
    }

    private void tooLarge(HttpServerRequest request) {
        problems.send(request, 413, "too-large", LIMIT);
        RequestRemainder.discard(request);
    }
}
