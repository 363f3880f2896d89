package org.huisheng.bench;

import static java.util.stream.Collectors.joining;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.huisheng.bench.load.Measured;
import org.huisheng.bench.load.Questionnaire;
import org.huisheng.bench.load.Submissions;
import org.huisheng.bench.stack.BenchStack;
import org.huisheng.bench.stack.Campaign;
import org.huisheng.bench.stack.Ledger;

/** How many responses get through, as a share of what a bare INSERT of one row does on the same server at the same time. */
final class IntakeBench {

    private static final Target RATIO = Target.atLeast(0.4, "ratio through the gateway");
    private static final Target ALONE = Target.atLeast(0.4, "ratio of survey-service alone");
    private static final Target LATENCY = Target.atMost(60, "p99 through the gateway, ms");
    private static final double SOME_DRIFT = 1.2;

    private final BenchStack stack;
    private final Options options;
    private final Campaign campaign;
    private final Windows windows;

    private IntakeBench(BenchStack stack, Options options, Campaign campaign, Ledger ledger) {
        this.stack = stack;
        this.options = options;
        this.campaign = campaign;
        this.windows = new Windows(stack, options, ledger);
    }

    static boolean run(Options options) throws Exception {
        try (var stack = BenchStack.of("intake", options.running())) {
            var ledger = new Ledger();
            var campaign = Campaign.open(stack, Questionnaire.of(options.number("--questions")));
            new IntakeBench(stack, options, campaign, ledger).measure();
            return ledger.isKept(stack);
        }
    }

    private void measure() throws Exception {
        var baseline = Baseline.prepare(stack, options.number("--connections"));
        var inserts = new ArrayList<Double>();
        var gateway = new ArrayList<Measured>();
        var direct = new ArrayList<Measured>();
        var backlog = Duration.ZERO;
        inserts.add(baseline.measure(options.seconds("--baseline")));
        for (var round = 0; round < options.number("--rounds"); round++) {
            gateway.add(post("gateway", stack.gateway()));
            direct.add(post("survey-service", stack.service("survey")));
            backlog = windows.calm();
            inserts.add(baseline.measure(options.seconds("--baseline")));
        }
        print(gateway, direct, inserts, backlog);
    }

    private Measured post(String kind, URI target) throws Exception {
        return windows.measure(
                kind,
                target,
                seed -> new Submissions(target, campaign.answering(), seed),
                options.number("--connections"));
    }

    private void print(List<Measured> gateway, List<Measured> direct, List<Double> inserts, Duration backlog) {
        var statistics = inserts.stream().mapToDouble(Double::doubleValue).summaryStatistics();
        System.out.printf(
                "%nintake: %d questions, %d connections, %d rounds, fsync on; 1.00 is a bare INSERT per row, %s/s%n",
                campaign.questionnaire().questions(),
                options.number("--connections"),
                options.number("--rounds"),
                inserts.stream().map("%.0f"::formatted).collect(joining(", ")));
        System.out.println("                     ratio   p50 ms   p99 ms");
        line("through the gateway", gateway, inserts);
        line("survey-service alone", direct, inserts);
        var drift = statistics.getMax() / statistics.getMin();
        System.out.printf(
                "  bare INSERT, most ÷ least: %.2f%s; events forwarded and scored %.0f s after the last response%n",
                drift, drift > SOME_DRIFT ? " (a restless machine: repeat)" : "", backlog.toMillis() / 1000.0);
        RATIO.judge(ratio(gateway, inserts));
        ALONE.judge(ratio(direct, inserts));
        LATENCY.judge(Measured.together(gateway).percentileMillis(99));
    }

    private static void line(String name, List<Measured> windows, List<Double> inserts) {
        var together = Measured.together(windows);
        System.out.printf(
                "%-20s %5.2f %8.1f %8.1f%n",
                name, ratio(windows, inserts), together.percentileMillis(50), together.percentileMillis(99));
    }

    /** The median of the rounds, each beside the inserts before and after it: a machine that others share drifts meanwhile. */
    private static double ratio(List<Measured> windows, List<Double> inserts) {
        var ratios = IntStream.range(0, windows.size())
                .mapToDouble(
                        round -> windows.get(round).perSecond() * 2 / (inserts.get(round) + inserts.get(round + 1)))
                .sorted()
                .toArray();
        return (ratios[(ratios.length - 1) / 2] + ratios[ratios.length / 2]) / 2;
    }
}
