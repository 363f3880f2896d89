package org.huisheng.survey.results;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.huisheng.survey.results.Group.Dimension;
import org.jspecify.annotations.Nullable;

/** One question, or one row of a matrix, over all groups; it shows itself only in unions of blocks. */
final class Figure {

    private final Map<Group, Tally> tallies;
    private final List<Set<Group>> blocks;

    Figure(Map<Group, Tally> tallies, long threshold) {
        this.tallies = Map.copyOf(tallies);
        var people = new TreeMap<Group, Long>(Comparator.comparing(Group::toString));
        tallies.forEach((group, tally) -> people.put(group, tally.answered()));
        this.blocks = Suppression.blocks(people, threshold);
    }

    /** @param partial whether it stands for only some of its people, the others being in a block with strangers */
    record Shown(Tally tally, boolean partial) {}

    /** What may be shown of the groups that a filter lets through; null when nothing may. */
    @Nullable
    Shown show(Predicate<Group> filter) {
        var whole =
                blocks.stream().filter(block -> block.stream().allMatch(filter)).toList();
        if (whole.isEmpty()) {
            return null;
        }
        var shown = whole.stream()
                .flatMap(Set::stream)
                .map(group -> tallies.getOrDefault(group, new Tally(0, Map.of())))
                .toList();
        var asked = tallies.entrySet().stream()
                .filter(entry -> filter.test(entry.getKey()) && entry.getValue().answered() > 0)
                .count();
        return new Shown(Tally.sum(shown), shown.size() < asked);
    }

    /** The values a dimension has in the groups that a filter lets through, in order. */
    Set<List<String>> values(List<Dimension> dimensions, Predicate<Group> filter) {
        var values = new TreeSet<List<String>>(Comparator.comparing(Object::toString));
        tallies.keySet().stream()
                .filter(filter)
                .map(group -> dimensions.stream()
                        .map(dimension -> dimension.of(group))
                        .toList())
                .forEach(values::add);
        return values;
    }
}
