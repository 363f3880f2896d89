package org.huisheng.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import org.huisheng.bench.stack.BenchStack;
import org.huisheng.bench.stack.Memory;
import org.huisheng.bench.stack.Restart;

/** What the services weigh when nobody asks anything of them, and how soon each is back when it was killed. */
final class FootprintBench {

    private static final Duration SETTLE = Duration.ofSeconds(20);
    private static final double MEGABYTES = 300;
    private static final double SECONDS = 4;

    private FootprintBench() {}

    static boolean run(Options options) throws IOException, InterruptedException {
        try (var stack = BenchStack.of("footprint", options.running())) {
            // Nothing is asked of it meanwhile, not even how it is.
            Thread.sleep(options.seconds("--idle"));
            var memory = new LinkedHashMap<String, Memory>();
            for (var service : BenchStack.SERVICES) {
                memory.put(service, stack.memory(service));
            }
            var seconds = new LinkedHashMap<String, Double>();
            for (var service : BenchStack.SERVICES) {
                for (var number = 0; number < options.number("--restarts"); number++) {
                    stack.awaitCalm(SETTLE);
                    seconds.merge(service, Restart.secondsToReady(stack, service), Math::max);
                }
            }
            System.out.printf(
                    "%nfootprint: %d s after the start, nothing to do; slowest of %d restarts, the others running%n",
                    options.number("--idle"), options.number("--restarts"));
            System.out.println("           resident MB   (peak)   ready s after its process started");
            memory.forEach((service, used) -> System.out.printf(
                    "%-10s %11.0f %8.0f %9.2f%n",
                    service, used.resident(), used.peak(), seconds.getOrDefault(service, Double.NaN)));
            memory.forEach((service, used) ->
                    Target.atMost(MEGABYTES, service + " idle, MB").judge(used.resident()));
            seconds.forEach((service, slowest) ->
                    Target.atMost(SECONDS, service + " ready, s").judge(slowest));
            return true;
        }
    }
}
