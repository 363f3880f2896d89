package org.huisheng.kpi.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import org.huisheng.kpi.testing.Seed;
import org.junit.jupiter.api.Test;

class CellTest {

    @Test
    void merging_is_commutative_and_associative_to_the_last_digit() {
        var random = Seed.generator("CellTest");
        for (var round = 0; round < 5_000; round++) {
            var a = anyCell(random);
            var b = anyCell(random);
            var c = anyCell(random);

            assertThat(a.merge(b)).isEqualTo(b.merge(a));
            assertThat(a.merge(b).merge(c)).isEqualTo(a.merge(b.merge(c)));
            assertThat(a.merge(Cell.EMPTY)).isEqualTo(a);
        }
    }

    @Test
    void a_cell_knows_count_sum_squares_and_extremes() {
        var cell = Cell.of(new BigDecimal("2.5")).merge(Cell.of(new BigDecimal("-1")));

        assertThat(cell)
                .isEqualTo(new Cell(
                        2,
                        new BigDecimal("1.5"),
                        new BigDecimal("7.25"),
                        new BigDecimal("-1"),
                        new BigDecimal("2.5"),
                        2));
    }

    @Test
    void a_histogram_merges_in_any_order_and_its_quantiles_are_within_one_percent() {
        var random = Seed.generator("CellTest");
        for (var round = 0; round < 200; round++) {
            var values = new ArrayList<BigDecimal>();
            for (var i = random.nextInt(1, 200); i > 0; i--) {
                values.add(anyValue(random));
            }
            var share = random.nextDouble();

            var histogram = values.stream().map(Histogram::of).reduce(Histogram.EMPTY, Histogram::merge);

            assertThat(values.reversed().stream().map(Histogram::of).reduce(Histogram.EMPTY, Histogram::merge))
                    .isEqualTo(histogram);
            var exact = exactQuantile(values, share);
            assertThat(Math.abs(histogram.quantile(share) - exact)).isLessThanOrEqualTo(Math.abs(exact) * 0.01);
        }
    }

    @Test
    void the_smallest_and_the_largest_value_have_a_bucket() {
        assertThat(Histogram.bucket(new BigDecimal("0.000001"))).isEqualTo(1);
        assertThat(Histogram.bucket(new BigDecimal("-0.000001"))).isEqualTo(-1);
        assertThat(Histogram.bucket(new BigDecimal("999999999999"))).isBetween(1, (int) Short.MAX_VALUE);
        assertThat(Histogram.bucket(new BigDecimal("0.000000"))).isZero();
    }

    private static double exactQuantile(List<BigDecimal> values, double share) {
        var sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(Math.max(1, (int) Math.ceil(share * sorted.size())) - 1)
                .doubleValue();
    }

    private static Cell anyCell(RandomGenerator random) {
        var cell = Cell.EMPTY;
        for (var i = random.nextInt(5); i > 0; i--) {
            cell = cell.merge(Cell.of(anyValue(random)));
        }
        return cell;
    }

    private static BigDecimal anyValue(RandomGenerator random) {
        return random.nextInt(10) == 0
                ? BigDecimal.ZERO.setScale(6)
                : BigDecimal.valueOf(random.nextLong(-100_000_000, 100_000_000), 6);
    }
}
