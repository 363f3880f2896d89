package org.huisheng.gateway.account;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts refusals of a kind until a quarter of an hour goes by without one. Remembers the latest kinds only. */
final class Refusals {

    static final int REMEMBERED = 1_000;

    /** As many are each written down; of the rest the eighth, the sixteenth, the thirty-second …. */
    static final int TOLD_ONE_BY_ONE = 5;

    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(15);

    private record Counted(int count, Instant last) {}

    private final Map<String, Counted> counts = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Counted> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** @return how many there are with this one */
    synchronized int another(String what, Instant now) {
        var before = counts.get(what);
        var count = before == null || before.last().plus(FORGOTTEN_AFTER).isBefore(now) ? 1 : before.count() + 1;
        counts.put(what, new Counted(count, now));
        return count;
    }

    synchronized int remembered() {
        return counts.size();
    }

    /** Whether the last one of so many is written down. */
    static boolean isTold(int count) {
        return count <= TOLD_ONE_BY_ONE || Integer.bitCount(count) == 1;
    }
}
