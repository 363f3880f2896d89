package org.huisheng.bench.load;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Posters side by side, each on a connection and a thread of its own, until closed. */
public final class Load implements AutoCloseable {

    private static final Duration STEP = Duration.ofSeconds(5);
    private static final double STILL_WARMING = 1.05;
    private static final int LONGEST_WARM_UP = 3;

    private final List<Worker> workers = new ArrayList<>();
    private final long nanosBetween;
    private volatile boolean stopping;
    private volatile boolean measuring;

    /** @param nanosBetween between two responses of one connection; 0 for one right after the other */
    private Load(long nanosBetween) {
        this.nanosBetween = nanosBetween;
    }

    /** @param perSecond of all connections together; 0 for as many as get through */
    public static Load start(URI target, Supplier<ResponseTemplate> templates, int connections, int perSecond)
            throws IOException {
        var load = new Load(perSecond == 0 ? 0 : 1_000_000_000L * connections / perSecond);
        for (var number = 0; number < connections; number++) {
            var seed = ThreadLocalRandom.current().nextLong();
            load.workers.add(load.new Worker(new Poster(target, templates.get(), seed)));
        }
        load.workers.forEach(worker -> worker.thread.start());
        return load;
    }

    /** What happened in a window of time. */
    public record Measured(Samples latencies, double seconds) {
        public double perSecond() {
            return latencies.size() / seconds;
        }
    }

    public Measured measure(Duration window) throws InterruptedException, IOException {
        workers.forEach(worker -> worker.latencies = new Samples());
        var began = System.nanoTime();
        measuring = true;
        Thread.sleep(window);
        measuring = false;
        var seconds = (System.nanoTime() - began) / 1e9;
        check();
        return new Measured(
                Samples.merged(workers.stream().map(worker -> worker.latencies).toList()), seconds);
    }

    /**
     * Lets it run until the JIT compilers are done: at least as long as asked, and on a machine with other work on until
     * five seconds bring hardly more than the five before.
     */
    public void warmUp(Duration atLeast) throws InterruptedException, IOException {
        var began = System.nanoTime();
        var last = 0.0;
        while (System.nanoTime() - began < atLeast.multipliedBy(LONGEST_WARM_UP).toNanos()) {
            var speed = measure(STEP).perSecond();
            var longEnough = System.nanoTime() - began >= atLeast.minus(STEP).toNanos();
            if (longEnough && speed < last * STILL_WARMING) {
                return;
            }
            last = speed;
        }
    }

    public void acknowledged(Consumer<UUID> action) {
        workers.forEach(worker -> worker.poster.acknowledged(action));
    }

    /** Lets every request under way be answered. */
    @Override
    public void close() throws IOException {
        stopping = true;
        for (var worker : workers) {
            try {
                worker.thread.join();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            worker.poster.close();
        }
        check();
    }

    private void check() throws IOException {
        for (var worker : workers) {
            var failure = worker.failure;
            if (failure != null) {
                throw new IOException("A connection gave up", failure);
            }
        }
    }

    private final class Worker {
        private final Poster poster;
        private final Thread thread = Thread.ofPlatform().daemon().name("load").unstarted(this::run);
        private volatile Samples latencies = new Samples();
        private volatile @Nullable IOException failure;

        Worker(Poster poster) {
            this.poster = poster;
        }

        private void run() {
            var next = System.nanoTime()
                    + (nanosBetween == 0 ? 0 : ThreadLocalRandom.current().nextLong(nanosBetween));
            try {
                while (!stopping) {
                    if (nanosBetween > 0) {
                        for (long wait; (wait = next - System.nanoTime()) > 0; ) {
                            LockSupport.parkNanos(wait);
                        }
                        next += nanosBetween;
                    }
                    var began = System.nanoTime();
                    poster.post();
                    if (measuring) {
                        latencies.add(System.nanoTime() - began);
                    }
                }
            } catch (IOException refused) {
                failure = refused;
            }
        }
    }
}
