package org.huisheng.kpi.scoring;

import static org.huisheng.kpi.testing.ContractFixture.contract;
import static org.huisheng.kpi.testing.ContractFixture.indicator;
import static org.huisheng.kpi.testing.ContractFixture.percent;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.huisheng.events.Side;
import org.huisheng.kpi.contract.Contract;
import org.huisheng.kpi.contract.Dimension;
import org.huisheng.kpi.contract.Indicator;
import org.huisheng.kpi.observation.Cell;
import org.huisheng.kpi.observation.CellSheet;
import org.huisheng.kpi.observation.CellSheet.Slot;
import org.huisheng.kpi.testing.Thresholds;

/** Indicators scored from cells made up for them. */
final class ScoringFixture {

    private ScoringFixture() {}

    static IndicatorScore only(Indicator indicator, CellSheet cells) {
        return ContractScore.of(single(indicator), cells, Thresholds.none().in(cells))
                .dimensions()
                .getFirst()
                .indicators()
                .getFirst();
    }

    static Contract single(Indicator indicator) {
        return contract("D", 2026, List.of(new Dimension("A", "A", null, percent(100), List.of(indicator))));
    }

    static CellSheet values(String metric, int n, int value) {
        return sheet(Map.of(metric, repeated(n, value)));
    }

    static CellSheet sheet(Map<String, Cell> cells) {
        var slots = new HashMap<Slot, Cell>();
        cells.forEach((metric, cell) -> slots.put(new Slot(metric, Side.CUSTOMER), cell));
        return new CellSheet(slots, null);
    }

    static Cell repeated(int n, int value) {
        return repeated(n, BigDecimal.valueOf(value));
    }

    static Cell repeated(int n, BigDecimal value) {
        var cell = Cell.EMPTY;
        for (var i = 0; i < n; i++) {
            cell = cell.merge(Cell.of(value));
        }
        return cell;
    }
}
