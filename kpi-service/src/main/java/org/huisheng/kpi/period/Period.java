package org.huisheng.kpi.period;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.huisheng.kit.problem.DomainException.Malformed;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of whole months within one calendar year.
 *
 * @param text as it is written: {@code 2026}, {@code 2026-Q4} or {@code 2026-11}
 */
public record Period(String text, YearMonth first, YearMonth last) {

    private static final Pattern FORM = Pattern.compile("(20\\d\\d)(?:-(?:Q([1-4])|(0[1-9]|1[0-2])))?");

    private static final int QUARTERS = 4;
    private static final int MONTHS = 12;

    /** @throws Malformed if it is none of the three forms */
    public static Period parse(@Nullable String text) {
        var form = FORM.matcher(text == null ? "" : text);
        if (text == null || !form.matches()) {
            throw new Malformed("bad-period");
        }
        var year = Integer.parseInt(form.group(1));
        if (form.group(2) != null) {
            var quarter = Integer.parseInt(form.group(2));
            return new Period(text, YearMonth.of(year, quarter * 3 - 2), YearMonth.of(year, quarter * 3));
        }
        if (form.group(3) != null) {
            var month = YearMonth.of(year, Integer.parseInt(form.group(3)));
            return new Period(text, month, month);
        }
        return new Period(text, YearMonth.of(year, 1), YearMonth.of(year, 12));
    }

    /** The year itself, its quarters and its months. */
    public static List<Period> of(int year) {
        var names = new ArrayList<String>();
        names.add(String.valueOf(year));
        for (var quarter = 1; quarter <= QUARTERS; quarter++) {
            names.add(year + "-Q" + quarter);
        }
        for (var month = 1; month <= MONTHS; month++) {
            names.add("%d-%02d".formatted(year, month));
        }
        return names.stream().map(Period::parse).toList();
    }

    /** All periods of which no month lies outside, this one included. */
    public List<Period> within() {
        return of(year()).stream()
                .filter(period -> !period.first.isBefore(first) && !period.last.isAfter(last))
                .toList();
    }

    public List<YearMonth> months() {
        return Stream.iterate(first, month -> !month.isAfter(last), month -> month.plusMonths(1))
                .toList();
    }

    public int year() {
        return first.getYear();
    }

    /** First day of the first month, as months are stored. */
    public LocalDate from() {
        return first.atDay(1);
    }

    /** First day of the last month. */
    public LocalDate to() {
        return last.atDay(1);
    }

    @JsonValue
    @Override
    public String toString() {
        return text;
    }
}
