package org.huisheng.kpi.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import org.huisheng.kit.problem.DomainException.Malformed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {

    @ParameterizedTest
    @CsvSource({"2026,2026-01,2026-12", "2026-Q1,2026-01,2026-03", "2026-Q4,2026-10,2026-12", "2026-11,2026-11,2026-11"
    })
    void a_period_is_a_year_a_quarter_or_a_month(String text, YearMonth first, YearMonth last) {
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
                "2026-q4"
            })
    void anything_else_is_refused(String text) {
        assertThatThrownBy(() -> Period.parse(text)).isInstanceOf(Malformed.class);
    }

    @Test
    void a_missing_period_is_refused() {
        assertThatThrownBy(() -> Period.parse(null)).isInstanceOf(Malformed.class);
    }
}
