package org.huisheng.feedback.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.huisheng.feedback.calendar.WorkHours.Span;

/** Counts working time. It knows no clock: the same question always has the same answer. */
public final class BusinessCalendar {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** No year is without a working day, so what does not end within this many days is a mistake of ours. */
    private static final int LONGEST_REST = 400;

    private final String code;
    private final WorkingDays days;
    private final WorkHours hours;

    BusinessCalendar(String code, WorkingDays days, WorkHours hours) {
        this.code = code;
        this.days = days;
        this.hours = hours;
    }

    public String code() {
        return code;
    }

    boolean knows(int year) {
        return days.knows(year);
    }

    public boolean isWorkingDay(LocalDate day) {
        return days.contains(day);
    }

    /** How much working time lies between two moments, the second not being the earlier one. */
    public Duration workingTimeBetween(Instant from, Instant to) {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException(to + " is before " + from);
        }
        var last = day(to);
        var total = Duration.ZERO;
        for (var day = day(from); !day.isAfter(last); day = day.plusDays(1)) {
            if (days.contains(day)) {
                total = total.plus(onDay(day, from, to));
            }
        }
        return total;
    }

    private Duration onDay(LocalDate day, Instant from, Instant to) {
        var total = Duration.ZERO;
        for (var span : hours.spans()) {
            var begin = later(start(day, span), from);
            var end = earlier(end(day, span), to);
            if (begin.isBefore(end)) {
                total = total.plus(Duration.between(begin, end));
            }
        }
        return total;
    }

    /** The first moment by which that much working time has passed; the end of a day, not the morning after. */
    public Instant plus(Instant from, Duration workingTime) {
        if (workingTime.isNegative()) {
            throw new IllegalArgumentException("Working time does not run backwards: " + workingTime);
        }
        if (workingTime.isZero()) {
            return from;
        }
        var left = workingTime;
        var rest = 0;
        for (var day = day(from); rest < LONGEST_REST; day = day.plusDays(1)) {
            rest = days.contains(day) ? 0 : rest + 1;
            if (rest == 0) {
                for (var span : hours.spans()) {
                    var begin = later(start(day, span), from);
                    var until = Duration.between(begin, end(day, span));
                    if (until.compareTo(left) >= 0) {
                        return begin.plus(left);
                    }
                    left = until.isNegative() ? left : left.minus(until);
                }
            }
        }
        throw new IllegalStateException("Calendar " + code + " has no working day for a year from " + from);
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZONE);
    }

    private static Instant start(LocalDate day, Span span) {
        return at(day, span.from());
    }

    private static Instant end(LocalDate day, Span span) {
        return at(day, span.to());
    }

    /** By the clock on the wall, so midnight is the next day's. */
    private static Instant at(LocalDate day, int minute) {
        return day.plusDays(minute / WorkHours.DAY)
                .atTime(minute % WorkHours.DAY / 60, minute % 60)
                .atZone(ZONE)
                .toInstant();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
