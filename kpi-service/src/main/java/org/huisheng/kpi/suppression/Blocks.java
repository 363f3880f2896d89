package org.huisheng.kpi.suppression;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.huisheng.events.Side;

/**
 * The groups of a department's year, divided into blocks each of which is large enough. Only unions of whole blocks are
 * shown, so whatever is added to and subtracted from what is shown is a combination of blocks again, and never a smaller
 * group. Which small groups are joined with which is chosen so that the longer periods stay whole.
 *
 * <p>Months in different zones are never joined: what was published of a sealed period stays as it was, whatever the months
 * after it bring.
 *
 * <p>Sets of groups are bits of a {@code long}: there are four sides and twelve months.
 */
final class Blocks {

    private static final int YEAR_WORTH = 1000;
    private static final int HALF_WORTH = 100;
    private static final int QUARTER_WORTH = 20;
    private static final int MONTH_WORTH = 1;

    private static final Comparator<Group> BY_TIME =
            Comparator.comparing(Group::month).thenComparing(Group::side);

    private final List<Group> groups;
    private final long[] zones;
    private final Suppression suppression;
    private final List<long[]> samples = new ArrayList<>();
    private final List<Long> present = new ArrayList<>();
    private final List<Figure> figures;
    private final List<Long> blocks = new ArrayList<>();

    /** Something that would be shown. */
    private record Figure(long groups, int worth) {}

    private Blocks(
            List<Map<Group, Long>> samples,
            Set<Set<Side>> sides,
            ToLongFunction<YearMonth> zone,
            Suppression suppression) {
        var all = new TreeSet<>(BY_TIME);
        samples.forEach(sample -> all.addAll(sample.keySet()));
        this.groups = List.copyOf(all);
        this.zones = groups.stream()
                .mapToLong(group -> zone.applyAsLong(group.month()))
                .toArray();
        this.suppression = suppression;
        for (var sample : samples) {
            this.samples.add(groups.stream()
                    .mapToLong(group -> sample.getOrDefault(group, 0L))
                    .toArray());
            this.present.add(bits(sample::containsKey));
        }
        this.figures = figures(sides);
        for (var i = 0; i < groups.size(); i++) {
            blocks.add(1L << i);
        }
    }

    /**
     * @param samples for each way of counting people how many there are in each group; a group that does not take part
     *     is absent
     * @param sides what figures add up
     * @param zone tells which months may be joined with each other
     */
    static Blocks of(
            List<Map<Group, Long>> samples,
            Set<Set<Side>> sides,
            ToLongFunction<YearMonth> zone,
            Suppression suppression) {
        var division = new Blocks(samples, sides, zone, suppression);
        for (var small = division.smallest(); small != 0; small = division.smallest()) {
            division.join(small, division.partner(small));
        }
        return division;
    }

    /** Of those that can still be joined with another; 0 if there is none. */
    private long smallest() {
        var smallest = 0L;
        for (var block : blocks) {
            if ((smallest == 0 || size(block) < size(smallest))
                    && isSmall(block)
                    && blocks.stream().anyMatch(other -> mayJoin(block, other))) {
                smallest = block;
            }
        }
        return smallest;
    }

    /** The one by which the least is lost of what could be shown, among these the smallest. */
    private long partner(long small) {
        var zone = inZone(zone(small));
        var intact = figures.stream()
                .map(figure -> new Figure(figure.groups & zone, figure.worth))
                .filter(figure -> isUnion(figure.groups))
                .toList();
        return blocks.stream()
                .filter(block -> mayJoin(small, block))
                .min(Comparator.comparingInt((Long block) -> worthLost(intact, small, block))
                        .thenComparing(Comparator.comparingLong(this::size)))
                .orElseThrow();
    }

    private long inZone(long zone) {
        var bits = 0L;
        for (var i = 0; i < zones.length; i++) {
            bits |= zones[i] == zone ? 1L << i : 0;
        }
        return bits;
    }

    private boolean mayJoin(long one, long other) {
        return one != other && zone(one) == zone(other);
    }

    private long zone(long block) {
        return zones[Long.numberOfTrailingZeros(block)];
    }

    /** What can no longer be shown once the two are one: what contains only one of them. */
    private static int worthLost(List<Figure> intact, long one, long other) {
        var lost = 0;
        for (var figure : intact) {
            lost += (figure.groups & one) == 0 == ((figure.groups & other) == 0) ? 0 : figure.worth;
        }
        return lost;
    }

    private void join(long one, long other) {
        blocks.remove(Long.valueOf(one));
        blocks.set(blocks.indexOf(other), one | other);
    }

    private boolean isUnion(long set) {
        for (var block : blocks) {
            if ((set & block) != 0 && (set & block) != block) {
                return false;
            }
        }
        return true;
    }

    /** Whether people counted in one way are too few, unless there are none at all. */
    private boolean isSmall(long block) {
        var contributing = EnumSet.noneOf(Side.class);
        for (var left = block; left != 0; left &= left - 1) {
            contributing.add(groups.get(Long.numberOfTrailingZeros(left)).side());
        }
        var threshold = suppression.threshold(contributing);
        for (var i = 0; i < samples.size(); i++) {
            if ((present.get(i) & block) != 0 && size(block, samples.get(i)) < threshold) {
                return true;
            }
        }
        return false;
    }

    private long size(long block) {
        return samples.stream().mapToLong(sample -> size(block, sample)).max().orElse(0);
    }

    private static long size(long block, long[] sample) {
        var size = 0L;
        for (var left = block; left != 0; left &= left - 1) {
            size += sample[Long.numberOfTrailingZeros(left)];
        }
        return size;
    }

    /** Whether the sum over these sides and months may be shown; that of nobody may. */
    boolean show(Collection<Side> sides, YearMonth first, YearMonth last) {
        var wanted = within(sides, first, last);
        return isUnion(wanted) && blocks.stream().noneMatch(block -> (block & wanted) != 0 && isSmall(block));
    }

    /** Whether the group is a block of its own, so that its rows may be shown. */
    boolean isAlone(Group group) {
        var own = bits(group::equals);
        return own == 0 || (blocks.contains(own) && !isSmall(own));
    }

    private List<Figure> figures(Set<Set<Side>> sides) {
        var all = new ArrayList<Figure>();
        if (groups.isEmpty()) {
            return all;
        }
        var january = YearMonth.of(groups.getFirst().month().getYear(), 1);
        for (var added : sides) {
            all.addAll(figures(added, january, 12, YEAR_WORTH));
            all.addAll(figures(added, january, 6, HALF_WORTH));
            all.addAll(figures(added, january, 3, QUARTER_WORTH));
            all.addAll(figures(added, january, 1, MONTH_WORTH));
        }
        return all;
    }

    private List<Figure> figures(Set<Side> sides, YearMonth january, int months, int worth) {
        var all = new ArrayList<Figure>();
        for (var month = 0; month < 12; month += months) {
            var first = january.plusMonths(month);
            var within = within(sides, first, first.plusMonths(months - 1L));
            if (within != 0) {
                all.add(new Figure(within, worth));
            }
        }
        return all;
    }

    private long within(Collection<Side> sides, YearMonth first, YearMonth last) {
        return bits(group -> sides.contains(group.side())
                && !group.month().isBefore(first)
                && !group.month().isAfter(last));
    }

    private long bits(Predicate<Group> some) {
        var bits = 0L;
        for (var i = 0; i < groups.size(); i++) {
            bits |= some.test(groups.get(i)) ? 1L << i : 0;
        }
        return bits;
    }
}
