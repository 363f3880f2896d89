package org.huisheng.kpi.seal.adjustment;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;
import org.huisheng.events.Side;
import org.jspecify.annotations.Nullable;

/**
 * Something that came when its month was sealed already. Of what was withdrawn only what figures need is told.
 *
 * @param belongsTo the sealed month
 * @param countsIn the month it counts in instead
 * @param value what it adds there, or takes away
 * @param counts 1, or -1 of what was withdrawn
 */
record Adjustment(
        Kind kind,
        String department,
        String metric,
        Side side,
        YearMonth belongsTo,
        YearMonth countsIn,
        Instant recordedAt,
        BigDecimal value,
        int counts,
        @Nullable Instant occurredAt,
        @Nullable UUID eventId,
        @Nullable Integer ordinal) {

    enum Kind {
        LATE,
        WITHDRAWN
    }
}
