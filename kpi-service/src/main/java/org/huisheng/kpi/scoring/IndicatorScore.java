package org.huisheng.kpi.scoring;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.huisheng.kpi.contract.Direction;
import org.huisheng.kpi.contract.Indicator;
import org.huisheng.kpi.observation.CellSheet;
import org.huisheng.kpi.scoring.WeightedScore.Part;
import org.huisheng.kpi.scoring.WeightedScore.Share;
import org.huisheng.kpi.suppression.ShownFigures;
import org.jspecify.annotations.Nullable;

/**
 * An indicator with what it came to.
 *
 * @param score rounded, null unless scored
 * @param effectiveWeight percent of the dimension after the weights of parts without a score are shared out
 * @param points what it adds to the dimension's score, null unless scored
 */
public record IndicatorScore(
        Indicator indicator,
        Measurement measured,
        @Nullable BigDecimal score,
        @Nullable Band band,
        BigDecimal effectiveWeight,
        @Nullable BigDecimal points) {

    /** Before it is known how the others of its dimension fared. */
    record Single(
            Indicator indicator,
            Measurement measured,
            @Nullable BigDecimal exact) {

        static Single of(Indicator indicator, CellSheet cells, ShownFigures shown) {
            var measured = Measurement.of(indicator, cells, shown);
            var value = measured.value();
            return new Single(
                    indicator,
                    measured,
                    measured.state() == State.SCORED && value != null ? Scale.points(indicator, value) : null);
        }

        Part part() {
            return new Part(indicator.weight(), exact);
        }

        IndicatorScore with(Share share) {
            var score = Rounding.score(exact);
            return new IndicatorScore(
                    indicator,
                    measured,
                    score,
                    Band.of(score, indicator.lights()),
                    share.effectiveWeight(),
                    share.points());
        }
    }

    public @Nullable BigDecimal value() {
        return Rounding.value(measured.value());
    }

    /** Points before the bounds, null unless scored. */
    public @Nullable BigDecimal linear() {
        var value = measured.value();
        return score == null || value == null ? null : Rounding.score(Scale.linear(indicator, value));
    }

    /** How far the value lies outside of the band it should be in. */
    public @Nullable BigDecimal distance() {
        var value = measured.value();
        return score == null || value == null || indicator.direction() != Direction.WITHIN
                ? null
                : Rounding.value(Scale.distance(indicator, value));
    }

    /** The most points it could have come to. */
    public BigDecimal most() {
        return Rounding.plain(Scale.most(indicator).setScale(Rounding.SCORE_DECIMALS, RoundingMode.HALF_EVEN));
    }

    public State state() {
        return measured.state();
    }
}
