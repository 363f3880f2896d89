package org.huisheng.kpi.scoring;

import static java.math.BigDecimal.ZERO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.huisheng.kpi.testing.ContractFixture.contract;
import static org.huisheng.kpi.testing.ContractFixture.indicator;
import static org.huisheng.kpi.testing.ContractFixture.mean;
import static org.huisheng.kpi.testing.ContractFixture.percent;
import static org.huisheng.kpi.testing.ContractFixture.rate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.huisheng.events.Side;
import org.huisheng.kpi.contract.Contract;
import org.huisheng.kpi.contract.Dimension;
import org.huisheng.kpi.contract.Indicator;
import org.huisheng.kpi.contract.Statistic;
import org.huisheng.kpi.observation.Cell;
import org.huisheng.kpi.observation.CellSheet;
import org.huisheng.kpi.observation.CellSheet.Slot;
import org.huisheng.kpi.testing.Seed;
import org.huisheng.kpi.testing.Thresholds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractScoreTest {

    @ParameterizedTest
    @CsvSource({"60,0", "75,50", "90,100", "10,0", "95,100"})
    void a_mean_scores_on_a_line_from_base_to_target_and_no_further(int value, BigDecimal score) {
        assertThat(only(mean("i", "m", 60, 90, 100), values("m", 10, value)).score())
                .isEqualByComparingTo(score);
    }

    @ParameterizedTest
    @CsvSource({"40,0", "25,50", "10,100", "50,0", "5,100"})
    void lower_is_better_where_the_target_lies_below_the_base(int value, BigDecimal score) {
        assertThat(only(mean("i", "m", 40, 10, 100), values("m", 10, value)).score())
                .isEqualByComparingTo(score);
    }

    @Test
    void a_stretch_adds_points_beyond_the_target_up_to_itself() {
        var stretching = stretch(mean("i", "m", 60, 90, 100), 96);

        assertThat(only(stretching, values("m", 10, 93)).score()).isEqualByComparingTo("110");
        assertThat(only(stretching, values("m", 10, 100)).score()).isEqualByComparingTo("120");
    }

    @Test
    void a_rate_divides_sums_and_its_sample_is_the_denominator() {
        var sheet = sheet(Map.of("resolved", repeated(45, 1), "received", repeated(60, 1)));

        var score = only(rate("i", "resolved", "received", 50, 100, 100), sheet);

        assertThat(score.value()).isEqualByComparingTo("75");
        assertThat(score.measured().n()).isEqualTo(60);
        assertThat(score.score()).isEqualByComparingTo("50");
    }

    @Test
    void a_month_with_many_answers_weighs_more_than_one_with_few() {
        var merged = repeated(90, 100).merge(repeated(10, 0));

        assertThat(only(mean("i", "m", 0, 100, 100), sheet(Map.of("m", merged))).value())
                .isEqualByComparingTo("90");
    }

    @Test
    void without_data_there_is_no_score_and_not_zero() {
        var score = only(mean("i", "m", 60, 90, 100), CellSheet.EMPTY);

        assertThat(score.state()).isEqualTo(State.NO_DATA);
        assertThat(score.score()).isNull();
        assertThat(score.value()).isNull();
    }

    @Test
    void a_handful_of_answers_shows_neither_value_nor_count() {
        var score = ContractScore.of(single(mean("i", "m", 60, 90, 100)), values("m", 4, 100), Thresholds.usual())
                .dimensions()
                .getFirst()
                .indicators()
                .getFirst();

        assertThat(score.state()).isEqualTo(State.SUPPRESSED);
        assertThat(score.value()).isNull();
        assertThat(score.measured()).isEqualTo(new Measurement(State.SUPPRESSED, null, null, null, null));
    }

    @Test
    void employees_are_protected_by_a_higher_threshold() {
        assertThat(employeeState(6)).isEqualTo(State.SUPPRESSED);
        assertThat(employeeState(7)).isEqualTo(State.SCORED);
    }

    @Test
    void a_sample_below_the_contracts_minimum_is_shown_but_not_scored() {
        var demanding = minimumSample(mean("i", "m", 60, 90, 100), 30);

        var score = only(demanding, values("m", 29, 100));

        assertThat(score.state()).isEqualTo(State.TOO_FEW);
        assertThat(score.value()).isEqualByComparingTo("100");
        assertThat(score.score()).isNull();
        assertThat(only(demanding, values("m", 30, 100)).state()).isEqualTo(State.SCORED);
    }

    @Test
    void the_weight_of_what_has_no_score_is_shared_out_and_shown() {
        var dimension = new Dimension(
                "A",
                "A",
                null,
                percent(100),
                List.of(mean("one", "a", 0, 100, 50), mean("two", "b", 0, 100, 30), mean("three", "c", 0, 100, 20)));
        var sheet = sheet(Map.of("a", repeated(10, 80), "b", repeated(10, 40)));

        var scored = ContractScore.of(contract("D", 2026, List.of(dimension)), sheet, Thresholds.usual());

        assertThat(scored.score()).isEqualByComparingTo("65");
        assertThat(scored.dimensions().getFirst().indicators())
                .extracting(IndicatorScore::effectiveWeight)
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(new BigDecimal("62.5"), new BigDecimal("37.5"), ZERO);
    }

    @Test
    void a_dimension_without_any_score_gives_its_weight_to_the_others() {
        var scored = ContractScore.of(
                contract(
                        "D",
                        2026,
                        List.of(
                                new Dimension("A", "A", null, percent(25), List.of(mean("one", "a", 0, 100, 100))),
                                new Dimension("B", "B", null, percent(75), List.of(mean("two", "b", 0, 100, 100))))),
                values("a", 10, 40),
                Thresholds.usual());

        assertThat(scored.score()).isEqualByComparingTo("40");
        assertThat(scored.dimensions().getLast().state()).isEqualTo(State.NO_DATA);
        assertThat(scored.dimensions().getFirst().effectiveWeight()).isEqualByComparingTo("100");
    }

    @ParameterizedTest
    @CsvSource({"59.9999,RED", "60,YELLOW", "79.9999,YELLOW", "79.99996,GREEN", "80,GREEN"})
    void the_band_judges_the_score_as_it_is_shown(BigDecimal value, Band band) {
        var sheet = sheet(Map.of("m", repeated(10, value)));

        assertThat(only(mean("i", "m", 0, 100, 100), sheet).band()).isEqualTo(band);
    }

    @Test
    void a_better_value_never_scores_lower_and_no_score_leaves_its_bounds() {
        var random = Seed.generator("ContractScoreTest");
        for (var round = 0; round < 3_000; round++) {
            var base = random.nextInt(-100, 100);
            var target = base + (random.nextBoolean() ? 1 : -1) * random.nextInt(1, 100);
            var measured = mean("i", "m", base, target, 100);
            var lesser = BigDecimal.valueOf(random.nextInt(-200_000_000, 200_000_000), 6);
            var greater = lesser.add(BigDecimal.valueOf(random.nextInt(0, 1_000_000), 6));

            var low = only(measured, sheet(Map.of("m", repeated(10, lesser)))).score();
            var high = only(measured, sheet(Map.of("m", repeated(10, greater)))).score();

            assertThat(low).isBetween(ZERO, BigDecimal.valueOf(100));
            assertThat(high).isBetween(ZERO, BigDecimal.valueOf(100));
            assertThat(high.compareTo(low)).isIn(0, base < target ? 1 : -1);
        }
    }

    @Test
    void shown_parts_add_up_to_the_shown_whole_to_the_last_digit() {
        var random = Seed.generator("ContractScoreTest");
        for (var round = 0; round < 1_000; round++) {
            var scored = ContractScore.of(anyContract(random), anySheet(random), Thresholds.usual());

            if (scored.score() != null) {
                assertThat(total(scored.dimensions().stream()
                                .map(DimensionScore::points)
                                .toList()))
                        .isEqualByComparingTo(scored.score());
                assertThat(total(scored.dimensions().stream()
                                .map(DimensionScore::effectiveWeight)
                                .toList()))
                        .isEqualByComparingTo("100");
            }
            for (var dimension : scored.dimensions()) {
                if (dimension.score() != null) {
                    assertThat(total(dimension.indicators().stream()
                                    .map(IndicatorScore::points)
                                    .toList()))
                            .isEqualByComparingTo(dimension.score());
                    assertThat(total(dimension.indicators().stream()
                                    .map(IndicatorScore::effectiveWeight)
                                    .toList()))
                            .isEqualByComparingTo("100");
                }
            }
        }
    }

    private static Contract anyContract(RandomGenerator random) {
        var dimensions = new ArrayList<Dimension>();
        var weights = anyWeights(random, 1 + random.nextInt(5));
        for (var d = 0; d < weights.size(); d++) {
            var indicators = new ArrayList<Indicator>();
            for (var weight : anyWeights(random, 1 + random.nextInt(6))) {
                indicators.add(indicator(
                        "i" + indicators.size(),
                        "m" + random.nextInt(12),
                        null,
                        random.nextBoolean() ? Statistic.MEAN : Statistic.SUM,
                        random.nextInt(50),
                        51 + random.nextInt(50),
                        weight));
            }
            dimensions.add(new Dimension("D" + d, "D" + d, null, percent(weights.get(d)), indicators));
        }
        return contract("D", 2026, dimensions);
    }

    private static List<Integer> anyWeights(RandomGenerator random, int count) {
        var weights = new ArrayList<Integer>();
        var left = 100;
        for (var i = 1; i < count; i++) {
            var weight = 1 + random.nextInt(left - (count - i));
            weights.add(weight);
            left -= weight;
        }
        weights.add(left);
        return weights;
    }

    private static CellSheet anySheet(RandomGenerator random) {
        var cells = new HashMap<String, Cell>();
        for (var m = 0; m < 8; m++) {
            cells.put("m" + m, repeated(random.nextInt(12), BigDecimal.valueOf(random.nextInt(100_000_000), 6)));
        }
        return sheet(cells);
    }

    private static BigDecimal total(List<BigDecimal> parts) {
        return parts.stream().filter(Objects::nonNull).reduce(ZERO, BigDecimal::add);
    }

    private static State employeeState(int n) {
        var cells = new CellSheet(Map.of(new Slot("m", Side.EMPLOYEE), repeated(n, 80)), null);
        return ContractScore.of(single(mean("i", "m", 60, 90, 100)), cells, Thresholds.usual())
                .dimensions()
                .getFirst()
                .indicators()
                .getFirst()
                .state();
    }

    private static IndicatorScore only(Indicator indicator, CellSheet cells) {
        return ContractScore.of(single(indicator), cells, Thresholds.none())
                .dimensions()
                .getFirst()
                .indicators()
                .getFirst();
    }

    private static Contract single(Indicator indicator) {
        return contract("D", 2026, List.of(new Dimension("A", "A", null, percent(100), List.of(indicator))));
    }

    private static CellSheet values(String metric, int n, int value) {
        return sheet(Map.of(metric, repeated(n, value)));
    }

    private static CellSheet sheet(Map<String, Cell> cells) {
        var slots = new HashMap<Slot, Cell>();
        cells.forEach((metric, cell) -> slots.put(new Slot(metric, Side.CUSTOMER), cell));
        return new CellSheet(slots, null);
    }

    private static Cell repeated(int n, int value) {
        return repeated(n, BigDecimal.valueOf(value));
    }

    private static Cell repeated(int n, BigDecimal value) {
        var cell = Cell.EMPTY;
        for (var i = 0; i < n; i++) {
            cell = cell.merge(Cell.of(value));
        }
        return cell;
    }

    private static Indicator stretch(Indicator i, int stretch) {
        return new Indicator(
                i.code(),
                i.name(),
                null,
                i.metric(),
                i.denominatorMetric(),
                i.sides(),
                i.statistic(),
                i.direction(),
                i.base(),
                i.target(),
                BigDecimal.valueOf(stretch),
                i.weight(),
                i.minimumSample());
    }

    private static Indicator minimumSample(Indicator i, int sample) {
        return new Indicator(
                i.code(),
                i.name(),
                null,
                i.metric(),
                i.denominatorMetric(),
                i.sides(),
                i.statistic(),
                i.direction(),
                i.base(),
                i.target(),
                i.stretch(),
                i.weight(),
                sample);
    }
}
