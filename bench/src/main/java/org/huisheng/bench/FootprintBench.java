package org.huisheng.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import org.huisheng.bench.stack.BenchStack;
import org.huisheng.bench.stack.Restart;

/** What the services weigh when nobody asks anything of them, and how soon each is back when it was killed. */
final class FootprintBench {

    private static final Duration SETTLE = Duration.ofSeconds(20);

    private FootprintBench() {}

    static boolean run(Options options) throws IOException, InterruptedException {
        try (var stack = BenchStack.of("footprint", options.running())) {
            Thread.sleep(options.seconds("--idle"));
            var memory = new LinkedHashMap<String, Double>();
            for (var service : BenchStack.SERVICES) {
                memory.put(service, stack.residentMebibytes(service));
            }
            System.out.printf("%nfootprint: %d s after the start, nothing to do%n", options.number("--idle"));
            System.out.println("           RSS MiB   ready s after its process started");
            for (var service : BenchStack.SERVICES) {
                stack.awaitCalm(SETTLE);
                System.out.printf(
                        "%-10s %7.0f %9.2f%n",
                        service, memory.getOrDefault(service, Double.NaN), Restart.secondsToReady(stack, service));
            }
            return true;
        }
    }
}
