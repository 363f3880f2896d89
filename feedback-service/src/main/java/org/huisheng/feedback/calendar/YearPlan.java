package org.huisheng.feedback.calendar;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the notices of one year say: which days are off, and which weekends are worked instead.
 *
 * @param source the notices, so that somebody can look it up
 */
public record YearPlan(String source, List<Holiday> holidays, List<LocalDate> workdays) {

    /** One holiday with the days around it, all of them off. */
    public record Holiday(String name, LocalDate from, LocalDate to) {}

    public YearPlan {
        holidays = List.copyOf(holidays);
        workdays = List.copyOf(workdays);
    }

    Set<LocalDate> daysOff() {
        var off = new HashSet<LocalDate>();
        holidays.forEach(
                holiday -> holiday.from().datesUntil(holiday.to().plusDays(1)).forEach(off::add));
        return off;
    }
}
