package org.huisheng.bench;

import java.util.ArrayList;
import org.huisheng.bench.load.Batches;
import org.huisheng.bench.load.Measured;
import org.huisheng.bench.load.Questionnaire;
import org.huisheng.bench.load.Submissions;
import org.huisheng.bench.stack.BenchStack;
import org.huisheng.bench.stack.Campaign;
import org.huisheng.bench.stack.Ledger;

/** How many responses get through by the batch, as a multiple of how many do one by one. */
final class BatchBench {

    private static final Target RATIO = Target.atLeast(3, "responses by the batch ÷ one by one");

    private BatchBench() {}

    static boolean run(Options options) throws Exception {
        try (var stack = BenchStack.of("batch", options.running())) {
            var ledger = new Ledger();
            var campaign = Campaign.open(stack, Questionnaire.of(options.number("--questions")));
            var windows = new Windows(stack, options, ledger);
            var target = stack.gateway();
            var size = options.number("--batch");
            var single = new ArrayList<Measured>();
            var batched = new ArrayList<Measured>();
            for (var round = 0; round < options.number("--rounds"); round++) {
                windows.calm();
                single.add(windows.measure(
                        "one by one",
                        target,
                        seed -> new Submissions(target, campaign.answering(), seed),
                        options.number("--connections")));
                windows.calm();
                batched.add(windows.measure(
                        "batches",
                        target,
                        seed -> new Batches(target, campaign.answering(), size, seed),
                        options.number("--batch-connections")));
            }
            windows.calm();
            print(options, Measured.together(single), Measured.together(batched));
            return ledger.isKept(stack);
        }
    }

    private static void print(Options options, Measured single, Measured batched) {
        System.out.printf(
                "%nbatch: %d questions, through the gateway, %d rounds%n",
                options.number("--questions"), options.number("--rounds"));
        System.out.println("                               ratio   p50 ms   p99 ms of a request");
        line("one by one", options.number("--connections"), single, 1);
        line("by " + options.number("--batch"), options.number("--batch-connections"), batched, ratio(single, batched));
        RATIO.judge(ratio(single, batched));
    }

    private static double ratio(Measured single, Measured batched) {
        return batched.perSecond() / single.perSecond();
    }

    private static void line(String name, int connections, Measured measured, double ratio) {
        System.out.printf(
                "%-12s %3d connections %6.2f %8.1f %8.1f%n",
                name, connections, ratio, measured.percentileMillis(50), measured.percentileMillis(99));
    }
}
