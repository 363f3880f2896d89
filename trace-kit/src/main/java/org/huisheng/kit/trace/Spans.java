package org.huisheng.kit.trace;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Spans on their way to whoever collects them. More than fit are lost: no request waits for a collector. */
@ApplicationScoped
class Spans {

    private static final int WAITING = 10_000;
    private static final int AT_ONCE = 500;
    private static final Duration LINGER = Duration.ofSeconds(1);

    private final @Nullable Collector collector;
    private final double ratio;
    private final BlockingQueue<Span> waiting = new ArrayBlockingQueue<>(WAITING);
    private volatile boolean stopping;
    private @Nullable Thread thread;

    Spans(TracingConfig config, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.collector = config.endpoint()
                .map(endpoint -> new Collector(endpoint, service))
                .orElse(null);
        this.ratio = config.ratio();
    }

    void start(@Observes StartupEvent event) {
        if (collector != null) {
            thread = Thread.ofVirtual().name("spans").start(this::run);
        }
    }

    /** What has ended until now is still told. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        var running = thread;
        if (running != null) {
            running.interrupt();
            running.join(Duration.ofSeconds(2));
        }
    }

    /** Whether anybody wants spans of it. */
    boolean wanted(Traceparent place) {
        return collector != null && place.sampled();
    }

    boolean isOn() {
        return collector != null;
    }

    /** Whether a trace that begins here is kept. */
    boolean keepsNext() {
        return collector != null && ThreadLocalRandom.current().nextDouble() < ratio;
    }

    void ended(Span span) {
        waiting.offer(span);
    }

    private void run() {
        while (!stopping) {
            try {
                var first = waiting.take();
                TimeUnit.NANOSECONDS.sleep(waiting.size() < AT_ONCE ? LINGER.toNanos() : 0);
                send(first);
            } catch (InterruptedException stopRequested) {
                break;
            }
        }
        send(waiting.poll());
    }

    private void send(@Nullable Span first) {
        if (first != null && collector != null) {
            var batch = new ArrayList<Span>();
            batch.add(first);
            waiting.drainTo(batch, AT_ONCE - 1);
            collector.tell(batch);
        }
    }
}
