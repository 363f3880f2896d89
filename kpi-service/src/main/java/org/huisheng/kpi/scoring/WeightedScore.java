package org.huisheng.kpi.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Scores of weighted parts as one. The weight of parts without a score is shared out among the others in proportion;
 * without any there is no score.
 *
 * @param exact null when no part has a score
 * @param shares one for each part, in order; the points add up to the rounded score, the effective weights to 100
 */
record WeightedScore(@Nullable BigDecimal exact, List<Share> shares) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** @param exactScore null when the part has none */
    record Part(BigDecimal weight, @Nullable BigDecimal exactScore) {}

    /**
     * What a part comes to.
     *
     * @param points null when the part has no score
     */
    record Share(BigDecimal effectiveWeight, @Nullable BigDecimal points) {}

    static WeightedScore of(List<Part> parts) {
        var present = BigDecimal.ZERO;
        for (var part : parts) {
            present = part.exactScore == null ? present : present.add(part.weight);
        }
        if (present.signum() == 0) {
            return new WeightedScore(
                    null,
                    parts.stream().map(_ -> new Share(BigDecimal.ZERO, null)).toList());
        }
        var weights = new ArrayList<BigDecimal>(parts.size());
        var points = new ArrayList<BigDecimal>(parts.size());
        for (var part : parts) {
            var score = part.exactScore;
            weights.add(
                    score == null
                            ? BigDecimal.ZERO
                            : part.weight.multiply(HUNDRED).divide(present, Rounding.EXACT));
            points.add(
                    score == null
                            ? BigDecimal.ZERO
                            : part.weight.multiply(score).divide(present, Rounding.EXACT));
        }
        return new WeightedScore(
                points.stream().reduce(BigDecimal.ZERO, BigDecimal::add),
                shares(parts, Rounding.apportioned(weights), Rounding.apportioned(points)));
    }

    private static List<Share> shares(List<Part> parts, List<BigDecimal> weights, List<BigDecimal> points) {
        var shares = new ArrayList<Share>(parts.size());
        for (var i = 0; i < parts.size(); i++) {
            shares.add(new Share(weights.get(i), parts.get(i).exactScore == null ? null : points.get(i)));
        }
        return shares;
    }
}
