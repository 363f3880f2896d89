package org.huisheng.survey.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** A day as the business has it, wherever respondents and servers are. */
public final class BusinessDay {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private BusinessDay() {}

    public static LocalDate of(Instant moment) {
        return LocalDate.ofInstant(moment, ZONE);
    }

    /** Its first moment. */
    public static Instant start(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }
}
