package org.huisheng.gateway.proxy;

import io.vertx.core.AsyncResult;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.streams.ReadStream;
import java.net.ConnectException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.huisheng.gateway.edge.Exchanges;
import org.huisheng.gateway.proxy.Refusal.Reason;
import org.huisheng.gateway.proxy.RequestBody.NoBody;
import org.huisheng.gateway.proxy.RequestBody.StreamedBody;
import org.huisheng.gateway.proxy.RequestBody.WholeBody;
import org.huisheng.kit.web.RequestRemainder;
import org.jspecify.annotations.Nullable;

/**
 * One exchange on its way through: the request there, the answer back. What is small goes in one piece, everything else as a
 * stream. Stays on one event loop.
 */
final class Passage {

    /**
     * As many bytes are read before they are sent on. It costs the least per exchange, and a client that sends slowly keeps
     * no connection to a service waiting.
     */
    static final int SMALL = 64 << 10;

    /** Asked again when there was no connection: a service that is just being replaced is back at once. */
    private static final Set<HttpMethod> IDEMPOTENT =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS, HttpMethod.PUT, HttpMethod.DELETE);

    private static final long PAUSE_MILLIS = 100;

    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final Upstreams upstreams;
    private final Upstream upstream;
    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final RequestOptions options;
    private final RequestBody body;
    private final long answerTimeoutMillis;
    private final Refusal refusal;
    private final ProxyMetrics metrics;
    private final long started = System.nanoTime();

    private @Nullable HttpClientRequest outgoing;
    private boolean repeated;
    private boolean decided;

    Passage(
            Upstreams upstreams,
            Upstream upstream,
            HttpServerRequest request,
            RequestOptions options,
            RequestBody body,
            long answerTimeoutMillis,
            Refusal refusal,
            ProxyMetrics metrics) {
        this.upstreams = upstreams;
        this.upstream = upstream;
        this.request = request;
        this.response = request.response();
        this.options = options;
        this.body = body;
        this.answerTimeoutMillis = answerTimeoutMillis;
        this.refusal = refusal;
        this.metrics = metrics;
    }

    void begin() {
        if (body instanceof StreamedBody(var bytes)) {
            bytes.pause();
        }
        response.closeHandler(_ -> abandon());
        connect();
    }

    private void connect() {
        if (decided) {
            return;
        }
        upstreams.client().request(options).onComplete(this::send);
    }

    private void send(AsyncResult<HttpClientRequest> connection) {
        if (connection.failed()) {
            notConnected(connection.cause());
            return;
        }
        var sending = connection.result();
        if (decided) {
            sending.reset();
            return;
        }
        outgoing = sending;
        // Whatever fails there fails the answer too, which is looked at below.
        sending.exceptionHandler(_ -> {});
        sending.response().onComplete(this::answer);
        switch (body) {
            case NoBody _ -> sending.idleTimeout(answerTimeoutMillis).end();
            case WholeBody(var bytes) ->
                sending.idleTimeout(answerTimeoutMillis).end(bytes);
            case StreamedBody(var bytes) -> stream(bytes, sending);
        }
    }

    private void notConnected(Throwable cause) {
        if (cause instanceof ConnectionPoolTooBusyException) {
            refuse(Reason.OVERLOADED);
        } else if (cause instanceof ConnectException && !repeated && IDEMPOTENT.contains(request.method())) {
            repeated = true;
            upstreams.vertx().setTimer(PAUSE_MILLIS, _ -> connect());
        } else {
            upstream.breaker().failed(System.nanoTime());
            refuse(Reason.SERVICE_DOWN);
        }
    }

    private void stream(ReadStream<Buffer> bytes, HttpClientRequest sending) {
        if (!sending.headers().contains(HttpHeaders.CONTENT_LENGTH)) {
            sending.setChunked(true);
        }
        bytes.pipe().endOnFailure(false).to(sending).onComplete(sent -> {
            if (sent.succeeded()) {
                sending.idleTimeout(answerTimeoutMillis);
            } else {
                bodyFailed(sent.cause(), sending);
            }
        });
    }

    /** A body the service would not read to its end fails too; then its answer decides, not we. */
    private void bodyFailed(Throwable cause, HttpClientRequest sending) {
        if (cause instanceof LimitedBody.Exceeded) {
            refuse(Reason.TOO_LARGE);
            sending.reset();
        } else {
            RequestRemainder.discard(request);
        }
    }

    private void answer(AsyncResult<HttpClientResponse> answer) {
        if (decided) {
            return;
        }
        if (answer.failed()) {
            lost(answer.cause());
            return;
        }
        upstream.breaker().answered();
        var incoming = answer.result();
        var announced = incoming.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (announced != null && ProxyRoutes.lengthOf(announced) <= SMALL && !isBodiless(incoming)) {
            incoming.body().onComplete(whole -> answerWhole(incoming, whole));
        } else {
            answerAsItComes(incoming);
        }
    }

    private void answerWhole(HttpClientResponse incoming, AsyncResult<Buffer> whole) {
        if (decided) {
            return;
        }
        if (whole.failed()) {
            lost(whole.cause());
            return;
        }
        beginAnswer(incoming);
        response.end(whole.result());
        metrics.count(upstream, incoming.statusCode(), started);
    }

    private void answerAsItComes(HttpClientResponse incoming) {
        beginAnswer(incoming);
        var status = incoming.statusCode();
        if (isBodiless(incoming)) {
            response.end();
            metrics.count(upstream, status, started);
            return;
        }
        if (!response.headers().contains(HttpHeaders.CONTENT_LENGTH)) {
            response.setChunked(true);
        }
        incoming.pipe().endOnFailure(false).to(response).onComplete(sent -> {
            if (sent.failed()) {
                cancel();
                if (!response.closed()) {
                    // Half an answer must not look like a whole one.
                    Exchanges.cutOff(request);
                }
            }
            metrics.count(upstream, sent.failed() ? 0 : status, started);
        });
    }

    private void beginAnswer(HttpClientResponse incoming) {
        decided = true;
        response.setStatusCode(incoming.statusCode()).setStatusMessage(incoming.statusMessage());
        ForwardedHeaders.toClient(incoming.headers(), response.headers());
    }

    private boolean isBodiless(HttpClientResponse incoming) {
        return HttpMethod.HEAD.equals(request.method()) || incoming.statusCode() == 204 || incoming.statusCode() == 304;
    }

    private void lost(Throwable cause) {
        upstream.breaker().failed(System.nanoTime());
        if (cause instanceof TimeoutException) {
            refuse(Reason.SERVICE_SLOW);
        } else if (mayRepeat()) {
            repeated = true;
            outgoing = null;
            connect();
        } else {
            refuse(Reason.ANSWER_LOST);
        }
    }

    /** Only what changes nothing is asked twice: the first may have been processed. */
    private boolean mayRepeat() {
        return !repeated && body instanceof NoBody && SAFE.contains(request.method());
    }

    private void refuse(Reason reason) {
        if (decided) {
            return;
        }
        decided = true;
        refusal.refuse(reason);
        metrics.count(upstream, response.getStatusCode(), started);
    }

    /** The client went away: whatever the service is doing for it is of no use any more. */
    private void abandon() {
        if (!response.ended()) {
            cancel();
            if (!decided) {
                decided = true;
                metrics.count(upstream, 0, started);
            }
        }
    }

    private void cancel() {
        if (outgoing != null) {
            outgoing.reset();
        }
    }
}
