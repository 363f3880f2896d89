package org.huisheng.kpi.seal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.huisheng.kpi.contract.Contract;
import org.huisheng.kpi.period.Period;
import org.huisheng.kpi.rate.RateSheets;
import org.huisheng.kpi.score.Scorecards;
import org.huisheng.kpi.seal.frozen.Kind;
import org.huisheng.kpi.seal.frozen.Part;
import org.huisheng.kpi.sql.Database;

/** What a seal is to hold, read at one moment. */
@ApplicationScoped
class PartsToFreeze {

    private final Database database;
    private final Scorecards scorecards;
    private final RateSheets rates;
    private final CellsToFreeze cells;

    PartsToFreeze(Database database, Scorecards scorecards, RateSheets rates, CellsToFreeze cells) {
        this.database = database;
        this.scorecards = scorecards;
        this.rates = rates;
        this.cells = cells;
    }

    /** @param periods those whose figures are frozen with it */
    List<Part> of(Period sealed, List<Period> periods) {
        return database.snapshot(() -> {
            var parts = new ArrayList<Part>();
            cells.of(sealed, null)
                    .forEach((department, content) ->
                            parts.add(Part.of(Kind.CELLS, sealed.text(), department, content)));
            Map<String, Set<Contract>> contracts = new TreeMap<>();
            for (var period : periods) {
                for (var card : scorecards.toFreeze(period, sealed)) {
                    var department = card.department().code();
                    contracts
                            .computeIfAbsent(department, _ -> new LinkedHashSet<>())
                            .add(card.score().contract());
                    parts.add(Part.of(Kind.SCORES, period.text(), department, card.frozen()));
                }
                rates.toFreeze(period, sealed)
                        .forEach((department, sheet) ->
                                parts.add(Part.of(Kind.RATES, period.text(), department, sheet)));
            }
            contracts.forEach(
                    (department, inForce) -> parts.add(Part.of(Kind.CONTRACTS, sealed.text(), department, inForce)));
            parts.sort(
                    Comparator.comparing(Part::kind).thenComparing(Part::period).thenComparing(Part::department));
            return parts;
        });
    }
}
