package org.huisheng.kpi.trend;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.huisheng.kpi.contract.Indicator;
import org.huisheng.kpi.contract.Statistic;
import org.huisheng.kpi.period.Period;
import org.huisheng.kpi.score.Scorecard;
import org.huisheng.kpi.scoring.Band;
import org.huisheng.kpi.scoring.ContractScore;
import org.huisheng.kpi.scoring.IndicatorScore;
import org.huisheng.kpi.scoring.Rounding;
import org.huisheng.kpi.scoring.Scale;
import org.huisheng.kpi.scoring.State;
import org.huisheng.kpi.trend.Forecast.Limits;
import org.jspecify.annotations.Nullable;

/**
 * A figure month by month, or quarter by quarter, as the scores of those periods show it.
 *
 * @param indicator null for the contract's score
 * @param forecast null where there is nothing to expect: too few months, December known, or quarters
 */
record Trend(
        Instant asOf,
        Period period,
        String department,
        String departmentName,
        @Nullable String indicator,
        @Nullable String name,
        List<Point> points,
        @Nullable Forecast forecast) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * One period.
     *
     * @param contractVersion it is scored by, null where none is in force
     * @param comparable whether it measures the same as the last one, of the contract's score for the most part ({@link
     *     CommonWeight}); what does not takes no part in the forecast
     */
    record Point(
            Period period,
            @Nullable Integer contractVersion,
            @Nullable BigDecimal value,
            @Nullable Long n,
            @Nullable BigDecimal score,
            @Nullable Band band,
            State state,
            boolean comparable) {

        static Point none(Period period, @Nullable Scorecard card) {
            var version = card == null ? null : card.score().contract().version();
            return new Point(period, version, null, null, null, null, State.NO_DATA, false);
        }
    }

    /** Of the contract's score; the series is not empty. */
    static Trend ofContract(Period period, List<Period> periods, Map<Period, Scorecard> series) {
        var present = periods.reversed().stream()
                .map(series::get)
                .filter(card -> card != null && card.score().score() != null)
                .findFirst()
                .orElse(null);
        var points = new ArrayList<Point>(periods.size());
        for (var each : periods) {
            var card = series.get(each);
            points.add(
                    card == null || present == null
                            ? Point.none(each, card)
                            : point(each, card.score(), present.score()));
        }
        var forecast = forecast(period, points, Point::score, new Limits(BigDecimal.ZERO, null));
        return of(period, series, null, points, forecast);
    }

    /** Of an indicator that some of the contracts have. */
    static Trend ofIndicator(Period period, List<Period> periods, Map<Period, Scorecard> series, Indicator present) {
        var points = new ArrayList<Point>(periods.size());
        for (var each : periods) {
            var card = series.get(each);
            var score = card == null ? null : find(card, present.code());
            points.add(card == null || score == null ? Point.none(each, card) : point(each, card, score, present));
        }
        var forecast = forecast(period, points, Point::value, limits(present.statistic()));
        return of(period, series, present, points, forecast == null ? null : worth(forecast, present));
    }

    static @Nullable IndicatorScore find(Scorecard card, String code) {
        return card.score().dimensions().stream()
                .flatMap(dimension -> dimension.indicators().stream())
                .filter(score -> score.indicator().code().equals(code))
                .findFirst()
                .orElse(null);
    }

    private static Point point(Period period, ContractScore score, ContractScore present) {
        return new Point(
                period,
                score.contract().version(),
                null,
                null,
                score.score(),
                score.band(),
                score.state(),
                CommonWeight.of(score, present).compareTo(CommonWeight.ENOUGH) >= 0);
    }

    private static Point point(Period period, Scorecard card, IndicatorScore score, Indicator present) {
        return new Point(
                period,
                card.score().contract().version(),
                score.value(),
                score.measured().n(),
                score.score(),
                score.band(),
                score.state(),
                score.indicator().measuresLike(present));
    }

    private static Trend of(
            Period period,
            Map<Period, Scorecard> series,
            @Nullable Indicator indicator,
            List<Point> points,
            @Nullable Forecast forecast) {
        var asOf = series.values().stream()
                .map(Scorecard::asOf)
                .max(Instant::compareTo)
                .orElseThrow();
        var department = series.values().iterator().next().department();
        return new Trend(
                asOf,
                period,
                department.code(),
                department.name(),
                indicator == null ? null : indicator.code(),
                indicator == null ? null : indicator.name(),
                points,
                forecast);
    }

    private interface Shown {
        @Nullable
        BigDecimal of(Point point);
    }

    /** Of months only, and from what is shown of them. */
    private static @Nullable Forecast forecast(Period period, List<Point> points, Shown shown, Limits limits) {
        var december = Period.of(period.first().withMonth(12));
        var known = new ArrayList<Forecast.Point>();
        for (var point : points) {
            var value = shown.of(point);
            if (value != null && point.comparable) {
                known.add(new Forecast.Point(point.period.last().getMonthValue(), value));
            }
        }
        var over =
                !known.isEmpty() && known.getLast().month() == december.last().getMonthValue();
        return period.isQuarter() || over ? null : Forecast.of(december, known, limits);
    }

    /** Answers lie between 0 and 100, shares and counts not below 0; sums may lie anywhere. */
    private static Limits limits(Statistic statistic) {
        return switch (statistic) {
            case MEAN, PERCENTILE -> new Limits(BigDecimal.ZERO, HUNDRED);
            case RATE, COUNT, DISTINCT -> new Limits(BigDecimal.ZERO, null);
            case SUM -> new Limits(null, null);
        };
    }

    /** Points rise or fall on the way through the band, and turn at most at the ends of where it is best. */
    private static Forecast worth(Forecast forecast, Indicator indicator) {
        var turns = Stream.of(
                        forecast.low(),
                        forecast.high(),
                        indicator.bounds().bandLow(),
                        indicator.bounds().bandHigh())
                .filter(Objects::nonNull)
                .map(value -> value.max(forecast.low()).min(forecast.high()))
                .map(value -> Scale.points(indicator, value))
                .sorted()
                .toList();
        return forecast.worth(
                shown(Scale.points(indicator, forecast.value())), shown(turns.getFirst()), shown(turns.getLast()));
    }

    private static BigDecimal shown(BigDecimal points) {
        return Objects.requireNonNull(Rounding.score(points));
    }
}
