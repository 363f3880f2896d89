package org.huisheng.kpi.observation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.huisheng.events.Side;
import org.jspecify.annotations.Nullable;

/**
 * All cells of one department over one period, its months merged.
 *
 * @param histograms of those metrics whose distribution is asked for
 * @param asOf when the last of them changed, null when there are none
 */
public record CellSheet(
        Map<Slot, Cell> cells,
        Map<Slot, Histogram> histograms,
        @Nullable Instant asOf) {

    public static final CellSheet EMPTY = new CellSheet(Map.of(), null);

    /** Where a cell stands on the sheet. */
    public record Slot(String metric, Side side) {}

    public CellSheet {
        cells = Map.copyOf(cells);
        histograms = Map.copyOf(histograms);
    }

    public CellSheet(Map<Slot, Cell> cells, @Nullable Instant asOf) {
        this(cells, Map.of(), asOf);
    }

    public CellSheet with(Map<Slot, Histogram> distributions) {
        return new CellSheet(cells, distributions, asOf);
    }

    public Cell cell(String metric, Side side) {
        return cells.getOrDefault(new Slot(metric, side), Cell.EMPTY);
    }

    public Cell merged(String metric, Collection<Side> sides) {
        var merged = Cell.EMPTY;
        for (var side : sides) {
            merged = merged.merge(cell(metric, side));
        }
        return merged;
    }

    /**
     * The value so many percent of the observations do not exceed: within 1 % of itself, and never beyond what was really
     * observed.
     */
    public BigDecimal percentile(String metric, Collection<Side> sides, int percent) {
        var histogram = Histogram.EMPTY;
        for (var side : sides) {
            histogram = histogram.merge(histograms.getOrDefault(new Slot(metric, side), Histogram.EMPTY));
        }
        var value = histogram.percentile(percent);
        var observed = merged(metric, sides);
        value = observed.min() == null ? value : value.max(observed.min());
        return observed.max() == null ? value : value.min(observed.max());
    }

    /** Which of the sides have said anything. */
    public Set<Side> contributing(String metric, Collection<Side> sides) {
        var contributing = EnumSet.noneOf(Side.class);
        for (var side : sides) {
            if (!cell(metric, side).equals(Cell.EMPTY)) {
                contributing.add(side);
            }
        }
        return contributing;
    }
}
