package org.huisheng.kpi.suppression;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Sums that could be subtracted from each other: they show the same metric, or are linked by others that do. They need one
 * division into blocks.
 */
record Family(Set<Sum> sums) {

    Family {
        sums = Set.copyOf(sums);
    }

    static List<Family> of(Collection<Sum> sums) {
        var families = new ArrayList<Family>();
        for (var sum : new HashSet<>(sums)) {
            var joined = new HashSet<>(Set.of(sum));
            families.removeIf(family -> family.isLinkedTo(sum) && joined.addAll(family.sums));
            families.add(new Family(joined));
        }
        return families;
    }

    private boolean isLinkedTo(Sum sum) {
        return shown().contains(sum.metric()) || shown().contains(sum.sampleMetric());
    }

    /** All metrics of which sums can be read: that of the people asked is shown, too. */
    Set<String> shown() {
        return sums.stream()
                .flatMap(sum -> Stream.of(sum.metric(), sum.sampleMetric()))
                .collect(toSet());
    }

    Set<String> sampleMetrics() {
        return sums.stream().map(Sum::sampleMetric).collect(toSet());
    }

    /** All metrics said to be of the people that {@code sampleMetric} counts. */
    Set<String> metricsOf(String sampleMetric) {
        return sums.stream()
                .filter(sum -> sum.sampleMetric().equals(sampleMetric))
                .map(Sum::metric)
                .collect(toSet());
    }

    Set<Slice> slices() {
        return sums.stream().map(Sum::slice).collect(toSet());
    }

    /** Those that are told apart from the others. */
    Set<String> tags() {
        return sums.stream().flatMap(sum -> sum.slice().tags().stream()).collect(toSet());
    }
}
