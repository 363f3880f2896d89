package org.huisheng.kpi.trend;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import org.huisheng.kit.problem.DomainException.NotFound;
import org.huisheng.kpi.period.Period;
import org.huisheng.kpi.score.Scorecards;
import org.huisheng.kpi.scoring.IndicatorScore;
import org.jspecify.annotations.Nullable;

/** Finds how a figure went: the scores of the months, or quarters, up to a period, all of the same moment. */
@ApplicationScoped
class TraceTrend {

    private final Scorecards scorecards;

    TraceTrend(Scorecards scorecards) {
        this.scorecards = scorecards;
    }

    /** @param indicator null for the contract's score */
    Trend trace(String department, Period period, @Nullable String indicator) {
        var periods = period.isQuarter() ? period.quartersSoFar() : period.monthsSoFar();
        var series = scorecards.series(periods, department);
        if (series.isEmpty()) {
            throw new NotFound("contract", department + " " + period.year());
        }
        if (indicator == null) {
            return Trend.ofContract(period, periods, series);
        }
        var present = List.copyOf(series.values()).reversed().stream()
                .map(card -> Trend.find(card, indicator))
                .filter(Objects::nonNull)
                .map(IndicatorScore::indicator)
                .findFirst()
                .orElseThrow(() -> new NotFound("indicator", indicator));
        return Trend.ofIndicator(period, periods, series, present);
    }
}
