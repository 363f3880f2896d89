package org.huisheng.feedback.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huisheng.feedback.calendar.CalendarFixture.FILES;
import static org.huisheng.feedback.calendar.CalendarFixture.OFFICE;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarFilesTest {

    static IntStream years() {
        return IntStream.rangeClosed(2018, 2026);
    }

    @ParameterizedTest
    @MethodSource("years")
    void each_year_hangs_together(int year) {
        var plan = plan(year);
        var off = new HashSet<LocalDate>();

        assertThat(plan.source()).contains("国办发明电");
        for (var holiday : plan.holidays()) {
            assertThat(holiday.from()).isBeforeOrEqualTo(holiday.to());
            assertThat(holiday.from().datesUntil(holiday.to().plusDays(1)))
                    .allSatisfy(day -> assertThat(day.getYear()).isEqualTo(year))
                    .allSatisfy(
                            day -> assertThat(off.add(day)).as("%s twice", day).isTrue());
        }
        assertThat(plan.workdays())
                .doesNotHaveDuplicates()
                .allMatch(WorkingDays::isWeekend)
                .doesNotContainAnyElementsOf(off);
        assertThat(off).contains(LocalDate.of(year, 1, 1), LocalDate.of(year, 5, 1), LocalDate.of(year, 10, 3));
    }

    /**
     * Moving weekends about leaves as many working days as there are weekdays, less the 11 public holidays of the law,
     * 13 since 2025. In 2020 the Spring Festival was prolonged by a weekday, and a make-up Saturday was given up.
     */
    @ParameterizedTest
    @CsvSource({"2018,11", "2019,11", "2020,13", "2021,11", "2022,11", "2023,11", "2024,11", "2025,13", "2026,13"})
    void a_year_has_as_many_days_off_as_the_law_gives(int year, int publicHolidays) {
        var weekdays = days(year).filter(day -> !WorkingDays.isWeekend(day)).count();
        var worked = days(year).filter(OFFICE::isWorkingDay).count();

        assertThat(weekdays - worked).isEqualTo(publicHolidays);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2018-02-11", "2018-02-24", "2018-09-30", "2018-12-29", "2019-05-05", "2020-01-19", "2021-02-20",
                "2022-04-02", "2023-10-08", "2024-05-11", "2025-01-26", "2026-01-04", "2026-02-28", "2026-10-10"
            })
    void a_make_up_day_is_worked_though_it_is_a_weekend(LocalDate day) {
        assertThat(OFFICE.isWorkingDay(day)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2018-02-15", "2018-12-31", "2019-05-03", "2020-01-31", "2021-09-20", "2022-02-04", "2023-09-29",
                "2024-02-16", "2025-02-04", "2025-10-08", "2026-02-23", "2026-06-19", "2026-09-25", "2026-10-07"
            })
    void a_holiday_is_off_though_it_is_a_weekday(LocalDate day) {
        assertThat(WorkingDays.isWeekend(day)).isFalse();
        assertThat(OFFICE.isWorkingDay(day)).isFalse();
    }

    @Test
    void what_is_known_is_known_to_be_known() {
        assertThat(years()).allMatch(OFFICE::knows);
        assertThat(OFFICE.knows(2027)).isFalse();
        assertThat(CalendarFixture.ALWAYS.knows(2027)).isTrue();
    }

    private static YearPlan plan(int year) {
        return FILES.find("OFFICE").orElseThrow().plans().get(year);
    }

    private static java.util.stream.Stream<LocalDate> days(int year) {
        return LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1));
    }
}
