package org.huisheng.kpi.seal.adjustment;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.huisheng.kpi.score.Level;
import org.huisheng.kpi.score.Scorecard;
import org.huisheng.kpi.score.Scorecard.Named;
import org.huisheng.kpi.scoring.ContractScore;
import org.huisheng.kpi.scoring.DimensionScore;
import org.huisheng.kpi.seal.adjustment.Recomputation.Difference;
import org.huisheng.kpi.seal.adjustment.Recomputation.Outcome;
import org.huisheng.kpi.seal.adjustment.Recomputation.Total;

/**
 * What a contract and its dimensions come to before and after. They are sums over the indicators told beside them: where the
 * difference of one must not be known, neither must that of what it is part of, or it could be computed from the others'.
 */
final class Totals {

    private final Scorecard sealed;
    private final Set<String> hidden;

    /** @param hidden indicators whose difference is suppressed */
    private Totals(Scorecard sealed, Set<String> hidden) {
        this.sealed = sealed;
        this.hidden = hidden;
    }

    static List<Total> of(Scorecard sealed, ContractScore after, Set<String> hidden) {
        var totals = new Totals(sealed, hidden);
        var before = sealed.score();
        var result = new ArrayList<Total>();
        result.add(totals.total(
                Level.CONTRACT,
                new Named(
                        String.valueOf(before.contract().year()),
                        before.contract().year() + " 年度绩效合约",
                        "Performance contract " + before.contract().year()),
                before.dimensions(),
                new Outcome(before.score(), before.band(), before.state()),
                new Outcome(after.score(), after.band(), after.state())));
        for (var dimension : before.dimensions()) {
            after.dimensions().stream()
                    .filter(now ->
                            now.dimension().code().equals(dimension.dimension().code()))
                    .forEach(now -> result.add(totals.total(
                            Level.DIMENSION,
                            new Named(
                                    dimension.dimension().code(),
                                    dimension.dimension().name(),
                                    dimension.dimension().nameEn()),
                            List.of(dimension),
                            outcome(dimension),
                            outcome(now))));
        }
        return result;
    }

    private static Outcome outcome(DimensionScore score) {
        return new Outcome(score.score(), score.band(), score.state());
    }

    private Total total(Level level, Named what, List<DimensionScore> of, Outcome before, Outcome after) {
        var difference = of.stream().anyMatch(hidesOne())
                ? Difference.SUPPRESSED
                : before.equals(after) ? Difference.NONE : Difference.SHOWN;
        return new Total(
                sealed.department().code(),
                sealed.department().name(),
                level,
                what.code(),
                what.name(),
                difference,
                before,
                difference == Difference.SUPPRESSED ? null : after,
                what.nameEn());
    }

    private Predicate<DimensionScore> hidesOne() {
        return dimension -> dimension.indicators().stream()
                .anyMatch(score -> hidden.contains(score.indicator().code()));
    }
}
