package org.huisheng.kpi.score;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.huisheng.kpi.period.Period;
import org.huisheng.kpi.scoring.Band;
import org.huisheng.kpi.scoring.DimensionScore;
import org.huisheng.kpi.scoring.IndicatorScore;
import org.huisheng.kpi.scoring.State;
import org.huisheng.kpi.web.Csv;
import org.jspecify.annotations.Nullable;

/**
 * Scores as a flat table for tools.
 *
 * @param asOf when the last thing the figures rest on changed, null when there are none
 */
public record ScoreSheet(@Nullable Instant asOf, Period period, boolean sealed, List<Row> rows) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** @param weight percent of what lies above, as agreed */
    public record Row(
            String department,
            String departmentName,
            Level level,
            String code,
            String name,
            BigDecimal weight,
            @Nullable BigDecimal value,
            @Nullable Long n,
            @Nullable BigDecimal base,
            @Nullable BigDecimal target,
            @Nullable BigDecimal stretch,
            @Nullable BigDecimal score,
            @Nullable Band band,
            State state) {}

    public static ScoreSheet of(Period period, List<Scorecard> cards, Set<Level> levels) {
        var rows = new ArrayList<Row>();
        for (var card : cards) {
            append(card, levels, rows);
        }
        var asOf = cards.stream().map(Scorecard::asOf).max(Instant::compareTo).orElse(null);
        return new ScoreSheet(asOf, period, cards.stream().anyMatch(Scorecard::sealed), rows);
    }

    private static void append(Scorecard card, Set<Level> levels, List<Row> rows) {
        if (levels.contains(Level.CONTRACT)) {
            rows.add(row(card));
        }
        for (var dimension : card.score().dimensions()) {
            if (levels.contains(Level.DIMENSION)) {
                rows.add(row(card, dimension));
            }
            if (levels.contains(Level.INDICATOR)) {
                dimension.indicators().forEach(indicator -> rows.add(row(card, indicator)));
            }
        }
    }

    private static Row row(Scorecard card) {
        var score = card.score();
        return new Row(
                card.department().code(),
                card.department().name(),
                Level.CONTRACT,
                String.valueOf(score.contract().year()),
                score.contract().year() + " 年度绩效合约",
                HUNDRED,
                null,
                null,
                null,
                null,
                null,
                score.score(),
                score.band(),
                score.state());
    }

    private static Row row(Scorecard card, DimensionScore score) {
        return new Row(
                card.department().code(),
                card.department().name(),
                Level.DIMENSION,
                score.dimension().code(),
                score.dimension().name(),
                score.dimension().weight(),
                null,
                null,
                null,
                null,
                null,
                score.score(),
                score.band(),
                score.state());
    }

    private static Row row(Scorecard card, IndicatorScore score) {
        var indicator = score.indicator();
        return new Row(
                card.department().code(),
                card.department().name(),
                Level.INDICATOR,
                indicator.code(),
                indicator.name(),
                indicator.weight(),
                score.value(),
                score.measured().n(),
                indicator.base(),
                indicator.target(),
                indicator.stretch(),
                score.score(),
                score.band(),
                score.state());
    }

    String csv() {
        var csv = new Csv(
                "period",
                "department",
                "departmentName",
                "level",
                "code",
                "name",
                "weight",
                "value",
                "n",
                "base",
                "target",
                "stretch",
                "score",
                "band",
                "state",
                "asOf");
        for (var row : rows) {
            csv.row(
                    period,
                    row.department,
                    row.departmentName,
                    row.level.word(),
                    row.code,
                    row.name,
                    row.weight,
                    row.value,
                    row.n,
                    row.base,
                    row.target,
                    row.stretch,
                    row.score,
                    row.band,
                    row.state,
                    asOf);
        }
        return csv.toString();
    }
}
