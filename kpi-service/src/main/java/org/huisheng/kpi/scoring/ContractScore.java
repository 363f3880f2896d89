package org.huisheng.kpi.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.huisheng.kpi.contract.Contract;
import org.huisheng.kpi.observation.CellSheet;
import org.huisheng.kpi.suppression.ShownFigures;
import org.jspecify.annotations.Nullable;

/**
 * A contract with what it came to; the points of its dimensions add up to its score.
 *
 * @param score rounded, null when no dimension has one
 */
public record ContractScore(
        Contract contract,
        @Nullable BigDecimal score,
        @Nullable Band band,
        List<DimensionScore> dimensions) {

    public ContractScore {
        dimensions = List.copyOf(dimensions);
    }

    public static ContractScore of(Contract contract, CellSheet cells, ShownFigures shown) {
        var singles = contract.dimensions().stream()
                .map(dimension -> DimensionScore.Single.of(dimension, cells, shown))
                .toList();
        var whole = WeightedScore.of(
                singles.stream().map(DimensionScore.Single::part).toList());
        var dimensions = new ArrayList<DimensionScore>(singles.size());
        for (var i = 0; i < singles.size(); i++) {
            dimensions.add(singles.get(i).with(whole.shares().get(i)));
        }
        var score = Rounding.score(whole.exact());
        return new ContractScore(contract, score, Band.of(score), dimensions);
    }

    public State state() {
        return score == null ? State.NO_DATA : State.SCORED;
    }
}
