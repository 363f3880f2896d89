package org.huisheng.kpi.odata.rows;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.huisheng.kpi.observation.LateMonths;
import org.huisheng.kpi.odata.filter.Expression;
import org.huisheng.kpi.odata.filter.Possibility;
import org.jspecify.annotations.Nullable;

/**
 * Between which months the observations are kept that a filter can let through: other partitions are not even opened.
 *
 * @param from as the first of the month, as months are stored
 */
record MonthSpan(LocalDate from, LocalDate to) {

    private static final YearMonth EARLIEST = YearMonth.of(2000, 1);
    private static final YearMonth LATEST = YearMonth.of(2099, 12);

    /** @return null if the filter says nothing about months */
    static @Nullable MonthSpan of(@Nullable Expression filter, String column, LateMonths lateMonths) {
        if (filter == null) {
            return null;
        }
        var possible = Stream.iterate(EARLIEST, month -> !month.isAfter(LATEST), month -> month.plusMonths(1))
                .map(month -> month.atDay(1))
                .filter(month -> Possibility.ofPassing(filter, column, month))
                .toList();
        if (possible.isEmpty()) {
            return new MonthSpan(EARLIEST.atDay(1), EARLIEST.atDay(1));
        }
        var span = new MonthSpan(possible.getFirst(), possible.getLast());
        return span.from.equals(EARLIEST.atDay(1)) && span.to.equals(LATEST.atDay(1))
                ? null
                : span.withLate(lateMonths);
    }

    /** What belongs to an earlier month may count in one of these. */
    private MonthSpan withLate(LateMonths lateMonths) {
        return new MonthSpan(lateMonths.earliest(from, to), to);
    }

    List<LocalDate> bounds() {
        return List.of(from, to);
    }
}
