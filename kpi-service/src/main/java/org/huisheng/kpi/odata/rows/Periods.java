package org.huisheng.kpi.odata.rows;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.huisheng.kpi.odata.filter.Expression;
import org.huisheng.kpi.odata.filter.Possibility;
import org.huisheng.kpi.odata.filter.SqlCondition;
import org.huisheng.kpi.period.Period;
import org.jspecify.annotations.Nullable;

/** Which periods a set is made of: of each year itself, its halves, quarters and months, as far as they have begun. */
final class Periods {

    static final String COLUMN = "period";

    /** How many years a set reaches back: each is some nineteen periods to be computed. */
    static final int YEARS = 10;

    private static final int QUARTERS = 4;
    private static final int MONTHS = 12;

    private Periods() {}

    /** @param filter leaves out periods none of whose rows can pass */
    static List<Period> of(List<Integer> years, @Nullable Expression filter, Clock clock) {
        var today = LocalDate.ofInstant(clock.instant(), SqlCondition.ZONE);
        return years.stream()
                .sorted((one, other) -> other - one)
                .limit(YEARS)
                .flatMap(year -> names(year).stream())
                .filter(name -> filter == null || Possibility.ofPassing(filter, COLUMN, name))
                .map(Period::parse)
                .filter(period -> !period.from().isAfter(today))
                .toList();
    }

    private static List<String> names(int year) {
        var names = new ArrayList<String>();
        names.add(String.valueOf(year));
        names.add(year + "-H1");
        names.add(year + "-H2");
        for (var quarter = 1; quarter <= QUARTERS; quarter++) {
            names.add(year + "-Q" + quarter);
        }
        for (var month = 1; month <= MONTHS; month++) {
            names.add("%d-%02d".formatted(year, month));
        }
        return names;
    }
}
