package org.huisheng.kpi.period;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.huisheng.kit.problem.DomainException.Malformed;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of whole months within one calendar year.
 *
 * @param text as it is written: {@code 2026}, {@code 2026-H2}, {@code 2026-Q4}, {@code 2026-11} or {@code 2026-YTD}
 */
public record Period(String text, YearMonth first, YearMonth last) {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Pattern FORM = Pattern.compile("(20\\d\\d)(?:-(H[12]|Q[1-4]|0[1-9]|1[0-2]))?");
    private static final Pattern YEAR_TO_DATE = Pattern.compile("(20\\d\\d)-YTD");
    private static final int QUARTERS = 4;
    private static final int MONTHS = 12;

    /** @throws Malformed if it is none of the forms whose months are always the same */
    public static Period parse(@Nullable String text) {
        var form = FORM.matcher(text == null ? "" : text);
        if (text == null || !form.matches()) {
            throw new Malformed("bad-period");
        }
        var year = Integer.parseInt(form.group(1));
        var part = form.group(2);
        if (part == null) {
            return months(text, year, 1, MONTHS);
        }
        var number = Integer.parseInt(part.replaceFirst("\\D", ""));
        return switch (part.charAt(0)) {
            case 'H' -> months(text, year, number * 6 - 5, 6);
            case 'Q' -> months(text, year, number * 3 - 2, 3);
            default -> months(text, year, number, 1);
        };
    }

    /**
     * The same, or a year to date: from January to the last month that has begun.
     *
     * @throws Malformed if it is none of the forms, or the year has not begun
     */
    public static Period parse(@Nullable String text, Clock clock) {
        var form = YEAR_TO_DATE.matcher(text == null ? "" : text);
        if (text == null || !form.matches()) {
            return parse(text);
        }
        var year = Integer.parseInt(form.group(1));
        var present = YearMonth.from(clock.instant().atZone(ZONE));
        if (year > present.getYear()) {
            throw new Malformed("year-not-begun");
        }
        return months(text, year, 1, year == present.getYear() ? present.getMonthValue() : MONTHS);
    }

    private static Period months(String text, int year, int first, int count) {
        return new Period(text, YearMonth.of(year, first), YearMonth.of(year, first + count - 1));
    }

    public static Period of(YearMonth month) {
        return new Period(month.toString(), month, month);
    }

    public static Period quarterOf(LocalDate day) {
        return parse(day.getYear() + "-Q" + day.get(IsoFields.QUARTER_OF_YEAR));
    }

    /** The year itself, its halves, quarters and months. */
    public static List<Period> of(int year) {
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

    /** Whose contract it is scored by: of its last day, and of the year's as long as the year is not over. */
    public LocalDate contractDay() {
        return YEAR_TO_DATE.matcher(text).matches() ? LocalDate.of(year(), MONTHS, 31) : last.atEndOfMonth();
    }

    public boolean isQuarter() {
        return text.contains("Q");
    }

    /** The months of the year up to its last. */
    public List<Period> monthsSoFar() {
        return Stream.iterate(YearMonth.of(year(), 1), month -> !month.isAfter(last), month -> month.plusMonths(1))
                .map(Period::of)
                .toList();
    }

    /** The quarters of the year up to the one it ends in. */
    public List<Period> quartersSoFar() {
        return Stream.iterate(1, quarter -> quarter * 3 - 2 <= last.getMonthValue(), quarter -> quarter + 1)
                .map(quarter -> parse(year() + "-Q" + quarter))
                .toList();
    }

    @JsonValue
    @Override
    public String toString() {
        return text;
    }
}
