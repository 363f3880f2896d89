package org.huisheng.kpi.score;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.util.List;
import org.huisheng.events.Side;
import org.huisheng.kpi.contract.Bounds;
import org.huisheng.kpi.contract.Direction;
import org.huisheng.kpi.contract.Lights;
import org.huisheng.kpi.contract.Statistic;
import org.huisheng.kpi.scoring.Band;
import org.huisheng.kpi.scoring.IndicatorScore;
import org.huisheng.kpi.scoring.State;
import org.jspecify.annotations.Nullable;

/**
 * An indicator in the tree.
 *
 * @param explanation what it is about, in a sentence, null where nobody has said
 * @param effectiveWeight after the weights of indicators without a score are shared out
 * @param linear points on the scale before floor and cap
 * @param points add up to the dimension's score
 * @param arithmetic how the value came about
 * @param scoreArithmetic how the value became the score
 * @param weightArithmetic how the weight became the effective one
 * @param pointsArithmetic how weight and score became the points
 */
record IndicatorNode(
        String code,
        String name,
        @Nullable String nameEn,
        @Nullable String explanation,
        @Nullable String explanationEn,
        String metric,
        @Nullable String denominatorMetric,
        List<Side> sides,
        List<String> tags,
        Statistic statistic,
        @Nullable Integer percentile,
        Direction direction,
        BigDecimal base,
        @Nullable BigDecimal target,
        @Nullable BigDecimal stretch,
        @JsonUnwrapped Bounds bounds,
        @JsonUnwrapped Lights lights,
        int minimumSample,
        BigDecimal weight,
        BigDecimal effectiveWeight,
        @Nullable BigDecimal value,
        @Nullable Long n,
        @Nullable BigDecimal linear,
        @Nullable BigDecimal score,
        @Nullable BigDecimal points,
        @Nullable Band band,
        State state,
        @Nullable String arithmetic,
        @Nullable String scoreArithmetic,
        @Nullable String weightArithmetic,
        @Nullable String pointsArithmetic) {

    /** @param weighed what the weights of the dimension's indicators with a score come to */
    static IndicatorNode of(IndicatorScore score, BigDecimal weighed) {
        var indicator = score.indicator();
        return new IndicatorNode(
                indicator.code(),
                indicator.name(),
                indicator.nameEn(),
                indicator.explanation(),
                indicator.explanationEn(),
                indicator.metric(),
                indicator.denominatorMetric(),
                indicator.sides(),
                indicator.tags(),
                indicator.statistic(),
                indicator.percentile(),
                indicator.direction(),
                indicator.base(),
                indicator.target(),
                indicator.stretch(),
                indicator.bounds(),
                indicator.lights(),
                indicator.minimumSample(),
                indicator.weight(),
                score.effectiveWeight(),
                score.value(),
                score.measured().n(),
                score.linear(),
                score.score(),
                score.points(),
                score.band(),
                score.state(),
                Arithmetic.value(score),
                Arithmetic.score(score),
                Arithmetic.weight(indicator.weight(), score.effectiveWeight(), weighed, score.state()),
                Arithmetic.points(indicator.weight(), score.score(), weighed, score.points()));
    }
}
