package org.huisheng.kpi.score;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.huisheng.events.Side;
import org.huisheng.kpi.contract.Direction;
import org.huisheng.kpi.contract.Statistic;
import org.huisheng.kpi.period.Period;
import org.huisheng.kpi.scoring.Band;
import org.huisheng.kpi.scoring.DimensionScore;
import org.huisheng.kpi.scoring.IndicatorScore;
import org.huisheng.kpi.scoring.State;
import org.jspecify.annotations.Nullable;

/** One department's score with everything it was made from. */
record ScoreTree(
        Instant asOf,
        Period period,
        boolean sealed,
        String department,
        String departmentName,
        int contractYear,
        int contractVersion,
        @Nullable BigDecimal score,
        @Nullable Band band,
        State state,
        @Nullable String arithmetic,
        List<DimensionNode> dimensions) {

    /** @param points add up to the contract's score */
    record DimensionNode(
            String code,
            String name,
            @Nullable String nameEn,
            BigDecimal weight,
            BigDecimal effectiveWeight,
            @Nullable BigDecimal score,
            @Nullable BigDecimal points,
            @Nullable Band band,
            State state,
            @Nullable String arithmetic,
            List<IndicatorNode> indicators) {

        static DimensionNode of(DimensionScore score) {
            var dimension = score.dimension();
            return new DimensionNode(
                    dimension.code(),
                    dimension.name(),
                    dimension.nameEn(),
                    dimension.weight(),
                    score.effectiveWeight(),
                    score.score(),
                    score.points(),
                    score.band(),
                    score.state(),
                    Arithmetic.sum(score.indicators(), IndicatorScore::points, score.score()),
                    score.indicators().stream().map(IndicatorNode::of).toList());
        }
    }

    /**
     * @param points add up to the dimension's score
     * @param arithmetic how the value came about
     * @param scoreArithmetic how the value became the score
     */
    record IndicatorNode(
            String code,
            String name,
            @Nullable String nameEn,
            String metric,
            @Nullable String denominatorMetric,
            List<Side> sides,
            Statistic statistic,
            Direction direction,
            BigDecimal base,
            BigDecimal target,
            @Nullable BigDecimal stretch,
            int minimumSample,
            BigDecimal weight,
            BigDecimal effectiveWeight,
            @Nullable BigDecimal value,
            @Nullable Long n,
            @Nullable BigDecimal score,
            @Nullable BigDecimal points,
            @Nullable Band band,
            State state,
            @Nullable String arithmetic,
            @Nullable String scoreArithmetic) {

        static IndicatorNode of(IndicatorScore score) {
            var indicator = score.indicator();
            return new IndicatorNode(
                    indicator.code(),
                    indicator.name(),
                    indicator.nameEn(),
                    indicator.metric(),
                    indicator.denominatorMetric(),
                    indicator.sides(),
                    indicator.statistic(),
                    indicator.direction(),
                    indicator.base(),
                    indicator.target(),
                    indicator.stretch(),
                    indicator.minimumSample(),
                    indicator.weight(),
                    score.effectiveWeight(),
                    score.value(),
                    score.measured().n(),
                    score.score(),
                    score.points(),
                    score.band(),
                    score.state(),
                    Arithmetic.value(score),
                    Arithmetic.score(score));
        }
    }

    static ScoreTree of(Period period, Scorecard card) {
        var score = card.score();
        return new ScoreTree(
                card.asOf(),
                period,
                card.sealed(),
                card.department().code(),
                card.department().name(),
                score.contract().year(),
                score.contract().version(),
                score.score(),
                score.band(),
                score.state(),
                Arithmetic.sum(score.dimensions(), DimensionScore::points, score.score()),
                score.dimensions().stream().map(DimensionNode::of).toList());
    }
}
