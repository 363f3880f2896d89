package org.huisheng.kpi.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.huisheng.kpi.contract.BonusItem;
import org.huisheng.kpi.contract.ItemKind;
import org.huisheng.kpi.contract.Terms;
import org.huisheng.kpi.contract.VetoItem;
import org.huisheng.kpi.contract.item.ItemRecord;
import org.huisheng.kpi.scoring.Step.Kind;

/**
 * What happens to the sum of the dimensions: bonuses are added, up to their cap; then each veto that struck limits the
 * score to its ceiling. All of it is done with the shown figures, which have no more decimals than there are.
 */
final class Steps {

    private final Terms terms;
    private final List<ItemRecord> records;

    Steps(Terms terms, List<ItemRecord> records) {
        this.terms = terms;
        this.records =
                records.stream().filter(record -> record.revocation() == null).toList();
    }

    List<Step> from(BigDecimal agreed, List<DimensionScore> dimensions) {
        var steps = new ArrayList<Step>();
        steps.add(Step.of(Kind.DIMENSIONS, null, agreed));
        addBonuses(steps);
        for (var veto : terms.vetoItems()) {
            addVeto(steps, veto, dimensions);
        }
        return steps;
    }

    private void addBonuses(List<Step> steps) {
        var granted = BigDecimal.ZERO;
        for (var record : records) {
            for (var item : terms.bonusItems()) {
                if (record.kind() == ItemKind.BONUS && item.code().equals(record.item())) {
                    var step = bonus(item, record);
                    steps.add(step);
                    granted = granted.add(step.points());
                }
            }
        }
        var cap = terms.bonusCap();
        if (cap != null && granted.compareTo(cap) > 0) {
            steps.add(Step.of(Kind.BONUS_CAP, cap, cap.subtract(granted)));
        }
    }

    /** A grant for another version of the contract gives no more than this one allows. */
    private static Step bonus(BonusItem item, ItemRecord record) {
        var points = record.points() == null ? item.points() : record.points().min(item.points());
        return new Step(
                Kind.BONUS,
                item.code(),
                item.name(),
                item.nameEn(),
                record.month(),
                List.of(record.id()),
                item.points(),
                Rounding.plain(points));
    }

    private void addVeto(List<Step> steps, VetoItem item, List<DimensionScore> dimensions) {
        var entered = records.stream()
                .filter(record ->
                        record.kind() == ItemKind.VETO && record.item().equals(item.code()))
                .map(ItemRecord::id)
                .toList();
        if (entered.isEmpty() && !strikes(item, dimensions)) {
            return;
        }
        var excess = Step.sum(steps).subtract(item.ceiling()).max(BigDecimal.ZERO);
        steps.add(new Step(
                Kind.VETO,
                item.code(),
                item.name(),
                item.nameEn(),
                null,
                entered,
                item.ceiling(),
                Rounding.plain(excess.negate())));
    }

    /** Only a value that has a score may strike: less would be less than enough data. */
    private static boolean strikes(VetoItem item, List<DimensionScore> dimensions) {
        var condition = item.condition();
        return condition != null
                && dimensions.stream()
                        .flatMap(dimension -> dimension.indicators().stream())
                        .filter(score -> score.indicator().code().equals(condition.indicator()))
                        .filter(score -> score.state() == State.SCORED)
                        .map(IndicatorScore::value)
                        .anyMatch(value -> value != null && condition.strikes(value));
    }
}
