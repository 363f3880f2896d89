package org.huisheng.bench.stack;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Seconds of processor each part of the stack has used so far, and the load generator. */
public record ProcessorTime(Map<String, Double> seconds) {

    private static final String POSTGRES = "postgres";

    static ProcessorTime of(Map<String, Long> pids) throws IOException {
        var seconds = new LinkedHashMap<String, Double>();
        for (var process : pids.entrySet()) {
            var own = ProcessFigures.of(process.getValue());
            var ticks = own.ownTicks();
            if (process.getKey().equals(POSTGRES)) {
                // Its work is done by a process per connection; of those that are gone the parent knows.
                ticks += own.reapedTicks();
                for (var child : ProcessFigures.childrenOf(process.getValue())) {
                    ticks += child.ownTicks();
                }
            }
            seconds.put(process.getKey(), (double) ticks / ProcessFigures.TICKS_PER_SECOND);
        }
        return new ProcessorTime(seconds);
    }

    public ProcessorTime since(ProcessorTime earlier) {
        var difference = new LinkedHashMap<String, Double>();
        seconds.forEach((name, used) -> difference.put(name, used - earlier.seconds.getOrDefault(name, 0.0)));
        return new ProcessorTime(difference);
    }

    public double of(String name) {
        return seconds.getOrDefault(name, 0.0);
    }

    public double total() {
        return seconds.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** "survey 130, gateway 80, …": microseconds each of so many requests took. */
    public String microsPer(long requests) {
        var line = new StringBuilder();
        seconds.forEach((name, used) -> line.append(line.isEmpty() ? "" : ", ")
                .append(name)
                .append(' ')
                .append(Math.round(used * 1e6 / requests)));
        return line.append(", together ")
                .append(Math.round(total() * 1e6 / requests))
                .toString();
    }
}
