package org.huisheng.bench.load;

import java.util.List;

/**
 * What happened in a window of time, or in several of one kind.
 *
 * @param latencies of requests
 * @param brought how many things of the kind measured these came to
 */
public record Measured(Samples latencies, long brought, double seconds) {

    public static Measured together(List<Measured> windows) {
        return new Measured(
                Samples.merged(windows.stream().map(Measured::latencies).toList()),
                windows.stream().mapToLong(Measured::brought).sum(),
                windows.stream().mapToDouble(Measured::seconds).sum());
    }

    public double perSecond() {
        return brought / seconds;
    }

    public double percentileMillis(double percent) {
        return latencies.percentileMillis(percent);
    }
}
