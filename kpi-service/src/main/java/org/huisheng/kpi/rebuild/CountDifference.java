package org.huisheng.kpi.rebuild;

import java.math.BigDecimal;
import java.time.YearMonth;
import org.huisheng.events.Side;
import org.jspecify.annotations.Nullable;

/**
 * A count that came out otherwise.
 *
 * @param tag set where it is one by tag
 * @param bucket set where it is one of a histogram's
 * @param extremesDiffer whether its least or greatest value was wrong
 */
record CountDifference(
        long position,
        YearMonth month,
        String department,
        String metric,
        Side side,
        @Nullable String tag,
        @Nullable Integer bucket,
        Count before,
        Count after,
        boolean extremesDiffer) {

    /** What a count consists of; null where this kind of count has none. */
    record Count(
            long n,
            @Nullable BigDecimal sum,
            @Nullable BigDecimal sumOfSquares,
            @Nullable Long sources) {}
}
