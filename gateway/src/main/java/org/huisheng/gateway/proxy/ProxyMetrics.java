package org.huisheng.gateway.proxy;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** How many requests each service got through here and how they fared; made in advance, since each request counts. */
@ApplicationScoped
class ProxyMetrics {

    private final Map<String, Timer[]> timers = new HashMap<>();

    ProxyMetrics(MeterRegistry registry, Upstreams upstreams) {
        for (var upstream : upstreams.all()) {
            var byClass = new Timer[6];
            for (var i = 0; i < byClass.length; i++) {
                byClass[i] = Timer.builder("huisheng.gateway.requests")
                        .tag("service", upstream.name())
                        .tag("status", i == 0 ? "aborted" : i + "xx")
                        .register(registry);
            }
            timers.put(upstream.name(), byClass);
        }
    }

    /** @param status 0 if the client went away */
    void count(Upstream upstream, int status, long startedNanos) {
        var byClass = timers.get(upstream.name());
        if (byClass != null) {
            byClass[Math.clamp(status / 100, 0, 5)].record(System.nanoTime() - startedNanos, TimeUnit.NANOSECONDS);
        }
    }
}
