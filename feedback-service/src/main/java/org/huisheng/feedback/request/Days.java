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
        if (day.isBefore(FIRST) || day.isAfter(LAST)) {
            checks.add(path, "bad-day", FIRST, LAST);
        }
        return day;
    }
}
