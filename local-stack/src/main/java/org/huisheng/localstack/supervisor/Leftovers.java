package org.huisheng.localstack.supervisor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.huisheng.localstack.process.ProcessIdentity;

/** Processes whose supervisor was killed. Only those it had written down are touched, and only if they are still the same. */
final class Leftovers {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(50);

    private Leftovers() {}

    /** Ends them in the reverse order of their start and returns how many there were. */
    static int end(RunRecord record) {
        List<String> names = new ArrayList<>(record.processes().keySet());
        Collections.reverse(names);
        var ended = 0;
        for (var name : names) {
            var process = record.processes().get(name);
            if (process != null && process.isAlive()) {
                process.signal(name.equals("postgres") ? "INT" : "TERM");
                if (!hasEnded(process, PATIENCE)) {
                    process.signal("KILL");
                    hasEnded(process, PATIENCE);
                }
                ended++;
            }
        }
        return ended;
    }

    static boolean hasEnded(ProcessIdentity process, Duration patience) {
        var deadline = System.nanoTime() + patience.toNanos();
        try {
            while (process.isAlive()) {
                if (System.nanoTime() > deadline) {
                    return false;
                }
                Thread.sleep(POLL);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
        return true;
    }
}
