package org.huisheng.bench.load;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Talks side by side, each on a connection of its own and all on one thread, until closed. */
public final class Load implements AutoCloseable {

    private static final Duration STEP = Duration.ofSeconds(5);
    private static final double STILL_WARMING = 1.05;
    private static final int STEPS_WITHOUT_GAIN = 6;
    private static final int LONGEST_WARM_UP = 3;
    private static final long LONGEST_WAIT_MILLIS = 100;

    private final Selector selector;
    private final List<Wire> wires = new ArrayList<>();
    private final long[] next;
    private final long nanosBetween;
    private final Thread thread = Thread.ofPlatform().daemon().name("load").unstarted(this::run);
    private volatile boolean stopping;
    private volatile @Nullable IOException failure;

    // What is being measured; both only under this object's lock.
    private @Nullable Samples latencies;
    private long brought;

    private volatile long answered;

    /** @param nanosBetween between two requests of one connection; 0 for one right after the other */
    private Load(Selector selector, int connections, long nanosBetween) {
        this.selector = selector;
        this.next = new long[connections];
        this.nanosBetween = nanosBetween;
    }

    /**
     * @param talks one for each connection, from a seed
     * @param perSecond requests of all connections together; 0 for as many as get through
     */
    public static Load start(URI target, LongFunction<Talk> talks, int connections, int perSecond) throws IOException {
        var load =
                new Load(Selector.open(), connections, perSecond == 0 ? 0 : 1_000_000_000L * connections / perSecond);
        var now = System.nanoTime();
        for (var number = 0; number < connections; number++) {
            var random = ThreadLocalRandom.current();
            load.wires.add(new Wire(target, talks.apply(random.nextLong()), load.selector));
            load.next[number] = now + (perSecond == 0 ? 0 : random.nextLong(load.nanosBetween));
        }
        load.thread.start();
        return load;
    }

    public Measured measure(Duration window) throws InterruptedException, IOException {
        var began = System.nanoTime();
        synchronized (this) {
            latencies = new Samples();
            brought = 0;
        }
        Thread.sleep(window);
        synchronized (this) {
            var samples = latencies == null ? new Samples() : latencies;
            latencies = null;
            var seconds = (System.nanoTime() - began) / 1e9;
            check();
            return new Measured(samples, brought, seconds);
        }
    }

    /**
     * Lets it run until the JIT compilers are done: at least as long as asked, and until half a minute has brought hardly
     * more than was reached before. A single slow step proves nothing, since compiling is what slows it down.
     */
    public void warmUp(Duration atLeast) throws InterruptedException, IOException {
        var began = System.nanoTime();
        var step = atLeast.compareTo(STEP) < 0 ? atLeast : STEP;
        var best = 0.0;
        var withoutGain = 0;
        while (System.nanoTime() - began < atLeast.multipliedBy(LONGEST_WARM_UP).toNanos()) {
            var speed = measure(step).perSecond();
            withoutGain = speed > best * STILL_WARMING ? 0 : withoutGain + 1;
            best = Math.max(best, speed);
            var longEnough = System.nanoTime() - began >= atLeast.minus(step).toNanos();
            if (longEnough && withoutGain >= STEPS_WITHOUT_GAIN) {
                return;
            }
        }
    }

    /** After it was closed. */
    public void acknowledged(Consumer<UUID> action) {
        wires.forEach(wire -> wire.talk.acknowledged(action));
    }

    /** Lets every request under way be answered. */
    @Override
    public void close() throws IOException {
        stopping = true;
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        for (var wire : wires) {
            wire.close();
        }
        selector.close();
        check();
    }

    private void check() throws IOException {
        var failed = failure;
        if (failed != null) {
            throw new IOException("A connection gave up", failed);
        }
    }

    private void run() {
        try {
            var patienceLooked = System.nanoTime();
            while (failure == null && (!stopping || wires.stream().anyMatch(Wire::waiting))) {
                selector.select(this::take, stopping ? LONGEST_WAIT_MILLIS : askWhoIsDue());
                var now = System.nanoTime();
                if (now - patienceLooked > STEP.toNanos()) {
                    patienceLooked = now;
                    for (var wire : wires) {
                        wire.insistOnAnAnswer(now);
                    }
                }
            }
        } catch (IOException refused) {
            failure = refused;
        }
    }

    /** @return milliseconds until the next one is due, if it is not answered before */
    private long askWhoIsDue() throws IOException {
        var wait = LONGEST_WAIT_MILLIS;
        var now = System.nanoTime();
        for (var number = 0; number < wires.size(); number++) {
            var wire = wires.get(number);
            if (!wire.waiting()) {
                var millis = (next[number] - now) / 1_000_000;
                if (millis <= 0) {
                    wire.ask();
                    next[number] += nanosBetween;
                } else {
                    wait = Math.min(wait, millis);
                }
            }
        }
        return wait;
    }

    private void take(SelectionKey key) {
        try {
            var wire = (Wire) key.attachment();
            if (!wire.waiting()) {
                throw new IOException("Closed, or said something unasked");
            }
            var things = wire.take();
            record(System.nanoTime() - wire.asked(), things);
            if (nanosBetween == 0 && !stopping) {
                wire.ask();
            }
        } catch (IOException refused) {
            failure = refused;
        }
    }

    /** Things brought since the start, whether measured or not. */
    public long answered() {
        return answered;
    }

    private synchronized void record(long nanos, int things) {
        answered += things;
        if (latencies != null) {
            latencies.add(nanos);
            brought += things;
        }
    }
}
