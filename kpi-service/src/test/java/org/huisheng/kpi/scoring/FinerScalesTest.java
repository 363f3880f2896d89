package org.huisheng.kpi.scoring;

import static java.math.BigDecimal.ZERO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.huisheng.kpi.scoring.ScoringFixture.only;
import static org.huisheng.kpi.scoring.ScoringFixture.sheet;
import static org.huisheng.kpi.scoring.ScoringFixture.values;
import static org.huisheng.kpi.testing.ContractFixture.mean;
import static org.huisheng.kpi.testing.ContractFixture.percent;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.huisheng.events.Side;
import org.huisheng.kpi.contract.Bounds;
import org.huisheng.kpi.contract.Direction;
import org.huisheng.kpi.contract.Indicator;
import org.huisheng.kpi.contract.Lights;
import org.huisheng.kpi.contract.Statistic;
import org.huisheng.kpi.observation.Cell;
import org.huisheng.kpi.observation.CellSheet;
import org.huisheng.kpi.observation.CellSheet.Slot;
import org.huisheng.kpi.observation.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bands, bounds, lights of one's own, and statistics beyond sums. */
class FinerScalesTest {

    @ParameterizedTest
    @CsvSource({"40,100", "50,100", "60,100", "35,75", "80,0", "85,0", "70,50", "20,0", "0,0"})
    void within_a_band_points_fall_to_both_sides(int value, BigDecimal score) {
        var within = within(40, 60, 20, Bounds.USUAL.floor(), null);

        assertThat(only(within, values("m", 10, value)).score()).isEqualByComparingTo(score);
    }

    @Test
    void floor_and_cap_bound_the_points_and_the_line_is_shown_beside_them() {
        var within = within(50, 50, 10, percent(20), percent(90));

        assertThat(only(within, values("m", 10, 0)).score()).isEqualByComparingTo("20");
        assertThat(only(within, values("m", 10, 0)).linear()).isEqualByComparingTo("-400");
        assertThat(only(within, values("m", 10, 50)).score()).isEqualByComparingTo("90");
        assertThat(only(within, values("m", 10, 50)).linear()).isEqualByComparingTo("100");
    }

    @Test
    void a_cap_above_100_lets_the_line_go_on() {
        var capped = bounded(mean("i", "m", 0, 50, 100), new Bounds(null, null, ZERO, percent(150)));

        assertThat(only(capped, values("m", 10, 70)).score()).isEqualByComparingTo("140");
        assertThat(only(capped, values("m", 10, 90)).score()).isEqualByComparingTo("150");
    }

    @ParameterizedTest
    @CsvSource({"89,RED", "90,YELLOW", "94,YELLOW", "95,GREEN"})
    void an_indicator_may_have_lights_of_its_own(int value, Band band) {
        var i = mean("i", "m", 0, 100, 100);
        var strict =
                withFiner(i, i.direction(), i.base(), i.target(), Bounds.USUAL, new Lights(percent(90), percent(95)));

        assertThat(only(strict, values("m", 10, value)).band()).isEqualTo(band);
    }

    @Test
    void a_percentile_comes_from_the_histogram_and_stays_among_what_was_observed() {
        var sheet = distributed(
                IntStream.rangeClosed(1, 100).mapToObj(BigDecimal::valueOf).toList());
        for (var percent : List.of(1, 10, 50, 90, 99)) {
            var value = only(percentile(percent), sheet).value();

            assertThat(value.doubleValue()).isCloseTo(percent, withinPercentage(1));
            assertThat(value).isBetween(percent(1), percent(100));
        }
        assertThat(only(percentile(50), distributed(Collections.nCopies(9, percent(75))))
                        .value())
                .isEqualByComparingTo("75");
    }

    @Test
    void distinct_counts_the_people_and_not_what_they_said() {
        var cell = Cell.EMPTY;
        for (var i = 0; i < 10; i++) {
            cell = cell.merge(Cell.of(percent(80), i % 2));
        }
        var i = mean("i", "m", 0, 10, 100);
        var distinct = new Indicator(
                i.code(),
                i.name(),
                null,
                i.metric(),
                null,
                i.sides(),
                Statistic.DISTINCT,
                i.direction(),
                i.base(),
                i.target(),
                null,
                i.weight(),
                1);

        var score = only(distinct, sheet(Map.of("m", cell)));

        assertThat(score.value()).isEqualByComparingTo("5");
        assertThat(score.measured().n()).isEqualTo(10);
        assertThat(score.score()).isEqualByComparingTo("50");
    }

    private static CellSheet distributed(List<BigDecimal> values) {
        var cell = Cell.EMPTY;
        var histogram = Histogram.EMPTY;
        for (var value : values) {
            cell = cell.merge(Cell.of(value));
            histogram = histogram.merge(Histogram.of(value));
        }
        var slot = new Slot("m", Side.CUSTOMER);
        return new CellSheet(Map.of(slot, cell), null).withHistograms(Map.of(slot, histogram));
    }

    private static Indicator percentile(int percent) {
        var i = mean("i", "m", 0, 100, 100);
        return new Indicator(
                i.code(),
                i.name(),
                null,
                null,
                null,
                i.metric(),
                null,
                i.sides(),
                List.of(),
                Statistic.PERCENTILE,
                i.direction(),
                i.base(),
                i.target(),
                null,
                i.weight(),
                1,
                percent,
                i.bounds(),
                i.lights());
    }

    private static Indicator within(int low, int high, int base, BigDecimal floor, BigDecimal cap) {
        return withFiner(
                mean("i", "m", 0, 100, 100),
                Direction.WITHIN,
                percent(base),
                null,
                new Bounds(percent(low), percent(high), floor, cap),
                Lights.USUAL);
    }

    private static Indicator bounded(Indicator i, Bounds bounds) {
        return withFiner(i, i.direction(), i.base(), i.target(), bounds, i.lights());
    }

    private static Indicator withFiner(
            Indicator i, Direction direction, BigDecimal base, BigDecimal target, Bounds bounds, Lights lights) {
        return new Indicator(
                i.code(),
                i.name(),
                null,
                null,
                null,
                i.metric(),
                i.denominatorMetric(),
                i.sides(),
                List.of(),
                i.statistic(),
                direction,
                base,
                target,
                null,
                i.weight(),
                i.minimumSample(),
                null,
                bounds,
                lights);
    }
}
