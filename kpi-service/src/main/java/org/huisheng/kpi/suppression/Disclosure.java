package org.huisheng.kpi.suppression;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.huisheng.events.Side;
import org.huisheng.kpi.period.Period;
import org.huisheng.kpi.suppression.WithheldGroups.RowGroup;

/** What may be shown of a department's year. */
public final class Disclosure {

    /** What {@code Rates} shows of each side. */
    private static final Map<String, String> SAMPLE_OF_RATES = Map.of(
            "case.received", "case.received",
            "case.responded", "case.received",
            "case.resolved", "case.received",
            "case.disputed", "case.received",
            "case.overdue", "case.received",
            "case.responded-on-time", "case.received",
            "case.resolved-on-time", "case.received",
            "case.confirmed", "case.confirmed",
            "case.satisfied", "case.confirmed",
            "case.satisfaction", "case.confirmed");

    private final Map<String, Map<Group, Long>> sources;
    private final Suppression suppression;
    private final Map<String, Blocks> blocks = new HashMap<>();

    /**
     * @param sources by metric, how many responses and cases stand behind each group that has observations
     * @param indicators the sums its contracts publish
     * @param zone of a month: of the seal it is under, or one for all open months
     */
    Disclosure(
            Map<String, Map<Group, Long>> sources,
            Set<Sum> indicators,
            ToLongFunction<YearMonth> zone,
            Suppression suppression) {
        this.sources = sources;
        this.suppression = suppression;
        var sums = new HashSet<>(indicators);
        SAMPLE_OF_RATES.forEach((metric, sampleMetric) -> {
            for (var side : Side.values()) {
                sums.add(new Sum(metric, sampleMetric, EnumSet.of(side)));
            }
        });
        sums.removeIf(sum -> Deeds.include(sum.metric()) && Deeds.include(sum.sampleMetric()));
        for (var family : Family.of(sums)) {
            var division = Blocks.of(samples(family), family.slices(), zone, suppression);
            family.shown().forEach(metric -> blocks.put(metric, division));
        }
    }

    private List<Map<Group, Long>> samples(Family family) {
        var samples = new ArrayList<Map<Group, Long>>();
        var tags = family.tags();
        for (var sampleMetric : family.sampleMetrics()) {
            var sizes = new HashMap<Group, Long>();
            for (var metric : family.metricsOf(sampleMetric)) {
                groups(metric).keySet().forEach(group -> sizes.put(group.among(tags), 0L));
            }
            groups(sampleMetric).forEach((group, size) -> sizes.merge(group.among(tags), size, Long::sum));
            samples.add(sizes);
        }
        return samples;
    }

    private Map<Group, Long> groups(String metric) {
        return sources.getOrDefault(metric, Map.of());
    }

    /** The figures that may be shown for a period within the year. */
    public ShownFigures during(Period period) {
        return (sampleMetric, sides, tags) -> {
            var division = blocks.get(sampleMetric);
            return division == null
                    ? Deeds.include(sampleMetric)
                    : division.show(new Slice(sides, tags), period.first(), period.last());
        };
    }

    /**
     * The groups whose rows may not be shown one by one.
     *
     * @param tags of which rows are asked for, empty for all
     */
    Stream<RowGroup> withheld(String department, Collection<String> tags) {
        return sources.entrySet().stream()
                .flatMap(metric -> metric.getValue().keySet().stream()
                        .map(group -> new RowGroup(department, metric.getKey(), group.side(), group.month()))
                        .distinct()
                        .filter(group -> !showsRows(group, tags)));
    }

    /** Rows of a metric no figure is made of are counted by themselves. */
    private boolean showsRows(RowGroup rows, Collection<String> tags) {
        var slice = new Slice(EnumSet.of(rows.side()), tags);
        var division = blocks.get(rows.metric());
        return division == null
                ? Deeds.include(rows.metric()) || size(rows, slice) >= suppression.threshold(slice.sides())
                : division.show(slice, rows.month(), rows.month());
    }

    private long size(RowGroup rows, Slice slice) {
        return groups(rows.metric()).entrySet().stream()
                .filter(size -> slice.contains(size.getKey(), rows.month(), rows.month()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
