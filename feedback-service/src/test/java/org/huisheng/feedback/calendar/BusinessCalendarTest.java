package org.huisheng.feedback.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huisheng.feedback.calendar.CalendarFixture.ALWAYS;
import static org.huisheng.feedback.calendar.CalendarFixture.OFFICE;
import static org.huisheng.feedback.calendar.CalendarFixture.at;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusinessCalendarTest {

    @ParameterizedTest(name = "{0} + {1} min = {2}")
    @CsvSource({
        // Within a day, over lunch, over night, over a weekend
        "2026-04-20T09:00, 60, 2026-04-20T10:00",
        "2026-04-20T11:30, 60, 2026-04-20T14:00",
        "2026-04-20T17:00, 60, 2026-04-21T09:00",
        "2026-04-17T17:00, 60, 2026-04-20T09:00",
        // Full to the minute is the end of the day, not the next morning
        "2026-04-20T08:30, 450, 2026-04-20T17:30",
        "2026-04-20T08:30, 451, 2026-04-21T08:31",
        "2026-04-20T08:30, 210, 2026-04-20T12:00",
        // Begun while nobody works
        "2026-04-18T23:59, 1, 2026-04-20T08:31",
        "2026-04-20T12:30, 1, 2026-04-20T13:31",
        // Spring Festival 2026: 15 to 23 February off, 14 and 28 February worked
        "2026-02-13T17:00, 60, 2026-02-14T09:00",
        "2026-02-14T17:00, 60, 2026-02-24T09:00",
        "2026-02-27T17:30, 60, 2026-02-28T09:30",
        // The year's end: 1 to 3 January off, Sunday the 4th worked
        "2025-12-31T17:00, 60, 2026-01-04T09:00",
        // 29 February 2024 is a Thursday, in 2020 a Saturday
        "2024-02-28T17:00, 60, 2024-02-29T09:00",
        "2020-02-28T17:00, 60, 2020-03-02T09:00",
        // The holidays of 2020 were prolonged to 2 February
        "2020-01-23T17:00, 60, 2020-02-03T09:00",
        // New Year's Eve 2018 belonged to the notice of 2019
        "2018-12-29T17:00, 60, 2019-01-02T09:00",
        // Nothing known of 2031: plain weekends, even on 1 May
        "2031-04-30T17:00, 60, 2031-05-01T09:00",
    })
    void office_hours_run_on_working_days_only(String from, int minutes, String due) {
        assertThat(OFFICE.plus(at(from), Duration.ofMinutes(minutes))).isEqualTo(at(due));
        assertThat(OFFICE.workingTimeBetween(at(from), at(due))).isEqualTo(Duration.ofMinutes(minutes));
    }

    @Test
    void an_outage_is_counted_day_and_night() {
        var from = at("2026-02-16T23:30");

        assertThat(ALWAYS.plus(from, Duration.ofHours(48))).isEqualTo(at("2026-02-18T23:30"));
        assertThat(ALWAYS.workingTimeBetween(from, from.plusSeconds(86_401))).isEqualTo(Duration.ofSeconds(86_401));
    }

    @Test
    void nothing_added_is_the_moment_itself_even_at_night() {
        var night = at("2026-04-18T03:00");

        assertThat(OFFICE.plus(night, Duration.ZERO)).isEqualTo(night);
        assertThat(OFFICE.workingTimeBetween(night, night)).isEqualTo(Duration.ZERO);
    }

    @Test
    void working_time_does_not_run_backwards() {
        var now = Instant.parse("2026-04-20T04:00:00Z");

        assertThatThrownBy(() -> OFFICE.workingTimeBetween(now, now.minusNanos(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> OFFICE.plus(now, Duration.ofNanos(-1))).isInstanceOf(IllegalArgumentException.class);
    }
}
