package org.huisheng.kit.trace;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/** Whoever takes spans as OTLP over HTTP, in its JSON form. Of one thread. */
final class Collector {

    private static final Logger LOG = Logger.getLogger(Collector.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int FAILED = 2;

    private final URI traces;
    private final JsonObject resource;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private boolean wasThere = true;

    Collector(String endpoint, String service) {
        this.traces = URI.create(endpoint.replaceAll("/+$", "") + "/v1/traces");
        this.resource = new JsonObject().put("attributes", new JsonArray().add(text("service.name", service)));
    }

    /** Once; what does not arrive is lost. Says so when that begins, not each time. */
    void tell(List<Span> spans) {
        var request = HttpRequest.newBuilder(traces)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body(spans).encode()))
                .build();
        try {
            var status = client.send(request, BodyHandlers.discarding()).statusCode();
            note(status / 100 == 2, "answered " + status);
        } catch (IOException failure) {
            note(false, failure.getClass().getSimpleName());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void note(boolean arrived, String what) {
        if (wasThere && !arrived) {
            LOG.warnf("Spans are lost: their collector %s", what);
        }
        wasThere = arrived;
    }

    JsonObject body(List<Span> spans) {
        var told = new JsonArray();
        spans.forEach(span -> told.add(json(span)));
        var scope = new JsonObject()
                .put("scope", new JsonObject().put("name", "org.huisheng"))
                .put("spans", told);
        var ours = new JsonObject().put("resource", resource).put("scopeSpans", new JsonArray().add(scope));
        return new JsonObject().put("resourceSpans", new JsonArray().add(ours));
    }

    private static JsonObject json(Span span) {
        var json = new JsonObject()
                .put("traceId", span.place().traceId())
                .put("spanId", span.place().spanId())
                .put("name", span.name())
                .put("kind", span.kind().number)
                .put("startTimeUnixNano", nanos(span.start()))
                .put("endTimeUnixNano", nanos(span.start().plus(span.took())));
        if (span.parent() != null) {
            json.put("parentSpanId", span.parent());
        }
        if (span.status() != 0) {
            var status = new JsonObject().put("intValue", String.valueOf(span.status()));
            json.put(
                    "attributes",
                    new JsonArray()
                            .add(new JsonObject()
                                    .put("key", "http.response.status_code")
                                    .put("value", status)));
        }
        return span.failed() ? json.put("status", new JsonObject().put("code", FAILED)) : json;
    }

    /** JSON's numbers would not hold it. */
    private static String nanos(Instant time) {
        return time.getEpochSecond() + "%09d".formatted(time.getNano());
    }

    private static JsonObject text(String key, String value) {
        return new JsonObject().put("key", key).put("value", new JsonObject().put("stringValue", value));
    }
}
