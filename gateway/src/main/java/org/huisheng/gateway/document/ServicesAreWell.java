package org.huisheng.gateway.document;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.huisheng.gateway.proxy.Upstreams;

/** Whether the services behind are ready. Not part of the gateway's own readiness: it can say 503 without them. */
@Wellness
@ApplicationScoped
class ServicesAreWell implements HealthCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Upstreams upstreams;

    ServicesAreWell(Upstreams upstreams) {
        this.upstreams = upstreams;
    }

    @Override
    public HealthCheckResponse call() {
        var asked = new LinkedHashMap<String, CompletableFuture<?>>();
        upstreams
                .all()
                .forEach(upstream -> asked.put(
                        upstream.name(),
                        upstreams
                                .fetch(upstream, "/q/health/ready", PATIENCE)
                                .toCompletionStage()
                                .toCompletableFuture()));
        var response = HealthCheckResponse.named("services");
        var allUp = true;
        for (var one : asked.entrySet()) {
            var up = succeeds(one.getValue());
            allUp &= up;
            response.withData(one.getKey(), up ? "UP" : "DOWN");
        }
        return response.status(allUp).build();
    }

    private static boolean succeeds(CompletableFuture<?> answer) {
        try {
            answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException | TimeoutException failure) {
            return false;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
