package org.huisheng.kpi.observation;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.UUID;
import org.huisheng.events.DutyEvent.DutyWithdrawn;
import org.huisheng.events.SurveyEvent.ResponseWithdrawn;
import org.huisheng.kit.event.ReceivedEvent;

/** What cells must be: each event once, without what was withdrawn, folded in whatever order they come. */
record Recount(Map<CellKey, Cell> cells, Map<CellKey, Histogram> histograms) {

    static Recount of(Collection<ReceivedEvent> events) {
        var withdrawn = new HashSet<UUID>();
        for (var event : events) {
            switch (event.event()) {
                case ResponseWithdrawn withdrawal -> withdrawn.add(withdrawal.responseId());
                case DutyWithdrawn withdrawal -> withdrawn.add(withdrawal.entryId());
                default -> {}
            }
        }
        var cells = new HashMap<CellKey, Cell>();
        var histograms = new HashMap<CellKey, Histogram>();
        for (var event : new HashSet<>(events)) {
            for (var observation : Observations.of(event)) {
                if (!withdrawn.contains(observation.source().id())) {
                    cells.merge(observation.cell(), Cell.of(observation.value(), observation.sources()), Cell::merge);
                    histograms.merge(observation.cell(), Histogram.of(observation.value()), Histogram::merge);
                }
            }
        }
        return new Recount(cells, histograms);
    }
}
