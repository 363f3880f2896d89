package org.huisheng.kpi.observation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.huisheng.kit.event.ReceivedEvent;

/** What the SQL does, in memory: batch by batch, each observation folded once, withdrawals unfolded. */
final class Ledger {

    private record RowKey(UUID eventId, int ordinal) {}

    private final Map<RowKey, Observation> rows = new LinkedHashMap<>();
    private final Set<UUID> tombstones = new HashSet<>();
    private final Map<CellKey, Cell> cells = new HashMap<>();

    void record(List<ReceivedEvent> batch) {
        var folded = new HashMap<CellKey, Cell>();
        for (var event : batch) {
            for (var observation : Observations.of(event)) {
                var key = new RowKey(observation.eventId(), observation.ordinal());
                if (rows.putIfAbsent(key, observation) == null
                        && !tombstones.contains(observation.source().id())) {
                    folded.merge(observation.cell(), Cell.of(observation.value(), observation.sources()), Cell::merge);
                }
            }
        }
        folded.forEach((key, cell) -> cells.merge(key, cell, Cell::merge));
        for (var event : batch) {
            Withdrawals.source(event.event()).filter(tombstones::add).ifPresent(this::unfold);
        }
    }

    private void unfold(UUID source) {
        rows.values().stream()
                .filter(observation -> observation.source().id().equals(source))
                .map(Observation::cell)
                .distinct()
                .forEach(key -> {
                    var left = rows.values().stream()
                            .filter(row -> row.cell().equals(key))
                            .filter(row -> !tombstones.contains(row.source().id()))
                            .map(row -> Cell.of(row.value(), row.sources()))
                            .reduce(Cell.EMPTY, Cell::merge);
                    if (left.n() == 0) {
                        cells.remove(key);
                    } else {
                        cells.put(key, left);
                    }
                });
    }

    Map<CellKey, Cell> cells() {
        return cells;
    }
}
