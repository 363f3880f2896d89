package org.huisheng.gateway.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/** Makes guessing slow: after a few failures each further one makes the caller wait twice as long. Remembers the latest only. */
final class Attempts {

    static final int REMEMBERED = 10_000;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(15);

    private record Failures(int count, Instant last, Instant next) {}

    private final int free;
    private final Map<String, Failures> byCaller = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** @param free how many failures cost nothing */
    Attempts(int free) {
        this.free = free;
    }

    /** @return how long the caller has to wait, zero if they may try */
    synchronized Duration waitOf(String caller, Instant now) {
        var failures = byCaller.get(caller);
        return failures != null && now.isBefore(failures.next())
                ? Duration.between(now, failures.next())
                : Duration.ZERO;
    }

    synchronized void failed(String caller, Instant now) {
        var before = byCaller.get(caller);
        var count = before == null || before.last().plus(FORGOTTEN_AFTER).isBefore(now) ? 1 : before.count() + 1;
        byCaller.put(caller, new Failures(count, now, now.plus(penalty(count))));
    }

    synchronized void succeeded(String caller) {
        byCaller.remove(caller);
    }

    synchronized void forgetAll(Predicate<String> callers) {
        byCaller.keySet().removeIf(callers);
    }

    synchronized int remembered() {
        return byCaller.size();
    }

    private Duration penalty(int count) {
        if (count < free) {
            return Duration.ZERO;
        }
        var doubled = Duration.ofSeconds(1L << Math.min(count - free, 20));
        return doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT;
    }
}
