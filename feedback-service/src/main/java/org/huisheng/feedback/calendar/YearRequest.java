package org.huisheng.feedback.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.huisheng.feedback.calendar.YearPlan.Holiday;
import org.huisheng.feedback.request.Checks;
import org.jspecify.annotations.Nullable;

/** A year as somebody types it in. */
record YearRequest(
        @Nullable String source,
        @Nullable List<@Nullable HolidayRequest> holidays,
        @Nullable List<@Nullable LocalDate> workdays) {

    private static final int MOST_HOLIDAYS = 20;
    private static final int MOST_WORKDAYS = 30;
    private static final int LONGEST = 15;

    record HolidayRequest(
            @Nullable String name,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    YearPlan check(int year) {
        var checks = new Checks();
        var text = checks.text("/source", source, 500);
        var off = new HashSet<LocalDate>();
        var plan = new YearPlan(text, holidays(checks, year, off), workdays(checks, year, off));
        checks.passed();
        return plan;
    }

    private List<Holiday> holidays(Checks checks, int year, Set<LocalDate> off) {
        var given = checks.required("/holidays", holidays, List.<@Nullable HolidayRequest>of());
        if (given.size() > MOST_HOLIDAYS) {
            checks.add("/holidays", "too-many", MOST_HOLIDAYS);
            return List.of();
        }
        var checked = new ArrayList<Holiday>();
        for (var i = 0; i < given.size(); i++) {
            var path = "/holidays/" + i;
            var wanted = checks.required(path, given.get(i), new HolidayRequest(null, null, null));
            var first = checks.required(path + "/from", wanted.from, LocalDate.of(year, 1, 1));
            var last = checks.required(path + "/to", wanted.to, first);
            var holiday = new Holiday(checks.text(path + "/name", wanted.name, 50), first, last);
            if (isPossible(checks, path, holiday, year)) {
                checked.add(holiday);
                if (!first.datesUntil(last.plusDays(1)).allMatch(off::add)) {
                    checks.add(path, "overlaps");
                }
            }
        }
        return checked;
    }

    private static boolean isPossible(Checks checks, String path, Holiday holiday, int year) {
        if (holiday.from().getYear() != year || holiday.to().getYear() != year) {
            checks.add(path, "other-year", String.valueOf(year));
            return false;
        }
        var longest = holiday.from().plusDays(LONGEST - 1L);
        if (holiday.to().isBefore(holiday.from()) || holiday.to().isAfter(longest)) {
            checks.add(path + "/to", "bad-length", LONGEST);
            return false;
        }
        return true;
    }

    private List<LocalDate> workdays(Checks checks, int year, Set<LocalDate> off) {
        var given = checks.required("/workdays", workdays, List.<@Nullable LocalDate>of());
        if (given.size() > MOST_WORKDAYS) {
            checks.add("/workdays", "too-many", MOST_WORKDAYS);
            return List.of();
        }
        var checked = new ArrayList<LocalDate>();
        for (var i = 0; i < given.size(); i++) {
            var path = "/workdays/" + i;
            var day = checks.required(path, given.get(i), LocalDate.of(year, 1, 1));
            if (day.getYear() != year) {
                checks.add(path, "other-year", String.valueOf(year));
            } else if (!WorkingDays.isWeekend(day)) {
                checks.add(path, "no-weekend");
            } else if (!off.add(day)) {
                checks.add(path, "overlaps");
            }
            checked.add(day);
        }
        return checked;
    }
}
