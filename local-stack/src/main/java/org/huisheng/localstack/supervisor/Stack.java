package org.huisheng.localstack.supervisor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.huisheng.localstack.process.Component;

/** A whole stack under supervision. */
public final class Stack {

    // Starting a service is work for about two processors; more at once only makes each of them late.
    private static final int SERVICES_AT_ONCE = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

    private final StackOptions options;
    private final DataDirectory data;
    private final StackPlan plan;
    private final Progress progress;
    private final List<Supervised> infrastructure = new ArrayList<>();
    private final List<Supervised> services = new ArrayList<>();
    private boolean stopped;

    /** The caller holds the lock on the data directory. */
    public Stack(StackOptions options, DataDirectory data, Progress progress) {
        this.options = options;
        this.data = data;
        this.progress = progress;
        RunRecord.read(data).ifPresent(this::endLeftovers);
        LastStart.write(data, Instant.now());
        this.plan = new StackPlan(options, data);
    }

    private void endLeftovers(RunRecord record) {
        var ended = Leftovers.end(record);
        RunRecord.delete(data);
        if (ended > 0) {
            progress.line("ended %d processes a killed supervisor had left".formatted(ended));
        }
    }

    /** Returns once everything is ready and seeded. */
    public void start() throws InterruptedException {
        startAll(List.of(plan.postgres(), plan.kafka()), infrastructure, 2);
        for (var database : plan.databases()) {
            database.createOn(plan.postgres());
        }
        startAll(plan.services(), services, SERVICES_AT_ONCE);
        plan.stackFile().publish();
        if (options.demo() && !options.infrastructureOnly()) {
            seedOnce();
        }
        new Summary(options, data, plan).print(progress);
        plan.stackFile().ready();
    }

    /** Ends everything in the reverse order of its start. Called again, it waits for the first call to finish. */
    public synchronized void stop() {
        if (stopped) {
            return;
        }
        stopped = true;
        plan.demo().stop();
        stopAll(services);
        stopAll(infrastructure);
        plan.stackFile().delete();
        progress.line("stopped");
    }

    private void seedOnce() throws InterruptedException {
        if (plan.demo().isSeeded()) {
            return;
        }
        progress.line("seeding demo data");
        var refusal = plan.demo().seed(plan.stackFile());
        plan.stackFile().demo(plan.demo().content());
        progress.line(refusal.orElse("demo data ready"));
    }

    private void startAll(List<? extends Component> components, List<Supervised> group, int atOnce) {
        List<Runnable> starts = new ArrayList<>();
        for (var component : components) {
            var supervised = new Supervised(
                    component,
                    () -> plan.releasePorts(component),
                    process -> plan.stackFile().running(component.name(), process),
                    progress);
            group.add(supervised);
            starts.add(() -> {
                progress.line("starting " + component.name());
                supervised.start();
            });
        }
        try (var executor = Executors.newFixedThreadPool(atOnce)) {
            awaitAll(starts, executor);
        }
    }

    private static void awaitAll(List<Runnable> starts, ExecutorService executor) {
        var running = starts.stream()
                .map(start -> CompletableFuture.runAsync(start, executor))
                .toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(running).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException reason) {
                throw reason;
            }
            throw e;
        }
    }

    private static void stopAll(List<Supervised> group) {
        var stops = group.reversed().stream()
                .map(supervised -> Thread.ofVirtual().start(supervised::stop))
                .toList();
        for (var stop : stops) {
            try {
                stop.join();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
