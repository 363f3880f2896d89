package org.huisheng.kpi.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huisheng.kpi.scoring.ScoringFixture.values;
import static org.huisheng.kpi.testing.ContractFixture.contract;
import static org.huisheng.kpi.testing.ContractFixture.mean;
import static org.huisheng.kpi.testing.ContractFixture.percent;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huisheng.kpi.contract.BonusItem;
import org.huisheng.kpi.contract.Dimension;
import org.huisheng.kpi.contract.ItemKind;
import org.huisheng.kpi.contract.Terms;
import org.huisheng.kpi.contract.VetoItem;
import org.huisheng.kpi.contract.VetoItem.Condition;
import org.huisheng.kpi.contract.item.ItemRecord;
import org.huisheng.kpi.contract.item.ItemRecord.Revocation;
import org.huisheng.kpi.observation.CellSheet;
import org.huisheng.kpi.testing.Thresholds;
import org.junit.jupiter.api.Test;

class StepsTest {

    private static final VetoItem BY_HAND = new VetoItem("accident", "安全事故", null, percent(59), null);
    private static final VetoItem BY_VALUE =
            new VetoItem("floor", "满意度底线", null, percent(40), new Condition("i", percent(50), null));
    private static final BonusItem AWARD = new BonusItem("award", "获奖", null, percent(3));

    @Test
    void bonuses_are_added_up_to_their_cap() {
        var score = score(70, List.of(), grant("3"), grant("2.5"));

        assertThat(points(score)).containsExactly("DIMENSIONS 70", "BONUS 3", "BONUS 2.5", "BONUS_CAP -0.5");
        assertThat(score.score()).isEqualByComparingTo("75");
    }

    @Test
    void a_veto_limits_the_score_after_all_bonuses() {
        var score = score(70, List.of(BY_HAND), grant("3"), strike(null));

        assertThat(points(score)).containsExactly("DIMENSIONS 70", "BONUS 3", "VETO -14");
        assertThat(score.score()).isEqualByComparingTo("59");
        assertThat(score.band()).isEqualTo(Band.RED);
    }

    @Test
    void a_veto_above_the_score_takes_nothing_and_is_shown_all_the_same() {
        var score = score(55, List.of(BY_HAND), strike(null));

        assertThat(points(score)).containsExactly("DIMENSIONS 55", "VETO 0");
    }

    @Test
    void a_condition_strikes_by_itself_and_of_two_vetoes_the_lower_ceiling_remains() {
        assertThat(score(49, List.of(BY_HAND, BY_VALUE), strike(null)).score()).isEqualByComparingTo("40");
        assertThat(score(50, List.of(BY_HAND, BY_VALUE)).score()).isEqualByComparingTo("50");
    }

    @Test
    void what_is_revoked_does_not_count() {
        var revocation = new Revocation("office", Instant.EPOCH, "wrong department");

        assertThat(points(score(70, List.of(BY_HAND), strike(revocation)))).containsExactly("DIMENSIONS 70");
    }

    @Test
    void a_grant_for_another_version_gives_no_more_than_this_one_allows() {
        assertThat(score(70, List.of(), grant("50")).score()).isEqualByComparingTo("73");
    }

    @Test
    void without_data_neither_bonus_nor_veto_makes_a_score() {
        var terms = terms(List.of(BY_HAND));

        var score = ContractScore.of(
                contract("D", 2026, terms),
                values("other", 10, 1),
                Thresholds.none().in(CellSheet.EMPTY),
                List.of(grant("3"), strike(null)));

        assertThat(score.score()).isNull();
        assertThat(score.steps()).isEmpty();
    }

    @Test
    void a_condition_on_too_few_answers_does_not_strike() {
        var demanding = new Dimension(
                "A", "A", null, percent(100), List.of(mean("i", "m", 0, 100, 50), mean("j", "k", 0, 100, 50)));
        var terms = new Terms(List.of(demanding), List.of(BY_VALUE), List.of(), null);
        var cells =
                ScoringFixture.sheet(Map.of("m", ScoringFixture.repeated(4, 10), "k", ScoringFixture.repeated(10, 90)));

        var score = ContractScore.of(
                contract("D", 2026, terms), cells, Thresholds.usual().in(cells), List.of());

        assertThat(score.score()).isEqualByComparingTo("90");
    }

    private static ContractScore score(int value, List<VetoItem> vetoes, ItemRecord... records) {
        return ContractScore.of(
                contract("D", 2026, terms(vetoes)),
                values("m", 10, value),
                Thresholds.none().in(CellSheet.EMPTY),
                List.of(records));
    }

    private static Terms terms(List<VetoItem> vetoes) {
        var dimension = new Dimension("A", "A", null, percent(100), List.of(mean("i", "m", 0, 100, 100)));
        return new Terms(List.of(dimension), vetoes, List.of(AWARD), percent(5));
    }

    private static List<String> points(ContractScore score) {
        return score.steps().stream()
                .map(step -> step.kind() + " " + step.points().toPlainString())
                .toList();
    }

    private static ItemRecord grant(String points) {
        return record(AWARD.code(), ItemKind.BONUS, new BigDecimal(points), null);
    }

    private static ItemRecord strike(Revocation revocation) {
        return record(BY_HAND.code(), ItemKind.VETO, null, revocation);
    }

    private static ItemRecord record(String item, ItemKind kind, BigDecimal points, Revocation revocation) {
        return new ItemRecord(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "D",
                YearMonth.of(2026, 11),
                item,
                kind,
                points,
                "evidence",
                null,
                "office",
                Instant.EPOCH,
                revocation);
    }
}
