package org.huisheng.feedback.calendar;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.time.LocalDateTime;
import org.huisheng.feedback.calendar.WorkingDays.EveryDay;
import org.huisheng.feedback.calendar.WorkingDays.Planned;

/** The calendars of the files, without a database. */
public final class CalendarFixture {

    static final CalendarFiles FILES = new CalendarFiles(new ObjectMapper().registerModule(new JavaTimeModule()));
    public static final BusinessCalendar OFFICE = calendar("OFFICE");
    public static final BusinessCalendar ALWAYS = calendar("ALWAYS");

    private CalendarFixture() {}

    /** A moment by the clock on the office's wall. */
    public static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(BusinessCalendar.ZONE).toInstant();
    }

    private static BusinessCalendar calendar(String code) {
        var described = FILES.find(code).orElseThrow();
        var days = described.hasHolidays() ? Planned.of(described.plans()) : new EveryDay();
        return new BusinessCalendar(code, days, described.description().workHours());
    }
}
