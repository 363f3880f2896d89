package org.huisheng.kpi.suppression;

import static java.util.stream.Collectors.toSet;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.huisheng.events.Side;
import org.jspecify.annotations.Nullable;

/**
 * The groups of a department's year, divided into blocks each of which is large enough. Only unions of whole blocks are
 * shown, so whatever is added to and subtracted from what is shown is a combination of blocks again, and never a smaller
 * group. Which small groups are joined with which is chosen so that the longer periods stay whole. One whose joining would cost more
 * than it saves is let be: nothing that contains it is shown, and what contains none of it is.
 *
 * <p>Months in different zones are never joined: what was published of a sealed period stays as it was, whatever the months
 * after it bring. What is too few even with all else that a seal leaves over is in nothing it shows, so nothing of it can change: it
 * passes on to the next seal, or to the open months.
 *
 * <p>Sets of groups are bits; none of them is changed once it is made.
 */
final class Blocks {

    private static final int YEAR_WORTH = 1000;
    private static final int HALF_WORTH = 100;
    private static final int QUARTER_WORTH = 20;
    private static final int MONTH_WORTH = 1;

    private static final BitSet NOBODY = new BitSet();

    private static final Comparator<Group> BY_TIME =
            Comparator.comparing(Group::month).thenComparing(Group::side).thenComparing(Blocks::tag);

    private final List<Group> groups;
    private final long[] zones;
    private final Set<String> tags;
    private final Suppression suppression;
    private final List<long[]> samples = new ArrayList<>();
    private final List<BitSet> present = new ArrayList<>();
    private final List<Figure> figures;
    private final List<BitSet> blocks = new ArrayList<>();

    /** Something that would be shown. */
    private record Figure(BitSet groups, int worth) {}

    private Blocks(
            List<Map<Group, Long>> samples,
            Set<Slice> slices,
            ToLongFunction<YearMonth> zone,
            Suppression suppression) {
        var all = new TreeSet<>(BY_TIME);
        samples.forEach(sample -> all.addAll(sample.keySet()));
        this.groups = List.copyOf(all);
        this.zones = groups.stream()
                .mapToLong(group -> zone.applyAsLong(group.month()))
                .toArray();
        this.tags = slices.stream().flatMap(slice -> slice.tags().stream()).collect(toSet());
        this.suppression = suppression;
        for (var sample : samples) {
            this.samples.add(groups.stream()
                    .mapToLong(group -> sample.getOrDefault(group, 0L))
                    .toArray());
            this.present.add(bits(sample::containsKey));
        }
        this.figures = figures(slices);
        for (var i = 0; i < groups.size(); i++) {
            blocks.add(bit(i));
        }
    }

    /**
     * @param samples for each way of counting people how many there are in each group; a group that does not take part
     *     is absent
     * @param slices what figures add up
     * @param zone tells which months may be joined with each other; zones follow each other as their numbers do
     */
    static Blocks of(
            List<Map<Group, Long>> samples,
            Set<Slice> slices,
            ToLongFunction<YearMonth> zone,
            Suppression suppression) {
        var division = new Blocks(samples, slices, zone, suppression);
        var inOrder = Arrays.stream(division.zones).distinct().sorted().toArray();
        for (var i = 0; i < inOrder.length; i++) {
            division.divide(inOrder[i]);
            if (i + 1 < inOrder.length) {
                division.passOnTooFew(inOrder[i], inOrder[i + 1]);
            }
        }
        return division;
    }

    private void divide(long zone) {
        var letBe = new HashSet<BitSet>();
        for (var small = smallest(zone, letBe); small != null; small = smallest(zone, letBe)) {
            var partner = partner(small);
            if (partner == null) {
                letBe.add(small);
            } else {
                join(small, partner);
            }
        }
    }

    /**
     * One block goes on as it is. Of several some could become enough together that the seal has hidden, unless all of them are too few.
     */
    private void passOnTooFew(long zone, long next) {
        var leftOver = blocks.stream()
                .filter(block -> zone(block) == zone && isSmall(block))
                .toList();
        var together = new BitSet(zones.length);
        leftOver.forEach(together::or);
        if (leftOver.size() <= 1 || size(together) < suppression.threshold(Set.of())) {
            together.stream().forEach(group -> zones[group] = next);
        }
    }

    /** Of those that can still be joined with another. */
    private @Nullable BitSet smallest(long zone, Set<BitSet> letBe) {
        BitSet smallest = null;
        for (var block : blocks) {
            if (zone(block) == zone
                    && (smallest == null || size(block) < size(smallest))
                    && isSmall(block)
                    && !letBe.contains(block)
                    && blocks.stream().anyMatch(other -> mayJoin(block, other))) {
                smallest = block;
            }
        }
        return smallest;
    }

    /** The one by which the least is lost of what could be shown, among these the smallest; null if less is lost without any. */
    private @Nullable BitSet partner(BitSet small) {
        var zone = inZone(zone(small));
        var intact = figures.stream()
                .map(figure -> new Figure(both(figure.groups, zone), figure.worth))
                .filter(figure -> isUnion(figure.groups))
                .toList();
        var partner = blocks.stream()
                .filter(block -> mayJoin(small, block))
                .min(Comparator.comparingInt((BitSet block) -> worthLost(intact, small, block))
                        .thenComparing(Comparator.comparingLong(this::size)))
                .orElseThrow();
        return worthLost(intact, small, partner) > worthLost(intact, small, NOBODY) ? null : partner;
    }

    private BitSet inZone(long zone) {
        var bits = new BitSet(zones.length);
        for (var i = 0; i < zones.length; i++) {
            bits.set(i, zones[i] == zone);
        }
        return bits;
    }

    private boolean mayJoin(BitSet one, BitSet other) {
        return !one.equals(other) && zone(one) == zone(other);
    }

    private long zone(BitSet block) {
        return zones[block.nextSetBit(0)];
    }

    /** What can no longer be shown once the two are one: what contains only one of them. Beside nobody, what contains it at all. */
    private static int worthLost(List<Figure> intact, BitSet one, BitSet other) {
        var lost = 0;
        for (var figure : intact) {
            lost += figure.groups.intersects(one) == figure.groups.intersects(other) ? 0 : figure.worth;
        }
        return lost;
    }

    private void join(BitSet one, BitSet other) {
        blocks.remove(one);
        var joined = (BitSet) one.clone();
        joined.or(other);
        blocks.set(blocks.indexOf(other), joined);
    }

    private boolean isUnion(BitSet set) {
        for (var block : blocks) {
            if (set.intersects(block) && !both(set, block).equals(block)) {
                return false;
            }
        }
        return true;
    }

    /** Whether people counted in one way are too few, unless there are none at all. */
    private boolean isSmall(BitSet block) {
        var contributing = EnumSet.noneOf(Side.class);
        block.stream().forEach(i -> contributing.add(groups.get(i).side()));
        var threshold = suppression.threshold(contributing);
        for (var i = 0; i < samples.size(); i++) {
            if (present.get(i).intersects(block) && size(block, samples.get(i)) < threshold) {
                return true;
            }
        }
        return false;
    }

    private long size(BitSet block) {
        return samples.stream().mapToLong(sample -> size(block, sample)).max().orElse(0);
    }

    private static long size(BitSet block, long[] sample) {
        var size = 0L;
        for (var i = block.nextSetBit(0); i >= 0; i = block.nextSetBit(i + 1)) {
            size += sample[i];
        }
        return size;
    }

    /**
     * Whether the sum over these months of a slice, or its rows, may be shown; that of nobody may. Not that of tags no
     * figure names, since they are not told apart here.
     */
    boolean show(Slice slice, YearMonth first, YearMonth last) {
        var wanted = within(slice, first, last);
        return tags.containsAll(slice.tags())
                && isUnion(wanted)
                && blocks.stream().noneMatch(block -> block.intersects(wanted) && isSmall(block));
    }

    private List<Figure> figures(Set<Slice> slices) {
        var all = new ArrayList<Figure>();
        if (groups.isEmpty()) {
            return all;
        }
        var january = YearMonth.of(groups.getFirst().month().getYear(), 1);
        for (var added : slices) {
            all.addAll(figures(added, january, 12, YEAR_WORTH));
            all.addAll(figures(added, january, 6, HALF_WORTH));
            all.addAll(figures(added, january, 3, QUARTER_WORTH));
            all.addAll(figures(added, january, 1, MONTH_WORTH));
        }
        return all;
    }

    private List<Figure> figures(Slice slice, YearMonth january, int months, int worth) {
        var all = new ArrayList<Figure>();
        for (var month = 0; month < 12; month += months) {
            var first = january.plusMonths(month);
            var within = within(slice, first, first.plusMonths(months - 1L));
            if (!within.isEmpty()) {
                all.add(new Figure(within, worth));
            }
        }
        return all;
    }

    private BitSet within(Slice slice, YearMonth first, YearMonth last) {
        return bits(group -> slice.contains(group, first, last));
    }

    private BitSet bits(Predicate<Group> some) {
        var bits = new BitSet(groups.size());
        for (var i = 0; i < groups.size(); i++) {
            bits.set(i, some.test(groups.get(i)));
        }
        return bits;
    }

    private static BitSet bit(int index) {
        var bits = new BitSet(index + 1);
        bits.set(index);
        return bits;
    }

    private static BitSet both(BitSet one, BitSet other) {
        var both = (BitSet) one.clone();
        both.and(other);
        return both;
    }

    private static String tag(Group group) {
        return group.tag() == null ? "" : group.tag();
    }
}
