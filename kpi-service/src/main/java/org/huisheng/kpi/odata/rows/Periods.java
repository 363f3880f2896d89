package org.huisheng.kpi.odata.rows;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.huisheng.kpi.odata.filter.Expression;
import org.huisheng.kpi.odata.filter.Possibility;
import org.huisheng.kpi.period.Period;
import org.jspecify.annotations.Nullable;

/** Which periods a set is made of: of each year itself, its halves, quarters and months, as far as they have begun. */
final class Periods {

    static final String COLUMN = "period";

    /** How many years a set reaches back: each is some nineteen periods to be computed. */
    static final int YEARS = 10;

    private Periods() {}

    /** @param filter leaves out periods none of whose rows can pass */
    static List<Period> of(List<Integer> years, @Nullable Expression filter, Clock clock) {
        var today = LocalDate.ofInstant(clock.instant(), Period.ZONE);
        return years.stream()
                .sorted((one, other) -> other - one)
                .limit(YEARS)
                .flatMap(year -> Period.of(year).stream())
                .filter(period -> filter == null || Possibility.ofPassing(filter, COLUMN, period.text()))
                .filter(period -> !period.from().isAfter(today))
                .toList();
    }
}
