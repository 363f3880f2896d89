package org.huisheng.bench.load;

import java.util.Arrays;
import java.util.Collection;

/** Measured times, kept one by one so that percentiles are exact. Not for several threads at once. */
public final class Samples {

    private long[] nanos = new long[4096];
    private int size;

    public void add(long value) {
        if (size == nanos.length) {
            nanos = Arrays.copyOf(nanos, size * 2);
        }
        nanos[size++] = value;
    }

    public int size() {
        return size;
    }

    public static Samples merged(Collection<Samples> parts) {
        var all = new Samples();
        for (var part : parts) {
            for (var index = 0; index < part.size; index++) {
                all.add(part.nanos[index]);
            }
        }
        return all;
    }

    /** The smallest sample that at least this share of all samples does not exceed (nearest rank); NaN of none. */
    public double percentileMillis(double percent) {
        if (size == 0) {
            return Double.NaN;
        }
        var sorted = Arrays.copyOf(nanos, size);
        Arrays.sort(sorted);
        var rank = (int) Math.ceil(percent / 100 * size);
        return sorted[Math.clamp(rank, 1, size) - 1] / 1e6;
    }
}
