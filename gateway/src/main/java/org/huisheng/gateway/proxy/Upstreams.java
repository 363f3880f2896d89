package org.huisheng.gateway.proxy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The services, which paths are whose, and the connections to them. */
@ApplicationScoped
public class Upstreams {

    private static final int LONGEST_QUEUE = 1024;

    private final Vertx vertx;
    private final HttpClientOptions clientOptions;
    private final Upstream survey;
    private final Upstream feedback;
    private final Upstream kpi;
    private final HttpClient errands;
    // One client per event loop: its connections live there too, so an exchange never changes threads.
    private final ThreadLocal<HttpClient> clients;

    Upstreams(Vertx vertx, ProxyConfig config) {
        this.vertx = vertx;
        this.survey = Upstream.of("survey", config.surveyUrl(), false);
        this.feedback = Upstream.of("feedback", config.feedbackUrl(), false);
        this.kpi = Upstream.of("kpi", config.kpiUrl(), true);
        this.clientOptions = new HttpClientOptions()
                .setKeepAlive(true)
                .setPipelining(false)
                .setMaxPoolSize(config.connections())
                .setMaxWaitQueueSize(LONGEST_QUEUE)
                .setConnectTimeout((int) config.connectTimeout().toMillis())
                .setKeepAliveTimeout((int) config.keepAlive().toSeconds())
                .setTcpNoDelay(true);
        this.errands = vertx.createHttpClient(clientOptions);
        this.clients = ThreadLocal.withInitial(() -> vertx.createHttpClient(clientOptions));
    }

    public List<Upstream> all() {
        return List.of(survey, feedback, kpi);
    }

    /** Whose path it is; null if no service's. */
    @Nullable
    Upstream owner(String path) {
        if (path.startsWith("/api/survey/")) {
            return survey;
        }
        if (path.startsWith("/api/feedback/")) {
            return feedback;
        }
        return path.startsWith("/api/kpi/") || isFeed(path) ? kpi : null;
    }

    /** Whether OData is spoken there. */
    static boolean isFeed(String path) {
        return path.startsWith("/odata/") || path.equals("/odata");
    }

    /** The client of the event loop this runs on. */
    HttpClient client() {
        return clients.get();
    }

    /** Fetches something small on the gateway's own account; fails unless it is a 200. */
    public Future<Buffer> fetch(Upstream upstream, String uri, Duration timeout) {
        var options = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setHost(upstream.host())
                .setPort(upstream.port())
                .setURI(uri)
                .setTimeout(timeout.toMillis())
                .putHeader(HttpHeaders.ACCEPT, "application/json");
        return errands.request(options)
                .compose(request -> request.send().compose(response -> bodyOf(response, uri)))
                .timeout(timeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static Future<Buffer> bodyOf(HttpClientResponse response, String uri) {
        return response.statusCode() == 200
                ? response.body()
                : Future.failedFuture(uri + " answered " + response.statusCode());
    }

    Vertx vertx() {
        return vertx;
    }
}
