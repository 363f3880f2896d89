package org.huisheng.feedback.supply;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import org.huisheng.feedback.calendar.BusinessCalendar;
import org.huisheng.feedback.calendar.Calendars;

/** When a quarter's reports are to be begun and sent, unless the office says another day. */
@ApplicationScoped
class UsualDay {

    private final Calendars calendars;
    private final SupplyConfig config;

    UsualDay(Calendars calendars, SupplyConfig config) {
        this.calendars = calendars;
        this.config = config;
    }

    LocalDate toSend(Quarter quarter) {
        return workday(quarter, config.dueWorkday());
    }

    LocalDate toBegin(Quarter quarter) {
        return workday(quarter, config.beginWorkday());
    }

    /** The end of the last day that is in time. */
    Instant deadline(Quarter quarter) {
        return toSend(quarter).plusDays(1).atStartOfDay(BusinessCalendar.ZONE).toInstant();
    }

    private LocalDate workday(Quarter quarter, int number) {
        var calendar = calendars.require(config.calendar());
        var day = quarter.firstDayAfter();
        for (var left = number; ; day = day.plusDays(1)) {
            if (calendar.isWorkingDay(day) && --left == 0) {
                return day;
            }
        }
    }
}
