package org.huisheng.feedback.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huisheng.feedback.calendar.CalendarFixture.ALWAYS;
import static org.huisheng.feedback.calendar.CalendarFixture.OFFICE;
import static org.huisheng.feedback.calendar.CalendarFixture.at;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against somebody who counts every minute. A failing seed is repeated with {@code -Dseed=…}. */
class BusinessCalendarPropertyTest {

    private static final Instant FIRST = at("2017-12-20T00:00");
    private static final long MINUTES =
            Duration.between(FIRST, at("2027-01-15T00:00")).toMinutes();

    private static final Map<LocalDate, Boolean> DAYS = new HashMap<>();

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);

    @BeforeEach
    void say_the_seed() {
        System.out.println("BusinessCalendarPropertyTest seed " + seed);
    }

    @Test
    void working_time_is_what_counting_each_minute_comes_to() {
        for (var i = 0; i < 2_000; i++) {
            var from = someMinute();
            var to = from.plusSeconds(60L * random.nextInt(random.nextInt(1, 14) * 1440));

            assertThat(OFFICE.workingTimeBetween(from, to).toMinutes())
                    .as("seed %d: %s to %s", seed, from, to)
                    .isEqualTo(counted(from, to));
        }
    }

    @Test
    void a_due_time_is_the_first_minute_at_which_enough_has_been_counted() {
        for (var i = 0; i < 2_000; i++) {
            var from = someMinute();
            var minutes = random.nextInt(1, 450 * 6);

            assertThat(OFFICE.plus(from, Duration.ofMinutes(minutes)))
                    .as("seed %d: %s and %d minutes", seed, from, minutes)
                    .isEqualTo(reached(from, minutes));
        }
    }

    @Test
    void whoever_pauses_and_resumes_at_any_nanosecond_neither_wins_nor_loses_time() {
        for (var i = 0; i < 2_000; i++) {
            var calendar = random.nextBoolean() ? OFFICE : ALWAYS;
            var from = someMoment();
            var middle = from.plusNanos(random.nextLong(Duration.ofDays(40).toNanos()));
            var to = middle.plusNanos(random.nextLong(Duration.ofDays(40).toNanos()));
            var whole = calendar.workingTimeBetween(from, to);
            var first = calendar.workingTimeBetween(from, middle);

            assertThat(first.plus(calendar.workingTimeBetween(middle, to)))
                    .as("seed %d: %s, %s, %s", seed, from, middle, to)
                    .isEqualTo(whole);
            assertThat(calendar.plus(middle, whole.minus(first)))
                    .as("seed %d: %s, %s, %s", seed, from, middle, to)
                    .isEqualTo(first.equals(whole) ? middle : calendar.plus(from, whole));
        }
    }

    private Instant someMinute() {
        return FIRST.plusSeconds(60L * random.nextLong(MINUTES));
    }

    private Instant someMoment() {
        return someMinute().plusNanos(random.nextLong(60_000_000_000L));
    }

    private static long counted(Instant from, Instant to) {
        var minutes = 0L;
        for (var minute = from; minute.isBefore(to); minute = minute.plusSeconds(60)) {
            minutes += isWorked(minute) ? 1 : 0;
        }
        return minutes;
    }

    private static Instant reached(Instant from, int minutes) {
        var minute = from;
        for (var left = minutes; left > 0; minute = minute.plusSeconds(60)) {
            left -= isWorked(minute) ? 1 : 0;
        }
        return minute;
    }

    private static boolean isWorked(Instant minute) {
        var local = LocalDateTime.ofInstant(minute, BusinessCalendar.ZONE);
        return isWorked(local.toLocalTime())
                && DAYS.computeIfAbsent(local.toLocalDate(), BusinessCalendarPropertyTest::isWorked);
    }

    private static boolean isWorked(LocalTime time) {
        var minute = time.getHour() * 60 + time.getMinute();
        return (minute >= 510 && minute < 720) || (minute >= 810 && minute < 1050);
    }

    private static boolean isWorked(LocalDate day) {
        var plan = CalendarFixture.FILES.find("OFFICE").orElseThrow().plans().get(day.getYear());
        if (plan != null && plan.workdays().contains(day)) {
            return true;
        }
        var weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return !weekend
                && (plan == null
                        || plan.holidays().stream()
                                .noneMatch(holiday -> !day.isBefore(holiday.from()) && !day.isAfter(holiday.to())));
    }
}
