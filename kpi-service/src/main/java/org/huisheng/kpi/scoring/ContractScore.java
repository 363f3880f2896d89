package org.huisheng.kpi.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.huisheng.kpi.contract.Contract;
import org.huisheng.kpi.contract.Lights;
import org.huisheng.kpi.contract.item.ItemRecord;
import org.huisheng.kpi.observation.CellSheet;
import org.huisheng.kpi.suppression.ShownFigures;
import org.jspecify.annotations.Nullable;

/**
 * A contract with what it came to. The points of its dimensions add up to the first of its steps, all its steps to its
 * score.
 *
 * @param score rounded, null when no dimension has one
 * @param steps from the dimensions to the score, over bonuses and vetoes; none when there is no score
 */
public record ContractScore(
        Contract contract,
        @Nullable BigDecimal score,
        @Nullable Band band,
        List<DimensionScore> dimensions,
        List<Step> steps) {

    public ContractScore {
        dimensions = List.copyOf(dimensions);
        steps = List.copyOf(steps);
    }

    /** Without any veto or bonus entered. */
    public static ContractScore of(Contract contract, CellSheet cells, ShownFigures shown) {
        return of(contract, cells, shown, List.of());
    }

    /** @param records those of the period */
    public static ContractScore of(Contract contract, CellSheet cells, ShownFigures shown, List<ItemRecord> records) {
        var singles = contract.dimensions().stream()
                .map(dimension -> DimensionScore.Single.of(dimension, cells, shown))
                .toList();
        var whole = WeightedScore.of(
                singles.stream().map(DimensionScore.Single::part).toList());
        var dimensions = new ArrayList<DimensionScore>(singles.size());
        for (var i = 0; i < singles.size(); i++) {
            dimensions.add(singles.get(i).with(whole.shares().get(i)));
        }
        var agreed = Rounding.score(whole.exact());
        if (agreed == null) {
            return new ContractScore(contract, null, null, dimensions, List.of());
        }
        var steps = new Steps(contract.terms(), records).from(agreed, dimensions);
        var score = Rounding.plain(Step.sum(steps));
        return new ContractScore(contract, score, Band.of(score, Lights.USUAL), dimensions, steps);
    }

    public State state() {
        return score == null ? State.NO_DATA : State.SCORED;
    }
}
