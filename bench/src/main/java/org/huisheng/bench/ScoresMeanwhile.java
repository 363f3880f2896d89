package org.huisheng.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.LongPredicate;
import org.huisheng.bench.load.Line;
import org.huisheng.bench.load.Samples;
import org.huisheng.bench.stack.BenchStack;
import org.huisheng.bench.stack.Scores;

/** Somebody who reads the scores again and again while something else goes on, and insists on whole ones. */
final class ScoresMeanwhile {

    private static final Duration BETWEEN = Duration.ofMillis(20);

    private final BenchStack stack;
    private final LongPredicate plausible;
    private final Samples latencies = new Samples();
    private volatile boolean stopping;

    /** @param plausible on how many observations all scores together may rest at any moment */
    ScoresMeanwhile(BenchStack stack, LongPredicate plausible) {
        this.stack = stack;
        this.plausible = plausible;
    }

    <T> T during(Callable<T> work) throws Exception {
        try (var threads = Executors.newSingleThreadExecutor()) {
            var reading = threads.submit(this::read);
            try {
                return work.call();
            } finally {
                stopping = true;
                try {
                    reading.get();
                } catch (ExecutionException failed) {
                    throw new IOException("Scores could not be read meanwhile", failed.getCause());
                }
            }
        }
    }

    /** After it was done. */
    Samples latencies() {
        return latencies;
    }

    private boolean read() throws IOException, InterruptedException {
        var token = stack.token("office");
        try (var line = new Line(stack.gateway())) {
            do {
                var began = System.nanoTime();
                var sheet = line.get(Scores.path(), token);
                latencies.add(System.nanoTime() - began);
                var counted = Scores.counted(sheet);
                if (!plausible.test(counted)) {
                    throw new IOException("Scores were read that rest on " + counted + " observations");
                }
                Thread.sleep(BETWEEN);
            } while (!stopping);
        }
        return true;
    }
}
