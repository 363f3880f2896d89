package org.huisheng.kpi.seal.adjustment;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toUnmodifiableSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huisheng.kit.problem.DomainException.NotFound;
import org.huisheng.kpi.contract.Indicator;
import org.huisheng.kpi.observation.Archives;
import org.huisheng.kpi.observation.Cell;
import org.huisheng.kpi.observation.CellSheet;
import org.huisheng.kpi.period.Period;
import org.huisheng.kpi.score.Scorecard;
import org.huisheng.kpi.score.Scorecards;
import org.huisheng.kpi.scoring.ContractScore;
import org.huisheng.kpi.scoring.IndicatorScore;
import org.huisheng.kpi.scoring.State;
import org.huisheng.kpi.seal.adjustment.Recomputation.Difference;
import org.huisheng.kpi.seal.adjustment.Recomputation.Row;
import org.huisheng.kpi.seal.adjustment.Recomputation.Total;
import org.huisheng.kpi.seal.frozen.FrozenDocuments;
import org.huisheng.kpi.sql.Database;
import org.huisheng.kpi.suppression.Suppression;
import org.jspecify.annotations.Nullable;

/** Computes a sealed period once more, with the frozen contracts and everything known by now. */
@ApplicationScoped
class RecomputePeriod {

    private final Database database;
    private final FrozenDocuments documents;
    private final Scorecards scorecards;
    private final Deltas deltas;
    private final Suppression suppression;
    private final Archives archives;

    RecomputePeriod(
            Database database,
            FrozenDocuments documents,
            Scorecards scorecards,
            Deltas deltas,
            Suppression suppression,
            Archives archives) {
        this.database = database;
        this.documents = documents;
        this.scorecards = scorecards;
        this.deltas = deltas;
        this.suppression = suppression;
        this.archives = archives;
    }

    Recomputation recompute(Period period, @Nullable String department) {
        return database.snapshot(() -> {
            if (documents.sequence(period).isEmpty()) {
                throw new NotFound("seal", period);
            }
            archives.requireWhole(period);
            var cards = scorecards.here(period, department);
            var moved = deltas.of(period, department).stream().collect(groupingBy(Delta::department));
            var rows = new ArrayList<Row>();
            var totals = new ArrayList<Total>();
            for (var card : cards) {
                var ofCard = moved.getOrDefault(card.department().code(), List.of());
                var after = scorecards.again(period, card.score().contract(), frozen -> adjusted(frozen, ofCard));
                var indicators = rows(card, after, ofCard);
                rows.addAll(indicators);
                totals.addAll(Totals.of(card, after, hidden(indicators)));
            }
            return new Recomputation(period, rows, totals);
        });
    }

    private static Set<String> hidden(List<Row> rows) {
        return rows.stream()
                .filter(row -> row.difference() == Difference.SUPPRESSED)
                .map(Row::indicator)
                .collect(toUnmodifiableSet());
    }

    private List<Row> rows(Scorecard card, ContractScore after, List<Delta> moved) {
        var rows = new ArrayList<Row>();
        var pairs = indicators(after);
        indicators(card.score()).forEach((code, before) -> {
            var now = pairs.get(code);
            if (now != null) {
                rows.add(Row.of(card.department(), before, now, difference(before, now, moved)));
            }
        });
        return rows;
    }

    private static Map<String, IndicatorScore> indicators(ContractScore score) {
        var byCode = new LinkedHashMap<String, IndicatorScore>();
        score.dimensions()
                .forEach(dimension -> dimension
                        .indicators()
                        .forEach(one -> byCode.put(one.indicator().code(), one)));
        return byCode;
    }

    private static CellSheet adjusted(CellSheet frozen, List<Delta> moved) {
        var cells = new HashMap<>(frozen.cells());
        for (var delta : moved) {
            cells.put(delta.slot(), delta.applied(cells.getOrDefault(delta.slot(), Cell.EMPTY)));
        }
        return frozen.withCells(cells);
    }

    /** Each group that makes the difference must be large enough for itself, month by month and side by side. */
    private Difference difference(IndicatorScore before, IndicatorScore after, List<Delta> moved) {
        var behind = moved.stream()
                .filter(delta -> counts(before.indicator(), delta))
                .toList();
        if (behind.isEmpty()) {
            return Difference.NONE;
        }
        // Adjustments are told apart by side and month only: those of a tag could be subtracted from them.
        var hidden = !before.indicator().tags().isEmpty()
                || before.state() == State.SUPPRESSED
                || after.state() == State.SUPPRESSED
                || behind.stream().anyMatch(this::isSmall);
        return hidden ? Difference.SUPPRESSED : Difference.SHOWN;
    }

    private static boolean counts(Indicator indicator, Delta delta) {
        return indicator.sides().contains(delta.side())
                && (indicator.metric().equals(delta.metric())
                        || indicator.sampleMetric().equals(delta.metric()));
    }

    private boolean isSmall(Delta delta) {
        return delta.moved().sources() < suppression.threshold(Set.of(delta.side()));
    }
}
