package org.huisheng.gateway.edge;

import java.util.concurrent.ConcurrentHashMap;

/**
 * A bucket of permits per caller, which fills at a steady rate up to the burst. A full bucket says nothing, so it need not
 * be kept.
 */
final class Buckets {

    static final int REMEMBERED = 100_000;
    private static final double NANOS = 1e9;

    /** @param granted whether who came last got a permit */
    private record Bucket(double permits, long at, boolean granted) {}

    private final double perSecond;
    private final int burst;
    private final ConcurrentHashMap<String, Bucket> byCaller = new ConcurrentHashMap<>();

    Buckets(EdgeConfig.Rate rate) {
        this(rate.perSecond(), rate.burst());
    }

    Buckets(double perSecond, int burst) {
        if (!(perSecond > 0) || burst < 1) {
            throw new IllegalArgumentException("A rate is more than 0 a second and at least 1 at once");
        }
        this.perSecond = perSecond;
        this.burst = burst;
    }

    /** Takes a permit. @return nanoseconds until there is one, 0 if there was */
    long take(String caller, long now) {
        if (byCaller.size() >= REMEMBERED) {
            forgetFull(now);
        }
        var bucket = byCaller.compute(caller, (_, before) -> {
            var permits = before == null ? burst : filled(before, now);
            return permits >= 1 ? new Bucket(permits - 1, now, true) : new Bucket(permits, now, false);
        });
        return bucket.granted() ? 0 : (long) Math.ceil((1 - bucket.permits()) / perSecond * NANOS);
    }

    int remembered() {
        return byCaller.size();
    }

    private double filled(Bucket bucket, long now) {
        return Math.min(burst, bucket.permits() + Math.max(0, now - bucket.at()) / NANOS * perSecond);
    }

    /** If none is full, that many callers at once are an attack, and forgetting them all is the lesser evil. */
    private void forgetFull(long now) {
        byCaller.values().removeIf(bucket -> filled(bucket, now) >= burst);
        if (byCaller.size() >= REMEMBERED) {
            byCaller.clear();
        }
    }
}
