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
 * @param tagged parts of the cells, by those tags that are asked for; they have no extremes and no squares
 * @param asOf when the last of them changed, null when there are none
 */
public record CellSheet(
        Map<Slot, Cell> cells,
        Map<Slot, Histogram> histograms,
        Map<String, Map<Slot, Cell>> tagged,
        @Nullable Instant asOf) {

    public static final CellSheet EMPTY = new CellSheet(Map.of(), null);

    /** Where a cell stands on the sheet. */
    public record Slot(String metric, Side side) {}

    public CellSheet {
        cells = Map.copyOf(cells);
        histograms = Map.copyOf(histograms);
        tagged = Map.copyOf(tagged);
    }

    public CellSheet(Map<Slot, Cell> cells, @Nullable Instant asOf) {
        this(cells, Map.of(), Map.of(), asOf);
    }

    public CellSheet withHistograms(Map<Slot, Histogram> distributions) {
        return new CellSheet(cells, distributions, tagged, asOf);
    }

    public CellSheet withTagged(Map<String, Map<Slot, Cell>> parts) {
        return new CellSheet(cells, histograms, parts, asOf);
    }

    public CellSheet withCells(Map<Slot, Cell> others) {
        return new CellSheet(others, histograms, tagged, asOf);
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

    /** The same for some tags only, or for all when none is named. */
    public Cell merged(String metric, Collection<Side> sides, Collection<String> tags) {
        if (tags.isEmpty()) {
            return merged(metric, sides);
        }
        var merged = Cell.EMPTY;
        for (var tag : tags) {
            var parts = tagged.getOrDefault(tag, Map.of());
            for (var side : sides) {
                merged = merged.merge(parts.getOrDefault(new Slot(metric, side), Cell.EMPTY));
            }
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
