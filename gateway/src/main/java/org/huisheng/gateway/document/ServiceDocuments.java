package org.huisheng.gateway.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.openapi.runtime.io.Format;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.huisheng.gateway.proxy.Upstream;
import org.huisheng.gateway.proxy.Upstreams;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Gathers the services' documents when somebody asks, and keeps the result for a moment. */
@ApplicationScoped
class ServiceDocuments {

    private static final Logger LOG = Logger.getLogger(ServiceDocuments.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration KEPT = Duration.ofSeconds(30);
    private static final Duration KEPT_INCOMPLETE = Duration.ofSeconds(2);
    private static final String OWN_NAME = "gateway";

    private record Kept(ObjectNode document, Instant until) {}

    private record Asked(Upstream upstream, Future<Buffer> answer) {}

    private final Upstreams upstreams;
    private final OpenApiDocumentService own;
    private final ObjectMapper json;
    private final Clock clock;
    private final String version;
    private volatile @Nullable Kept kept;

    ServiceDocuments(
            Upstreams upstreams,
            OpenApiDocumentService own,
            ObjectMapper json,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.upstreams = upstreams;
        this.own = own;
        this.json = json;
        this.clock = clock;
        this.version = version;
    }

    ObjectNode merged() throws IOException {
        var present = kept;
        if (present != null && clock.instant().isBefore(present.until())) {
            return present.document();
        }
        var asked = upstreams.all().stream()
                .map(upstream -> new Asked(upstream, upstreams.fetch(upstream, "/q/openapi?format=json", PATIENCE)))
                .toList();
        var found = new LinkedHashMap<String, JsonNode>();
        found.put(OWN_NAME, json.readTree(own.getDocument(OpenApiConstants.DEFAULT_DOCUMENT_NAME, Format.JSON)));
        var missing = new ArrayList<String>();
        for (var one : asked) {
            var answer = awaited(one);
            if (answer == null) {
                missing.add(one.upstream().name());
            } else {
                found.put(one.upstream().name(), answer);
            }
        }
        var merged = new MergedDocument(version, MergedDocument.describe(missing));
        found.forEach(merged::add);
        kept = new Kept(merged.root(), clock.instant().plus(missing.isEmpty() ? KEPT : KEPT_INCOMPLETE));
        return merged.root();
    }

    private @Nullable JsonNode awaited(Asked asked) {
        try {
            var answer = asked.answer()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return json.readTree(answer.getBytes());
        } catch (ExecutionException | TimeoutException | IOException failure) {
            LOG.debugf("No document of %s: %s", asked.upstream().name(), failure);
            return null;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return null;
        }
    }
}
