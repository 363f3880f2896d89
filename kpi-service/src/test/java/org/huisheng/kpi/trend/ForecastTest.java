package org.huisheng.kpi.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.huisheng.kpi.period.Period;
import org.huisheng.kpi.testing.Seed;
import org.huisheng.kpi.trend.Forecast.Limits;
import org.huisheng.kpi.trend.Forecast.Point;
import org.junit.jupiter.api.Test;

class ForecastTest {

    private static final Period DECEMBER = Period.parse("2026-12");
    private static final Limits NONE = new Limits(null, null);

    @Test
    void a_straight_line_goes_on_and_leaves_no_doubt() {
        var forecast = Forecast.of(DECEMBER, points("60", "62", "64", "66", "68"), NONE);

        assertThat(forecast.value()).isEqualByComparingTo("82");
        assertThat(forecast.low()).isEqualByComparingTo("82");
        assertThat(forecast.high()).isEqualByComparingTo("82");
        assertThat(forecast.months()).isEqualTo(5);
    }

    /** Worked by hand: slope 0.6, mean 71.5, s² = 8.2 ÷ 2, t = 1.8856. */
    @Test
    void the_band_is_students_prediction_interval() {
        var forecast = Forecast.of(DECEMBER, points("71", "70", "73", "72"), NONE);

        assertThat(forecast.value()).isEqualByComparingTo("77.2");
        assertThat(forecast.high().subtract(forecast.value()).doubleValue())
                .isCloseTo(1.8856 * Math.sqrt(3.2 / 2 * (1 + 0.25 + 9.5 * 9.5 / 5)), within(0.0001));
        assertThat(forecast.value().subtract(forecast.low()))
                .isEqualByComparingTo(forecast.high().subtract(forecast.value()));
    }

    @Test
    void fewer_than_four_months_say_nothing() {
        assertThat(Forecast.of(DECEMBER, points("60", "70", "80"), NONE)).isNull();
    }

    @Test
    void nothing_is_expected_beyond_what_is_possible() {
        var limits = new Limits(BigDecimal.ZERO, BigDecimal.valueOf(100));

        var forecast = Forecast.of(DECEMBER, points("50", "70", "80", "99"), limits);

        assertThat(forecast.value()).isEqualByComparingTo("100");
        assertThat(forecast.high()).isEqualByComparingTo("100");
        assertThat(forecast.low()).isBetween(BigDecimal.ZERO, BigDecimal.valueOf(100));
    }

    @Test
    void four_of_five_decembers_lie_in_the_band() {
        var random = Seed.generator("ForecastTest");
        for (var months : List.of(4, 7, 11)) {
            var rounds = 4_000;
            var inside = 0;
            for (var round = 0; round < rounds; round++) {
                var points = IntStream.rangeClosed(1, months)
                        .mapToObj(month -> new Point(month, BigDecimal.valueOf(50 + month + random.nextGaussian() * 5)))
                        .toList();
                var december = BigDecimal.valueOf(50 + 12 + random.nextGaussian() * 5);
                var forecast = Forecast.of(DECEMBER, points, NONE);
                inside += december.compareTo(forecast.low()) >= 0 && december.compareTo(forecast.high()) <= 0 ? 1 : 0;
            }

            assertThat(100.0 * inside / rounds).as("%d months", months).isBetween(76.0, 84.0);
        }
    }

    private static List<Point> points(String... values) {
        return IntStream.range(0, values.length)
                .mapToObj(i -> new Point(i + 1, new BigDecimal(values[i])))
                .toList();
    }
}
