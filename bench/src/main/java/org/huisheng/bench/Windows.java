package org.huisheng.bench;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.LongFunction;
import org.huisheng.bench.load.Load;
import org.huisheng.bench.load.Measured;
import org.huisheng.bench.load.Talk;
import org.huisheng.bench.stack.BenchStack;
import org.huisheng.bench.stack.Ledger;

/** Windows of load on one stack, one after the other; what is acknowledged in them is entered in a ledger. */
final class Windows {

    static final Duration CALM = Duration.ofSeconds(90);
    private static final Duration SHORT_WARM_UP = Duration.ofSeconds(5);

    private final BenchStack stack;
    private final Options options;
    private final Ledger ledger;
    private final Set<String> warm = new HashSet<>();

    Windows(BenchStack stack, Options options, Ledger ledger) {
        this.stack = stack;
        this.options = options;
        this.ledger = ledger;
    }

    /** @param kind the first window of a kind is warmed up for as long as asked, the others briefly */
    Measured measure(String kind, URI target, LongFunction<Talk> talks, int connections)
            throws IOException, InterruptedException {
        var warmUp = options.seconds("--warm-up");
        if (!warm.add(kind) && warmUp.compareTo(SHORT_WARM_UP) > 0) {
            warmUp = SHORT_WARM_UP;
        }
        try (var load = Load.start(target, talks, connections, 0)) {
            load.warmUp(warmUp);
            var before = stack.processorTime();
            var measured = load.measure(options.seconds("--seconds"));
            var used = stack.processorTime().since(before);
            System.out.printf(
                    "  %s: %.0f/s, p50 %.1f ms, p99 %.1f ms; µs of processor each: %s (load generator %.0f %%)%n",
                    kind,
                    measured.perSecond(),
                    measured.percentileMillis(50),
                    measured.percentileMillis(99),
                    used.microsPer(Math.max(1, measured.brought())),
                    100 * used.of(BenchStack.LOAD_GENERATOR) / used.total());
            load.close();
            load.acknowledged(ledger::add);
            return measured;
        }
    }

    /** @return how long it took until events were forwarded and scored */
    Duration calm() throws IOException, InterruptedException {
        return stack.awaitCalm(CALM);
    }
}
