package org.huisheng.kpi.lineage;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Predicate;
import org.huisheng.kit.problem.DomainException.NotFound;
import org.huisheng.kpi.lineage.Lineage.Item;
import org.huisheng.kpi.lineage.Lineage.Withheld;
import org.huisheng.kpi.observation.Archives;
import org.huisheng.kpi.period.Period;
import org.huisheng.kpi.score.Scorecard;
import org.huisheng.kpi.score.Scorecards;
import org.huisheng.kpi.scoring.IndicatorScore;
import org.huisheng.kpi.scoring.State;
import org.huisheng.kpi.sql.Database;
import org.huisheng.kpi.suppression.Disclosures;
import org.huisheng.kpi.suppression.WithheldGroups.RowGroup;
import org.huisheng.kpi.web.Page;
import org.jspecify.annotations.Nullable;

/** Finds what a figure is made of; figure and observations are read at the same moment. */
@ApplicationScoped
class TraceFigure {

    private final Database database;
    private final Scorecards scorecards;
    private final LineageItems items;
    private final Disclosures disclosures;
    private final Archives archives;

    TraceFigure(
            Database database, Scorecards scorecards, LineageItems items, Disclosures disclosures, Archives archives) {
        this.database = database;
        this.scorecards = scorecards;
        this.items = items;
        this.disclosures = disclosures;
        this.archives = archives;
    }

    /** @param readElsewhere groups whose rows the caller can read anyway, where they come from */
    Lineage trace(
            String department,
            Period period,
            String indicator,
            Predicate<RowGroup> readElsewhere,
            @Nullable String after,
            int size) {
        return database.snapshot(() -> {
            var card = scorecards.requireHere(period, department);
            var score = indicator(card, indicator);
            var hidden = score.state() == State.SUPPRESSED || score.state() == State.NO_DATA;
            archives.requireKept(period);
            if (hidden) {
                return lineage(period, card, score, List.of(), new Page<>(List.of(), null));
            }
            var withheld = disclosures
                    .withheld(period.year(), department, score.indicator().tags())
                    .butFor(readElsewhere);
            var rows = items.list(department, score.indicator(), period, withheld, after, size + 1);
            return lineage(
                    period,
                    card,
                    score,
                    items.withheld(department, score.indicator(), period, withheld),
                    Page.of(rows, size, LineageItems::key));
        });
    }

    private static Lineage lineage(
            Period period, Scorecard card, IndicatorScore score, List<Withheld> withheld, Page<Item> page) {
        return Lineage.of(period, card, score.indicator(), score.measured(), withheld, page);
    }

    private static IndicatorScore indicator(Scorecard card, String code) {
        return card.score().dimensions().stream()
                .flatMap(dimension -> dimension.indicators().stream())
                .filter(score -> score.indicator().code().equals(code))
                .findFirst()
                .orElseThrow(() -> new NotFound("indicator", code));
    }
}
