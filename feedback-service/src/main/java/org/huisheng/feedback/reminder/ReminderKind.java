package org.huisheng.feedback.reminder;

import java.time.Duration;
import java.time.Instant;

/** When departments are reminded of a deadline. */
public enum ReminderKind {
    THREE_DAYS_BEFORE(Duration.ofDays(-3)),
    ONE_DAY_BEFORE(Duration.ofDays(-1)),
    OVERDUE(Duration.ZERO),
    ONE_WEEK_OVERDUE(Duration.ofDays(7));

    private final Duration after;

    ReminderKind(Duration after) {
        this.after = after;
    }

    public Instant due(Instant deadline) {
        return deadline.plus(after);
    }
}
