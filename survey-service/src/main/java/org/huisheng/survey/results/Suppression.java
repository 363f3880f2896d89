package org.huisheng.survey.results;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.huisheng.survey.results.Group.Dimension;

/**
 * Divides groups into blocks of at least so many people, the same whatever is asked. Every figure that is shown is one of
 * a union of blocks; so is all that can be computed from shown figures by adding and subtracting, and a group of fewer
 * people is never one. That is the whole argument; it needs no list of queries that must not be combined.
 *
 * <p>A small group is joined first with other months of its station, then with other stations of its campaign. A campaign
 * that is too small as a whole is joined with others like it, or left out: joining it with one that is shown alone would
 * give it away.
 */
final class Suppression {

    private final Map<Group, Long> people;
    private final long threshold;

    private Suppression(Map<Group, Long> people, long threshold) {
        this.people = people;
        this.threshold = threshold;
    }

    /** @param remainder people too few to be shown in any way at this level */
    private record Division(List<Set<Group>> blocks, Set<Group> remainder) {}

    /** Groups in none of the blocks are left out of everything. */
    static List<Set<Group>> blocks(Map<Group, Long> people, long threshold) {
        var some = people.entrySet().stream()
                .filter(group -> group.getValue() > 0)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return new Suppression(some, threshold).divide(some.keySet(), 0).blocks();
    }

    private static final List<Dimension> LEVELS = List.of(Dimension.CAMPAIGN, Dimension.STATION, Dimension.MONTH);

    private Division divide(Set<Group> groups, int level) {
        if (level == LEVELS.size()) {
            return people(groups) >= threshold
                    ? new Division(List.of(groups), Set.of())
                    : new Division(List.of(), groups);
        }
        var blocks = new ArrayList<Set<Group>>();
        var remainder = new HashSet<Group>();
        var parts =
                groups.stream().collect(Collectors.groupingBy(LEVELS.get(level)::of, TreeMap::new, Collectors.toSet()));
        for (var part : parts.values()) {
            var division = divide(part, level + 1);
            blocks.addAll(division.blocks());
            remainder.addAll(division.remainder());
        }
        if (people(remainder) >= threshold) {
            blocks.add(remainder);
            return new Division(blocks, Set.of());
        }
        if (remainder.isEmpty() || blocks.isEmpty() || LEVELS.get(level) == Dimension.CAMPAIGN) {
            return new Division(blocks, remainder);
        }
        blocks.add(joined(remainder, removeSmallest(blocks)));
        return new Division(blocks, Set.of());
    }

    private Set<Group> removeSmallest(List<Set<Group>> blocks) {
        var smallest = blocks.stream()
                .min(Comparator.<Set<Group>>comparingLong(this::people)
                        .thenComparing(block -> block.stream()
                                .map(Group::toString)
                                .sorted()
                                .toList()
                                .toString()))
                .orElseThrow();
        blocks.remove(smallest);
        return smallest;
    }

    private static Set<Group> joined(Set<Group> some, Set<Group> others) {
        var all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }

    private long people(Set<Group> groups) {
        return groups.stream().mapToLong(people::get).sum();
    }
}
