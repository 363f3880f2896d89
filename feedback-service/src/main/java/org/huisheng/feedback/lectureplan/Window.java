package org.huisheng.feedback.lectureplan;

import java.time.Instant;
import java.time.YearMonth;
import org.huisheng.feedback.calendar.BusinessCalendar;

/** Two months in which a department has to hold a lecture. @param number from 1 for January and February to 6 */
record Window(int year, int number) {

    static final int LAST = 6;
    private static final int MONTHS = 2;

    YearMonth first() {
        return last().minusMonths(1);
    }

    YearMonth last() {
        return YearMonth.of(year, number * MONTHS);
    }

    Instant begin() {
        return first().atDay(1).atStartOfDay(BusinessCalendar.ZONE).toInstant();
    }

    /** The first moment that is not in it. */
    Instant end() {
        return last().plusMonths(1).atDay(1).atStartOfDay(BusinessCalendar.ZONE).toInstant();
    }
}
