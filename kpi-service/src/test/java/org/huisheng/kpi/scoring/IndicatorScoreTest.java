package org.huisheng.kpi.scoring;

import static java.math.BigDecimal.ZERO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.huisheng.kpi.scoring.ScoringFixture.only;
import static org.huisheng.kpi.scoring.ScoringFixture.repeated;
import static org.huisheng.kpi.scoring.ScoringFixture.sheet;
import static org.huisheng.kpi.scoring.ScoringFixture.single;
import static org.huisheng.kpi.scoring.ScoringFixture.values;
import static org.huisheng.kpi.testing.ContractFixture.mean;
import static org.huisheng.kpi.testing.ContractFixture.rate;

import java.math.BigDecimal;
import java.util.Map;
import org.huisheng.events.Side;
import org.huisheng.kpi.contract.Indicator;
import org.huisheng.kpi.observation.CellSheet;
import org.huisheng.kpi.observation.CellSheet.Slot;
import org.huisheng.kpi.testing.Seed;
import org.huisheng.kpi.testing.Thresholds;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndicatorScoreTest {

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
        var cells = values("m", 4, 100);
        var score = ContractScore.of(
                        single(mean("i", "m", 60, 90, 100)),
                        cells,
                        Thresholds.usual().in(cells))
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

    @ParameterizedTest
    @CsvSource({"59.9999,RED", "60,YELLOW", "79.9999,YELLOW", "79.99996,GREEN", "80,GREEN"})
    void the_band_judges_the_score_as_it_is_shown(BigDecimal value, Band band) {
        var sheet = sheet(Map.of("m", repeated(10, value)));

        assertThat(only(mean("i", "m", 0, 100, 100), sheet).band()).isEqualTo(band);
    }

    @Test
    void a_better_value_never_scores_lower_and_no_score_leaves_its_bounds() {
        var random = Seed.generator("IndicatorScoreTest");
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

    private static State employeeState(int n) {
        var cells = new CellSheet(Map.of(new Slot("m", Side.EMPLOYEE), repeated(n, 80)), null);
        return ContractScore.of(
                        single(mean("i", "m", 60, 90, 100)),
                        cells,
                        Thresholds.usual().in(cells))
                .dimensions()
                .getFirst()
                .indicators()
                .getFirst()
                .state();
    }

    private static Indicator stretch(Indicator i, int stretch) {
        return with(i, BigDecimal.valueOf(stretch), i.minimumSample());
    }

    private static Indicator minimumSample(Indicator i, int sample) {
        return with(i, i.stretch(), sample);
    }

    private static Indicator with(Indicator i, @Nullable BigDecimal stretch, int minimumSample) {
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
                stretch,
                i.weight(),
                minimumSample);
    }
}
