package org.huisheng.bench;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.huisheng.bench.load.Load;
import org.huisheng.bench.load.Load.Measured;
import org.huisheng.bench.load.ResponseTemplate;
import org.huisheng.bench.stack.BenchStack;
import org.huisheng.bench.stack.Campaign;
import org.huisheng.bench.stack.Ledger;

/** How many responses get through, as a share of what a bare INSERT of one row does on the same server at the same time. */
final class IntakeBench {

    private static final Duration CALM = Duration.ofSeconds(45);
    private static final Duration SHORT_WARM_UP = Duration.ofSeconds(5);

    private final BenchStack stack;
    private final Options options;
    private final Campaign campaign;
    private final Ledger ledger = new Ledger();

    private IntakeBench(BenchStack stack, Options options, Campaign campaign) {
        this.stack = stack;
        this.options = options;
        this.campaign = campaign;
    }

    static boolean run(Options options) throws Exception {
        try (var stack = BenchStack.of("intake", options.running())) {
            return new IntakeBench(stack, options, Campaign.open(stack)).run();
        }
    }

    private boolean run() throws Exception {
        var baseline = Baseline.prepare(stack, options.number("--connections"));
        stack.awaitCalm(CALM);
        var before = baseline.measure(options.seconds("--baseline"));
        var gateway = post("gateway", stack.gateway(), options.seconds("--warm-up"));
        var direct = post("direct", stack.service("survey"), SHORT_WARM_UP);
        var backlog = stack.awaitCalm(CALM);
        var after = baseline.measure(options.seconds("--baseline"));
        var inserts = (before + after) / 2;
        System.out.printf(
                "%nintake: 10 questions, %d connections, fsync on; 1.00 is a bare INSERT per row%n",
                options.number("--connections"));
        System.out.println("                     ratio   p50 ms   p99 ms");
        line("through the gateway", gateway, inserts);
        line("survey-service alone", direct, inserts);
        System.out.printf(
                "  bare INSERT, after ÷ before: %.2f; events forwarded and scored %.0f s after the last response%n",
                after / before, backlog.toMillis() / 1000.0);
        return ledger.isKept(stack);
    }

    private Measured post(String name, URI target, Duration warmUp) throws IOException, InterruptedException {
        try (var load = Load.start(
                target,
                () -> new ResponseTemplate(target, campaign.link(), Campaign.DEPARTMENTS),
                options.number("--connections"),
                0)) {
            load.warmUp(warmUp);
            var before = stack.processorTime();
            var measured = load.measure(options.seconds("--seconds"));
            var used = stack.processorTime().since(before);
            System.out.printf(
                    "  %s, µs of processor per response: %s%n",
                    name, used.microsPer(Math.max(1, measured.latencies().size())));
            load.close();
            load.acknowledged(ledger::add);
            return measured;
        }
    }

    private static void line(String name, Measured measured, double inserts) {
        System.out.printf(
                "%-20s %5.2f %8.1f %8.1f%n",
                name,
                measured.perSecond() / inserts,
                measured.latencies().percentileMillis(50),
                measured.latencies().percentileMillis(99));
    }
}
