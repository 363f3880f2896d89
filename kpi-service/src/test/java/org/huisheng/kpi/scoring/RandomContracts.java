package org.huisheng.kpi.scoring;

import static org.huisheng.kpi.testing.ContractFixture.percent;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.huisheng.events.Side;
import org.huisheng.kpi.contract.BonusItem;
import org.huisheng.kpi.contract.Bounds;
import org.huisheng.kpi.contract.Contract;
import org.huisheng.kpi.contract.Dimension;
import org.huisheng.kpi.contract.Direction;
import org.huisheng.kpi.contract.Indicator;
import org.huisheng.kpi.contract.ItemKind;
import org.huisheng.kpi.contract.Lights;
import org.huisheng.kpi.contract.Statistic;
import org.huisheng.kpi.contract.Terms;
import org.huisheng.kpi.contract.VetoItem;
import org.huisheng.kpi.contract.VetoItem.Condition;
import org.huisheng.kpi.contract.item.ItemRecord;
import org.huisheng.kpi.contract.item.ItemRecord.Revocation;
import org.huisheng.kpi.observation.Cell;
import org.huisheng.kpi.observation.CellSheet;
import org.huisheng.kpi.observation.CellSheet.Slot;
import org.huisheng.kpi.observation.Histogram;

/** Sound terms of any kind, and what may have happened in their year. */
final class RandomContracts {

    private static final int METRICS = 12;
    private final RandomGenerator random;

    RandomContracts(RandomGenerator random) {
        this.random = random;
    }

    Terms terms() {
        var dimensions = new ArrayList<Dimension>();
        for (var weight : weights(1 + random.nextInt(5))) {
            var code = "D" + dimensions.size();
            var indicators = new ArrayList<Indicator>();
            for (var own : weights(1 + random.nextInt(6))) {
                indicators.add(indicator(code + "-" + indicators.size(), own));
            }
            dimensions.add(new Dimension(code, code, null, weight, indicators));
        }
        var bonuses = IntStream.range(0, random.nextInt(3))
                .mapToObj(i -> new BonusItem("b" + i, "b", null, cents(1, 500)))
                .toList();
        var vetoes = IntStream.range(0, random.nextInt(3))
                .mapToObj(i -> new VetoItem("v" + i, "v", null, cents(0, 10_000), condition(dimensions)))
                .toList();
        return new Terms(dimensions, vetoes, bonuses, bonuses.isEmpty() ? null : cents(1, 1_000));
    }

    private Condition condition(List<Dimension> dimensions) {
        if (random.nextBoolean()) {
            return null;
        }
        var indicators = dimensions.get(random.nextInt(dimensions.size())).indicators();
        var indicator = indicators.get(random.nextInt(indicators.size()));
        return new Condition(indicator.code(), percent(random.nextInt(60)), null);
    }

    private Indicator indicator(String code, BigDecimal weight) {
        var statistic = Statistic.values()[random.nextInt(Statistic.values().length)];
        var direction = Direction.values()[random.nextInt(Direction.values().length)];
        var base = random.nextInt(1, 60);
        var target = direction == Direction.HIGHER ? base + random.nextInt(1, 60) : base - random.nextInt(1, 60);
        var line = direction != Direction.WITHIN;
        var stretch = line && random.nextInt(3) == 0 ? target + (target - base) / 2 : target;
        return new Indicator(
                code,
                code,
                null,
                null,
                null,
                "m" + random.nextInt(METRICS),
                statistic == Statistic.RATE ? "m" + random.nextInt(METRICS) : null,
                List.of(Side.values()),
                List.of(),
                statistic,
                direction,
                percent(base),
                line ? percent(target) : null,
                stretch == target ? null : percent(stretch),
                weight,
                1 + random.nextInt(8),
                statistic == Statistic.PERCENTILE ? 1 + random.nextInt(99) : null,
                bounds(line),
                new Lights(percent(50), percent(90)));
    }

    private Bounds bounds(boolean line) {
        var low = random.nextInt(-20, 80);
        var floor = cents(0, 3_000);
        var cap = random.nextBoolean() ? cents(3_001, 10_000) : null;
        return line
                ? new Bounds(null, null, floor, cap)
                : new Bounds(percent(low), percent(low + random.nextInt(30)), floor, cap);
    }

    /** That add up to 100, with decimals. */
    private List<BigDecimal> weights(int count) {
        var weights = new ArrayList<BigDecimal>();
        var left = 10_000;
        for (var i = 1; i < count; i++) {
            var weight = 1 + random.nextInt(left - (count - i));
            weights.add(BigDecimal.valueOf(weight, 2));
            left -= weight;
        }
        weights.add(BigDecimal.valueOf(left, 2));
        return weights;
    }

    private BigDecimal cents(int least, int most) {
        return BigDecimal.valueOf(random.nextInt(least, most + 1), 2);
    }

    /** Some metrics have no cells, some few, some values below zero. */
    CellSheet sheet() {
        var cells = new HashMap<Slot, Cell>();
        var histograms = new HashMap<Slot, Histogram>();
        for (var metric = 0; metric < METRICS - 3; metric++) {
            var slot = new Slot("m" + metric, Side.CUSTOMER);
            var cell = Cell.EMPTY;
            var histogram = Histogram.EMPTY;
            for (var n = random.nextInt(14); n > 0; n--) {
                var value = BigDecimal.valueOf(random.nextInt(-10_000_000, 100_000_000), 6);
                cell = cell.merge(Cell.of(value));
                histogram = histogram.merge(Histogram.of(value));
            }
            cells.put(slot, cell);
            histograms.put(slot, histogram);
        }
        return new CellSheet(cells, null).withHistograms(histograms);
    }

    List<ItemRecord> records(Contract contract) {
        var records = new ArrayList<ItemRecord>();
        for (var i = random.nextInt(6); i > 0; i--) {
            var kind = ItemKind.values()[random.nextInt(2)];
            // Some for items the contract has not got.
            var item = (kind == ItemKind.BONUS ? "b" : "v") + random.nextInt(3);
            records.add(new ItemRecord(
                    UUID.randomUUID(),
                    contract.id(),
                    contract.department(),
                    YearMonth.of(2026, 1 + random.nextInt(12)),
                    item,
                    kind,
                    kind == ItemKind.BONUS ? cents(1, 600) : null,
                    "evidence",
                    null,
                    "office",
                    Instant.EPOCH,
                    random.nextInt(4) == 0 ? new Revocation("office", Instant.EPOCH, "reason") : null));
        }
        return records;
    }
}
