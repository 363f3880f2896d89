package org.huisheng.kpi.score;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.huisheng.kpi.period.Period;
import org.huisheng.kpi.scoring.Band;
import org.huisheng.kpi.scoring.DimensionScore;
import org.huisheng.kpi.scoring.IndicatorScore;
import org.huisheng.kpi.scoring.State;
import org.huisheng.kpi.scoring.Step;
import org.jspecify.annotations.Nullable;

/**
 * One department's score with everything it was made from.
 *
 * @param signed whether both parties have signed the contract; until then the score is provisional
 * @param steps from the sum of the dimensions to the score: bonuses, their cap, vetoes; their points add up to the score
 */
record ScoreTree(
        Instant asOf,
        Period period,
        boolean sealed,
        String department,
        String departmentName,
        UUID contract,
        int contractYear,
        int contractVersion,
        LocalDate effectiveFrom,
        boolean signed,
        @Nullable BigDecimal score,
        @Nullable Band band,
        State state,
        @Nullable String arithmetic,
        List<Step> steps,
        List<DimensionNode> dimensions) {

    /**
     * @param effectiveWeight after the weights of dimensions without a score are shared out
     * @param points add up to the first of the contract's steps
     * @param arithmetic how the indicators became the score
     * @param weightArithmetic how the weight became the effective one
     * @param pointsArithmetic how weight and score became the points
     */
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
            @Nullable String weightArithmetic,
            @Nullable String pointsArithmetic,
            List<IndicatorNode> indicators) {

        static DimensionNode of(DimensionScore score, BigDecimal weighed) {
            var dimension = score.dimension();
            var scored = weighed(score);
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
                    Arithmetic.weight(dimension.weight(), score.effectiveWeight(), weighed, score.state()),
                    Arithmetic.points(dimension.weight(), score.score(), weighed, score.points()),
                    score.indicators().stream()
                            .map(indicator -> IndicatorNode.of(indicator, scored))
                            .toList());
        }

        /** What the weights of the indicators with a score come to. */
        private static BigDecimal weighed(DimensionScore score) {
            return score.indicators().stream()
                    .filter(indicator -> indicator.score() != null)
                    .map(indicator -> indicator.indicator().weight())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    static ScoreTree of(Period period, Scorecard card) {
        var score = card.score();
        var contract = score.contract();
        var weighed = weighed(score.dimensions());
        return new ScoreTree(
                card.asOf(),
                period,
                card.sealed(),
                card.department().code(),
                card.department().name(),
                contract.id(),
                contract.year(),
                contract.version(),
                contract.effectiveFrom(),
                contract.signed(),
                score.score(),
                score.band(),
                score.state(),
                Arithmetic.steps(score),
                score.steps(),
                score.dimensions().stream()
                        .map(dimension -> DimensionNode.of(dimension, weighed))
                        .toList());
    }

    /** What the weights of the dimensions with a score come to. */
    private static BigDecimal weighed(List<DimensionScore> dimensions) {
        return dimensions.stream()
                .filter(dimension -> dimension.score() != null)
                .map(dimension -> dimension.dimension().weight())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
