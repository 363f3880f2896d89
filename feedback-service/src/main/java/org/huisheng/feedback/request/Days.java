package org.huisheng.feedback.request;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Days as a plan or a project may name them. */
public final class Days {

    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2099, 12, 31);

    private Days() {}

    public static LocalDate check(Checks checks, String path, @Nullable LocalDate said) {
        var day = checks.required(path, said, FIRST);
        optional(checks, path, day);
        return day;
    }

    /** Nothing said is nothing wrong. */
    public static void optional(Checks checks, String path, @Nullable LocalDate said) {
        if (said != null && !isThinkable(said)) {
            checks.add(path, "bad-day", FIRST, LAST);
        }
    }

    /** What lies further away is a typing mistake. */
    static boolean isThinkable(LocalDate day) {
        return !day.isBefore(FIRST) && !day.isAfter(LAST);
    }
}
