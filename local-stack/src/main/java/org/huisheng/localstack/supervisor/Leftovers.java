package org.huisheng.localstack.supervisor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Processes whose supervisor was killed. Only those it had written down are touched, and only if they are still the same. */
final class Leftovers {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Leftovers() {}

    /** Ends them in the reverse order of their start and returns how many there were. */
    static int end(RunRecord record) {
        List<String> names = new ArrayList<>(record.processes().keySet());
        Collections.reverse(names);
        var ended = 0;
        for (var name : names) {
            var process = record.processes().get(name);
            if (process != null && process.isAlive()) {
                process.end(name.equals("postgres") ? "INT" : "TERM", PATIENCE);
                ended++;
            }
        }
        return ended;
    }
}
