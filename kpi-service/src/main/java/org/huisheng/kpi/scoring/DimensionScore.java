package org.huisheng.kpi.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.huisheng.kpi.contract.Dimension;
import org.huisheng.kpi.contract.Lights;
import org.huisheng.kpi.observation.CellSheet;
import org.huisheng.kpi.scoring.WeightedScore.Part;
import org.huisheng.kpi.scoring.WeightedScore.Share;
import org.huisheng.kpi.suppression.ShownFigures;
import org.jspecify.annotations.Nullable;

/**
 * A dimension with what it came to; the points of its indicators add up to its score.
 *
 * @param score rounded, null when no indicator is scored
 * @param effectiveWeight percent of the contract after the weights of dimensions without a score are shared out
 * @param points what it adds to the contract's score, null when it has no score
 */
public record DimensionScore(
        Dimension dimension,
        @Nullable BigDecimal score,
        @Nullable Band band,
        BigDecimal effectiveWeight,
        @Nullable BigDecimal points,
        List<IndicatorScore> indicators) {

    public DimensionScore {
        indicators = List.copyOf(indicators);
    }

    /** Before it is known how the other dimensions fared. */
    record Single(Dimension dimension, @Nullable BigDecimal exact, List<IndicatorScore> indicators) {

        static Single of(Dimension dimension, CellSheet cells, ShownFigures shown) {
            var singles = dimension.indicators().stream()
                    .map(indicator -> IndicatorScore.Single.of(indicator, cells, shown))
                    .toList();
            var whole = WeightedScore.of(
                    singles.stream().map(IndicatorScore.Single::part).toList());
            var indicators = new ArrayList<IndicatorScore>(singles.size());
            for (var i = 0; i < singles.size(); i++) {
                indicators.add(singles.get(i).with(whole.shares().get(i)));
            }
            return new Single(dimension, whole.exact(), indicators);
        }

        Part part() {
            return new Part(dimension.weight(), exact);
        }

        DimensionScore with(Share share) {
            var score = Rounding.score(exact);
            return new DimensionScore(
                    dimension,
                    score,
                    Band.of(score, Lights.USUAL),
                    share.effectiveWeight(),
                    share.points(),
                    indicators);
        }
    }

    public State state() {
        return score == null ? State.NO_DATA : State.SCORED;
    }
}
