package org.huisheng.kpi.observation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * How values are distributed, mergeable like {@link Cell}. Buckets grow by {@link #GROWTH}, so that a quantile is off by
 * at most 1 % of its value, wherever the values lie; zero has a bucket of its own, negative values mirror positive ones.
 *
 * @param counts observations by bucket, no bucket empty
 */
public record Histogram(NavigableMap<Integer, Long> counts) {

    static final double GROWTH = 1.02;

    public static final Histogram EMPTY = new Histogram(new TreeMap<>());

    /** Puts the smallest value an observation can have, 0.000001, into bucket 1. */
    private static final int OFFSET = 698;

    public Histogram {
        counts = Collections.unmodifiableNavigableMap(new TreeMap<>(counts));
    }

    /** Strict arithmetic: every machine must choose the same bucket. */
    public static int bucket(BigDecimal value) {
        if (value.signum() == 0) {
            return 0;
        }
        var magnitude = StrictMath.log(value.abs().doubleValue()) / StrictMath.log(GROWTH);
        return value.signum() * ((int) StrictMath.ceil(magnitude) + OFFSET);
    }

    /** The value that represents a bucket: as far, in proportion, from its lower as from its upper end. */
    static double middle(int bucket) {
        if (bucket == 0) {
            return 0;
        }
        var upper = StrictMath.pow(GROWTH, Math.abs(bucket) - OFFSET);
        return Integer.signum(bucket) * 2 * upper / (1 + GROWTH);
    }

    public static Histogram of(BigDecimal value) {
        return new Histogram(new TreeMap<>(Map.of(bucket(value), 1L)));
    }

    public Histogram merge(Histogram other) {
        var merged = new TreeMap<>(counts);
        other.counts.forEach((bucket, n) -> merged.merge(bucket, n, Long::sum));
        return new Histogram(merged);
    }

    /**
     * The value a share of the observations does not exceed, within 1 %.
     *
     * @param share 0 to 1
     * @throws IllegalStateException if there are no observations
     */
    public double quantile(double share) {
        var total = counts.values().stream().mapToLong(Long::longValue).sum();
        return middle(bucketOf(Math.max(1, (long) Math.ceil(share * total))));
    }

    /**
     * The same for a whole percentage, whose rank is counted without fractions, as a number with the decimals of an
     * observation.
     */
    public BigDecimal percentile(int percent) {
        var total = counts.values().stream().mapToLong(Long::longValue).sum();
        var bucket = bucketOf(Math.max(1, Math.ceilDiv(percent * total, 100)));
        return BigDecimal.valueOf(middle(bucket)).setScale(Observation.DIGITS, RoundingMode.HALF_EVEN);
    }

    private int bucketOf(long rank) {
        var left = rank;
        for (var entry : counts.entrySet()) {
            left -= entry.getValue();
            if (left <= 0) {
                return entry.getKey();
            }
        }
        throw new IllegalStateException("no observations");
    }
}
