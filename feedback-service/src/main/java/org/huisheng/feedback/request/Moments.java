package org.huisheng.feedback.request;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When a client says something happened. */
public final class Moments {

    /** An older one is a typing mistake. */
    public static final Instant OLDEST = Instant.parse("2000-01-01T00:00:00+08:00");

    /** So much the clocks of telephones and browsers may be ahead of ours. */
    private static final Duration AHEAD = Duration.ofMinutes(10);

    private Moments() {}

    /** Nothing said is nothing wrong. */
    public static void checkPast(Checks checks, String path, @Nullable Instant said, Instant now) {
        if (said != null && said.isAfter(now.plus(AHEAD))) {
            checks.add(path, "in-the-future");
        }
        if (said != null && said.isBefore(OLDEST)) {
            checks.add(path, "too-old", OLDEST);
        }
    }

    /** By our clock: a client's may be ahead of it, and now if it says nothing. */
    public static Instant past(@Nullable Instant said, Instant now) {
        return said == null || said.isAfter(now) ? now : said;
    }
}
