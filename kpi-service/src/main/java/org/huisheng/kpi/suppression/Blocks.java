package org.huisheng.kpi.suppression;

import static java.util.Comparator.comparingInt;
import static java.util.Comparator.comparingLong;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.huisheng.events.Side;
import org.jspecify.annotations.Nullable;

/**
 * The groups of a department's year, divided into blocks each of which is large enough. Only unions of whole blocks are
 * shown, so whatever is added to and subtracted from what is shown is a combination of blocks again, and never a smaller
 * group. Which small groups are joined with which is chosen so that the longer periods stay whole.
 */
final class Blocks {

    private static final int YEAR_WORTH = 1000;
    private static final int HALF_WORTH = 100;
    private static final int QUARTER_WORTH = 20;
    private static final int MONTH_WORTH = 1;

    private static final Comparator<Group> BY_TIME =
            Comparator.comparing(Group::month).thenComparing(Group::side);

    private final List<Group> groups;
    private final Suppression suppression;
    private final List<Map<Group, Long>> samples;
    private final List<Figure> figures;
    private final List<Block> blocks = new ArrayList<>();
    private final Map<Group, Block> blockOf = new HashMap<>();

    /** Something that would be shown. */
    private record Figure(BitSet groups, int worth) {}

    private record Block(BitSet groups) {}

    private Blocks(List<Map<Group, Long>> samples, Set<Set<Side>> sides, Suppression suppression) {
        var all = new TreeSet<>(BY_TIME);
        samples.forEach(sample -> all.addAll(sample.keySet()));
        this.groups = List.copyOf(all);
        this.samples = samples;
        this.suppression = suppression;
        this.figures = figures(sides);
        for (var i = 0; i < groups.size(); i++) {
            blocks.add(new Block(bits(List.of(groups.get(i)))));
        }
    }

    /**
     * @param samples for each way of counting people how many there are in each group; a group that does not take part
     *     is absent
     * @param sides what figures add up
     */
    static Blocks of(List<Map<Group, Long>> samples, Set<Set<Side>> sides, Suppression suppression) {
        var division = new Blocks(samples, sides, suppression);
        division.divide();
        return division;
    }

    private void divide() {
        for (var small = smallest(); small != null && blocks.size() > 1; small = smallest()) {
            join(small, partner(small));
        }
        for (var block : blocks) {
            block.groups.stream().forEach(i -> blockOf.put(groups.get(i), block));
        }
    }

    private @Nullable Block smallest() {
        return blocks.stream()
                .filter(this::isSmall)
                .min(comparingLong(this::size))
                .orElse(null);
    }

    private Block partner(Block small) {
        var intact = figures.stream().filter(figure -> isUnion(figure.groups)).toList();
        return blocks.stream()
                .filter(block -> !block.equals(small))
                .min(comparingInt((Block block) -> worthLost(intact, small, block))
                        .thenComparing(comparingLong(this::size)))
                .orElseThrow();
    }

    /** What can no longer be shown once the two are one: what contains only one of them. */
    private static int worthLost(List<Figure> intact, Block one, Block other) {
        return intact.stream()
                .filter(figure -> figure.groups.intersects(one.groups) != figure.groups.intersects(other.groups))
                .mapToInt(Figure::worth)
                .sum();
    }

    private void join(Block one, Block other) {
        var groupsOfBoth = new BitSet();
        groupsOfBoth.or(one.groups);
        groupsOfBoth.or(other.groups);
        blocks.remove(one);
        blocks.set(blocks.indexOf(other), new Block(groupsOfBoth));
    }

    private boolean isUnion(BitSet set) {
        return blocks.stream()
                .allMatch(block ->
                        !set.intersects(block.groups) || block.groups.stream().allMatch(set::get));
    }

    /** Whether people counted in one way are too few, unless there are none at all. */
    private boolean isSmall(Block block) {
        var contributing = EnumSet.noneOf(Side.class);
        block.groups.stream().forEach(i -> contributing.add(groups.get(i).side()));
        var threshold = suppression.threshold(contributing);
        for (var sample : samples) {
            if (block.groups.stream().anyMatch(i -> sample.containsKey(groups.get(i)))
                    && size(block, sample) < threshold) {
                return true;
            }
        }
        return false;
    }

    private long size(Block block) {
        return samples.stream().mapToLong(sample -> size(block, sample)).max().orElse(0);
    }

    private long size(Block block, Map<Group, Long> sample) {
        return block.groups.stream()
                .mapToLong(i -> sample.getOrDefault(groups.get(i), 0L))
                .sum();
    }

    /** Whether the sum over these sides and months may be shown; that of nobody may. */
    boolean show(Collection<Side> sides, YearMonth first, YearMonth last) {
        var wanted = new BitSet();
        for (var i = 0; i < groups.size(); i++) {
            var group = groups.get(i);
            if (sides.contains(group.side())
                    && !group.month().isBefore(first)
                    && !group.month().isAfter(last)) {
                wanted.set(i);
            }
        }
        return isUnion(wanted) && blocks.stream().noneMatch(block -> block.groups.intersects(wanted) && isSmall(block));
    }

    /** Whether the group is a block of its own, so that its rows may be shown. */
    boolean isAlone(Group group) {
        var block = blockOf.get(group);
        return block == null || (block.groups.cardinality() == 1 && !isSmall(block));
    }

    private List<Figure> figures(Set<Set<Side>> sides) {
        var all = new ArrayList<Figure>();
        if (groups.isEmpty()) {
            return all;
        }
        var year = groups.getFirst().month().getYear();
        for (var added : sides) {
            all.addAll(figures(added, year, 12, YEAR_WORTH));
            all.addAll(figures(added, year, 6, HALF_WORTH));
            all.addAll(figures(added, year, 3, QUARTER_WORTH));
            all.addAll(figures(added, year, 1, MONTH_WORTH));
        }
        return all;
    }

    private List<Figure> figures(Set<Side> sides, int year, int months, int worth) {
        var all = new ArrayList<Figure>();
        for (var month = 1; month <= 12; month += months) {
            var first = YearMonth.of(year, month);
            var last = first.plusMonths(months - 1L);
            var within = bits(groups.stream()
                    .filter(group -> sides.contains(group.side())
                            && !group.month().isBefore(first)
                            && !group.month().isAfter(last))
                    .toList());
            if (!within.isEmpty()) {
                all.add(new Figure(within, worth));
            }
        }
        return all;
    }

    private BitSet bits(Collection<Group> some) {
        var bits = new BitSet(groups.size());
        some.forEach(group -> bits.set(groups.indexOf(group)));
        return bits;
    }
}
