package org.huisheng.kpi.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.huisheng.kpi.observation.CellSheet.Slot;
import org.huisheng.kpi.scoring.ContractScore;
import org.huisheng.kpi.testing.ContractFixture;
import org.huisheng.kpi.testing.EventFixture;
import org.huisheng.kpi.testing.Seed;
import org.huisheng.kpi.testing.Thresholds;
import org.junit.jupiter.api.Test;

class AnyOrderTest {

    private static final List<String> DEPARTMENTS = List.of("DIST", "MKT");

    @Test
    void any_order_batching_duplication_and_replay_gives_equal_cells_and_scores() {
        var random = Seed.generator("AnyOrderTest");
        for (var round = 0; round < 2_000; round++) {
            var events = EventFixture.randomEvents(random, DEPARTMENTS, 5 + random.nextInt(60));
            var expected = Recount.of(events).cells();
            var ledger = new Ledger();

            EventFixture.anyDelivery(random, events).forEach(ledger::record);

            assertThat(ledger.cells()).isEqualTo(expected);
            assertThat(score(ledger.cells())).isEqualTo(score(expected));
        }
    }

    @Test
    void a_replay_from_the_beginning_changes_nothing() {
        var random = Seed.generator("AnyOrderTest");
        var events = EventFixture.randomEvents(random, DEPARTMENTS, 300);
        var ledger = new Ledger();
        ledger.record(events);
        var before = Map.copyOf(ledger.cells());

        EventFixture.anyDelivery(random, events).forEach(ledger::record);

        assertThat(ledger.cells()).isEqualTo(before);
    }

    private static ContractScore score(Map<CellKey, Cell> cells) {
        var slots = new HashMap<Slot, Cell>();
        cells.forEach((key, cell) -> {
            if (key.department().equals("DIST") && !key.month().isBefore(YearMonth.of(2026, 10))) {
                slots.merge(new Slot(key.metric(), key.side()), cell, Cell::merge);
            }
        });
        var sheet = new CellSheet(slots, null);
        return ContractScore.of(
                ContractFixture.contract("DIST", 2026),
                sheet,
                Thresholds.usual().in(sheet));
    }
}
