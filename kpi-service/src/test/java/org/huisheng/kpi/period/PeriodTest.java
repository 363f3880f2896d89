package org.huisheng.kpi.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.huisheng.kit.problem.DomainException.Malformed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {

    @ParameterizedTest
    @CsvSource({
        "2026,2026-01,2026-12",
        "2026-H1,2026-01,2026-06",
        "2026-H2,2026-07,2026-12",
        "2026-Q1,2026-01,2026-03",
        "2026-Q4,2026-10,2026-12",
        "2026-01,2026-01,2026-01",
        "2026-11,2026-11,2026-11"
    })
    void a_period_is_a_year_a_half_a_quarter_or_a_month(String text, YearMonth first, YearMonth last) {
        assertThat(Period.parse(text)).isEqualTo(new Period(text, first, last));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "26",
                "1999",
                "2026-Q0",
                "2026-Q5",
                "2026-00",
                "2026-13",
                "2026-1",
                "2026-Q4 ",
                "２０２６",
                "2026-q4",
                "2026-H0",
                "2026-H3",
                "2026-h1",
                "2026-ytd",
                "2026-YTD-Q1"
            })
    void anything_else_is_refused(String text) {
        assertThatThrownBy(() -> Period.parse(text)).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> Period.parse(text, at("2026-11-26T04:00:00Z"))).isInstanceOf(Malformed.class);
    }

    @Test
    void a_missing_period_is_refused() {
        assertThatThrownBy(() -> Period.parse(null)).isInstanceOf(Malformed.class);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-YTD,2026-11-26T04:00:00Z,2026-11",
        "2026-YTD,2026-10-31T15:59:59Z,2026-10",
        "2026-YTD,2026-10-31T16:00:00Z,2026-11",
        "2026-YTD,2025-12-31T16:00:00Z,2026-01",
        "2025-YTD,2026-11-26T04:00:00Z,2025-12"
    })
    void a_year_to_date_ends_with_the_last_month_begun_in_shanghai(String text, String now, YearMonth last) {
        var period = Period.parse(text, at(now));

        assertThat(period).isEqualTo(new Period(text, last.withMonth(1), last));
        assertThat(period.contractDay()).isEqualTo(last.withMonth(12).atEndOfMonth());
    }

    @Test
    void a_year_to_date_needs_a_clock_and_a_year_that_has_begun() {
        assertThatThrownBy(() -> Period.parse("2026-YTD")).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> Period.parse("2027-YTD", at("2026-12-31T15:59:59Z")))
                .isInstanceOf(Malformed.class);
    }

    @Test
    void a_period_is_scored_by_the_contract_of_its_last_day() {
        assertThat(Period.parse("2026-Q3").contractDay()).isEqualTo("2026-09-30");
        assertThat(Period.parse("2026-02").contractDay()).isEqualTo("2026-02-28");
        assertThat(Period.parse("2026-H1").contractDay()).isEqualTo("2026-06-30");
        assertThat(Period.parse("2026").contractDay()).isEqualTo("2026-12-31");
    }

    @Test
    void the_year_up_to_a_period_is_a_row_of_months_or_quarters() {
        assertThat(Period.parse("2026-Q1").monthsSoFar())
                .extracting(Period::text)
                .containsExactly("2026-01", "2026-02", "2026-03");
        assertThat(Period.parse("2026-Q3").quartersSoFar())
                .extracting(Period::text)
                .containsExactly("2026-Q1", "2026-Q2", "2026-Q3");
    }

    private static Clock at(String instant) {
        return Clock.fixed(Instant.parse(instant), ZoneOffset.UTC);
    }
}
