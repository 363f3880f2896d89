package org.huisheng.bench;

import java.util.ArrayList;
import java.util.function.LongFunction;
import org.huisheng.bench.load.Batches;
import org.huisheng.bench.load.Measured;
import org.huisheng.bench.load.Questionnaire;
import org.huisheng.bench.load.Submissions;
import org.huisheng.bench.load.Talk;
import org.huisheng.bench.stack.BenchStack;
import org.huisheng.bench.stack.Campaign;
import org.huisheng.bench.stack.Ledger;

/**
 * How many responses get through by the batch, as a multiple of how many do one by one. What is promised is what a client
 * gains that has gathered some: as many connections for both. Beside it stands what a machine gains that others keep busy
 * one by one, where the batch saves only the requests and not what each response costs for itself.
 */
final class BatchBench {

    private static final Target RATIO = Target.atLeast(3, "responses by the batch ÷ one by one, as many connections");

    private BatchBench() {}

    static boolean run(Options options) throws Exception {
        try (var stack = BenchStack.of("batch", options.running())) {
            var ledger = new Ledger();
            var campaign = Campaign.open(stack, Questionnaire.of(options.number("--questions")));
            var windows = new Windows(stack, options, ledger);
            var target = stack.gateway();
            var size = options.number("--batch");
            var fewClients = options.number("--batch-connections");
            var manyClients = options.number("--connections");
            LongFunction<Talk> oneByOne = seed -> new Submissions(target, campaign.answering(), seed);
            var few = new ArrayList<Measured>();
            var many = new ArrayList<Measured>();
            var batched = new ArrayList<Measured>();
            for (var round = 0; round < options.number("--rounds"); round++) {
                windows.calm();
                many.add(windows.measure("one by one, busy", target, oneByOne, manyClients));
                windows.calm();
                few.add(windows.measure("one by one", target, oneByOne, fewClients));
                windows.calm();
                batched.add(windows.measure(
                        "batches", target, seed -> new Batches(target, campaign.answering(), size, seed), fewClients));
            }
            windows.calm();
            print(options, Measured.together(few), Measured.together(many), Measured.together(batched));
            return ledger.isKept(stack);
        }
    }

    private static void print(Options options, Measured few, Measured many, Measured batched) {
        var fewClients = options.number("--batch-connections");
        System.out.printf(
                "%nbatch: %d questions, through the gateway, %d rounds%n",
                options.number("--questions"), options.number("--rounds"));
        System.out.println("                               ratio   p50 ms   p99 ms of a request");
        line("one by one", fewClients, few, 1);
        line("one by one", options.number("--connections"), many, ratio(few, many));
        line("by " + options.number("--batch"), fewClients, batched, ratio(few, batched));
        RATIO.judge(ratio(few, batched));
        System.out.printf(
                "        by the batch ÷ one by one on %d connections: %.2f%n",
                options.number("--connections"), ratio(many, batched));
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
