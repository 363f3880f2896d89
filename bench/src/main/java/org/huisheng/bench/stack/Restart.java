package org.huisheng.bench.stack;

import java.io.IOException;
import java.time.Duration;
import org.huisheng.bench.load.Line;

/** Kills a service and watches the supervisor bring it back. */
public final class Restart {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration POLL = Duration.ofMillis(20);

    private Restart() {}

    /** @return from the start of the new process to its first word that it is ready */
    public static double secondsToReady(BenchStack stack, String service) throws IOException, InterruptedException {
        var killed = stack.pid(service);
        ProcessHandle.of(killed).ifPresent(ProcessHandle::destroyForcibly);
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            Thread.sleep(POLL);
            var pid = stack.pid(service);
            if (pid != killed && isReady(stack, service)) {
                return ProcessFigures.of(pid).secondsSinceStart();
            }
        }
        throw new IOException(service + " is not back after " + PATIENCE);
    }

    private static boolean isReady(BenchStack stack, String service) {
        try (var line = new Line(stack.service(service))) {
            return line.get("/q/health/ready", "").length > 0;
        } catch (IOException notYet) {
            return false;
        }
    }
}
