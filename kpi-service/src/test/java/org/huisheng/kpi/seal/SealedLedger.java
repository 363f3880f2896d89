package org.huisheng.kpi.seal;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.huisheng.events.DutyEvent.DutyWithdrawn;
import org.huisheng.events.SurveyEvent.ResponseWithdrawn;
import org.huisheng.kit.event.ReceivedEvent;
import org.huisheng.kpi.observation.Cell;
import org.huisheng.kpi.observation.CellKey;
import org.huisheng.kpi.observation.Observation;
import org.huisheng.kpi.observation.Observations;

/** What months must hold when some are frozen on the way, told as slowly and plainly as possible. */
final class SealedLedger {

    private record RowKey(UUID eventId, int ordinal) {}

    private static final class Row {
        private final Observation observation;
        private final YearMonth countsIn;
        private boolean counts;
        private boolean withdrawn;

        Row(Observation observation, YearMonth countsIn, boolean counts) {
            this.observation = observation;
            this.countsIn = countsIn;
            this.counts = counts;
            this.withdrawn = !counts;
        }
    }

    private record Subtraction(CellKey from, BigDecimal value, int sources) {}

    private final Map<RowKey, Row> rows = new LinkedHashMap<>();
    private final List<Subtraction> subtractions = new ArrayList<>();
    private final Set<UUID> tombstones = new HashSet<>();
    private final Set<YearMonth> frozen = new HashSet<>();

    void freeze(List<YearMonth> months) {
        frozen.addAll(months);
    }

    void record(List<ReceivedEvent> batch) {
        for (var event : batch) {
            for (var observation : Observations.of(event)) {
                rows.putIfAbsent(
                        new RowKey(observation.eventId(), observation.ordinal()),
                        new Row(
                                observation,
                                open(observation.month()),
                                !tombstones.contains(observation.source().id())));
            }
        }
        for (var event : batch) {
            switch (event.event()) {
                case ResponseWithdrawn withdrawal -> takeBack(withdrawal.responseId());
                case DutyWithdrawn withdrawal -> takeBack(withdrawal.entryId());
                default -> {}
            }
        }
    }

    private void takeBack(UUID source) {
        if (tombstones.add(source)) {
            rows.values().stream()
                    .filter(row -> !row.withdrawn)
                    .filter(row -> row.observation.source().id().equals(source))
                    .forEach(this::takeBack);
        }
    }

    private void takeBack(Row row) {
        row.withdrawn = true;
        if (frozen.contains(row.countsIn)) {
            subtractions.add(new Subtraction(
                    key(row.observation, open(row.countsIn)), row.observation.value(), row.observation.sources()));
        } else {
            row.counts = false;
        }
    }

    private YearMonth open(YearMonth month) {
        return frozen.contains(month) ? open(month.plusMonths(1)) : month;
    }

    /** Those that hold anything. */
    Map<CellKey, Cell> cells() {
        var cells = new HashMap<CellKey, Cell>();
        rows.values().stream()
                .filter(row -> row.counts)
                .forEach(row -> cells.merge(
                        key(row.observation, row.countsIn),
                        Cell.of(row.observation.value(), row.observation.sources()),
                        Cell::merge));
        for (var subtraction : subtractions) {
            var square = subtraction.value.multiply(subtraction.value);
            cells.merge(
                    subtraction.from,
                    new Cell(-1, subtraction.value.negate(), square.negate(), null, null, -subtraction.sources),
                    Cell::merge);
        }
        cells.values().removeIf(Cell.EMPTY::equals);
        return cells;
    }

    private static CellKey key(Observation observation, YearMonth month) {
        return new CellKey(month, observation.department(), observation.metric(), observation.side());
    }

    /** All months in one, without extremes: what a log says in total, whenever what was frozen. */
    static Map<CellKey, Cell> totals(Map<CellKey, Cell> cells) {
        var totals = new HashMap<CellKey, Cell>();
        cells.forEach((key, cell) -> totals.merge(
                new CellKey(YearMonth.of(2000, 1), key.department(), key.metric(), key.side()),
                new Cell(cell.n(), cell.sum(), cell.sumOfSquares(), null, null, cell.sources()),
                Cell::merge));
        totals.values().removeIf(Cell.EMPTY::equals);
        return totals;
    }

    /** What they would be without any seal. */
    static Map<CellKey, Cell> unsealed(List<ReceivedEvent> events) {
        var ledger = new SealedLedger();
        ledger.record(events);
        return ledger.cells();
    }
}
