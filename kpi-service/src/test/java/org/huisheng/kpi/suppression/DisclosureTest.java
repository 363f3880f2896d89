package org.huisheng.kpi.suppression;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.random.RandomGenerator;
import org.huisheng.events.Side;
import org.huisheng.kpi.period.Period;
import org.huisheng.kpi.suppression.WithheldGroups.RowGroup;
import org.huisheng.kpi.testing.Seed;
import org.huisheng.kpi.testing.Thresholds;
import org.junit.jupiter.api.Test;

/**
 * An attacker knows all figures and rows that are shown and may add and subtract them. Two groups that are either both
 * or neither in each of the sums cannot be told apart by any algebra, and groups that can be told apart must be large.
 */
class DisclosureTest {

    private static final int ROUNDS = 120;
    private static final Thresholds THRESHOLDS = Thresholds.usual();
    /** Those that indicators name; null stands for all others. */
    private static final List<String> TAGS = Arrays.asList(null, "east", "west");

    private static final List<String> METRICS = List.of(
            "satisfaction",
            "speed",
            "asked",
            "case.received",
            "case.responded",
            "case.overdue",
            "case.responded-on-time",
            "case.resolved-on-time",
            "case.confirmed",
            "case.satisfied");

    /** What rates show besides how many were received, of how many of those. */
    private static final List<String> OF_RECEIVED =
            List.of("case.responded", "case.overdue", "case.responded-on-time", "case.resolved-on-time");

    private static final List<Group> EVERYWHERE = everywhere();

    /** What is shown of a metric: which groups a sum is over. */
    private record Seen(String metric, Set<Group> groups) {}

    @Test
    void nothing_that_can_be_computed_is_about_fewer_people_than_the_threshold() {
        var random = Seed.generator("DisclosureTest");
        var shown = 0;
        var foundIfNaive = 0;
        for (var round = 0; round < ROUNDS; round++) {
            var sources = sources(random);
            var indicators = sums(random);
            var sums = withRates(indicators);
            var disclosure = new Disclosure(sources, indicators, zones(random), THRESHOLDS);

            var seen = seen(sums, (period, sum) -> contains(disclosure, period, sum));
            seen.addAll(rows(sources, sums, disclosure));
            var naive = seen(sums, (period, sum) -> isLarge(sources, period, sum));

            assertThat(tooSmall(sources, sums, seen)).as("%s %s", sources, sums).isEmpty();
            shown += seen.size();
            foundIfNaive += tooSmall(sources, sums, naive).isEmpty() ? 0 : 1;
        }
        assertThat(shown).as("figures and groups shown").isGreaterThan(20 * ROUNDS);
        assertThat(foundIfNaive)
                .as("worlds given away where only small figures are hidden")
                .isGreaterThan(ROUNDS / 2);
    }

    @Test
    void a_small_month_is_joined_with_its_neighbour_and_the_quarter_stays_whole() {
        var months = Map.of(7, 30L, 10, 10L, 11, 2L, 12, 20L);
        var disclosure = customers(months);

        assertThat(List.of("2026", "2026-Q3", "2026-07", "2026-Q4", "2026-12"))
                .allMatch(period -> shows(disclosure, period));
        assertThat(List.of("2026-10", "2026-11")).noneMatch(period -> shows(disclosure, period));
    }

    @Test
    void a_small_quarter_costs_the_smallest_other_one() {
        var months = Map.of(1, 40L, 5, 9L, 8, 3L, 11, 80L);
        var disclosure = customers(months);

        assertThat(List.of("2026", "2026-Q1", "2026-Q2")).allMatch(period -> shows(disclosure, period));
        assertThat(List.of("2026-Q3", "2026-Q4")).noneMatch(period -> shows(disclosure, period));
    }

    @Test
    void a_year_of_too_few_is_not_shown_at_all() {
        var disclosure = customers(Map.of(1, 2L, 11, 2L));

        assertThat(List.of("2026", "2026-Q1", "2026-11")).noneMatch(period -> shows(disclosure, period));
    }

    @Test
    void a_seal_of_too_few_shows_nothing_and_does_not_cost_the_year() {
        var each = customers(Map.of(1, 2L, 2, 3L, 3, 20L, 4, 2L, 5, 30L), YearMonth::getMonthValue);

        assertThat(List.of("2026-01", "2026-02", "2026-04", "2026-05")).noneMatch(period -> shows(each, period));
        assertThat(List.of("2026", "2026-Q1", "2026-Q2", "2026-03")).allMatch(period -> shows(each, period));
    }

    @Test
    void too_few_after_the_last_seal_cost_the_year_since_less_what_was_sealed_it_would_be_they() {
        var quarter = customers(Map.of(1, 20L, 4, 2L), month -> month.getMonthValue() <= 3 ? 1 : 2);

        assertThat(shows(quarter, "2026-Q1")).isTrue();
        assertThat(List.of("2026", "2026-Q2")).noneMatch(period -> shows(quarter, period));
    }

    @Test
    void a_small_station_is_hidden_with_what_would_give_it_away() {
        var november = YearMonth.of(2026, 11);
        var customers = EnumSet.of(Side.CUSTOMER);
        var disclosure = new Disclosure(
                Map.of(
                        "m",
                        Map.of(
                                new Group(Side.CUSTOMER, november, "east"), 12L,
                                new Group(Side.CUSTOMER, november, "west"), 3L,
                                new Group(Side.CUSTOMER, november), 20L)),
                Set.of(
                        new Sum("m", "m", customers),
                        new Sum("m", "m", new Slice(customers, List.of("east"))),
                        new Sum("m", "m", new Slice(customers, List.of("west")))),
                _ -> 0,
                THRESHOLDS);
        var shown = disclosure.during(Period.parse("2026-11"));

        assertThat(shown.contain("m", customers, List.of())).isTrue();
        assertThat(shown.contain("m", customers, List.of("west"))).isFalse();
        assertThat(shown.contain("m", customers, List.of("east")))
                .as("with the rest, which nobody asks for, the west is among enough")
                .isTrue();
        assertThat(disclosure.withheld("D", List.of("west"))).hasSize(1);
        assertThat(disclosure.withheld("D", List.of("east"))).isEmpty();
        assertThat(disclosure.withheld("D", List.of())).isEmpty();
    }

    @Test
    void the_sides_of_an_indicator_may_be_joined_with_each_other() {
        var november = YearMonth.of(2026, 11);
        var both = EnumSet.of(Side.CUSTOMER, Side.ENTERPRISE);
        var disclosure = new Disclosure(
                Map.of("m", Map.of(new Group(Side.CUSTOMER, november), 9L, new Group(Side.ENTERPRISE, november), 2L)),
                Set.of(new Sum("m", "m", both)),
                _ -> 0,
                THRESHOLDS);

        assertThat(disclosure.during(Period.parse("2026-11")).contain("m", both))
                .isTrue();
        assertThat(disclosure.withheld("D", List.of())).hasSize(2);
    }

    /** Each side has an indicator of its own, and no figure is of both: one that has hardly said anything costs the other nothing. */
    @Test
    void a_side_of_too_few_is_hidden_by_itself_where_nothing_shows_it_together_with_another() {
        for (ToLongFunction<YearMonth> zone : List.<ToLongFunction<YearMonth>>of(_ -> 0, YearMonth::getMonthValue)) {
            var disclosure = customersAndEnterprises(Map.of(1, 2L, 2, 1L), zone);

            assertThat(List.of("2026", "2026-Q1", "2026-01", "2026-02", "2026-03"))
                    .allMatch(period -> shows(disclosure, period))
                    .allMatch(period -> period.equals("2026-03") || !shows(disclosure, period, Side.ENTERPRISE));
        }
    }

    @Test
    void what_a_seal_had_too_few_of_counts_with_the_next_months_of_its_own_side() {
        var disclosure = customersAndEnterprises(Map.of(1, 2L, 2, 4L), YearMonth::getMonthValue);

        assertThat(List.of("2026", "2026-Q1")).allMatch(period -> shows(disclosure, period, Side.ENTERPRISE));
        assertThat(List.of("2026-01", "2026-02")).noneMatch(period -> shows(disclosure, period, Side.ENTERPRISE));
        assertThat(List.of("2026", "2026-Q1", "2026-01", "2026-02")).allMatch(period -> shows(disclosure, period));
    }

    private static Disclosure customersAndEnterprises(Map<Integer, Long> enterprises, ToLongFunction<YearMonth> zone) {
        var sizes = new HashMap<Group, Long>();
        for (var month = 1; month <= 3; month++) {
            sizes.put(new Group(Side.CUSTOMER, YearMonth.of(2026, month)), 9L);
        }
        enterprises.forEach((month, size) -> sizes.put(new Group(Side.ENTERPRISE, YearMonth.of(2026, month)), size));
        return new Disclosure(
                Map.of("m", sizes),
                Set.of(new Sum("m", "m", EnumSet.of(Side.CUSTOMER)), new Sum("m", "m", EnumSet.of(Side.ENTERPRISE))),
                zone,
                THRESHOLDS);
    }

    @Test
    void what_is_shown_of_sealed_months_does_not_depend_on_later_ones() {
        var random = Seed.generator("DisclosureTest");
        for (var round = 0; round < 100; round++) {
            var sums = withRates(sums(random));
            var sealed = sources(random);
            sealed.values()
                    .forEach(sizes ->
                            sizes.keySet().removeIf(group -> group.month().getMonthValue() > 6));
            var before = everyTwoMonthsSealed(sealed, sums);

            var later = sources(random);
            later.forEach((metric, sizes) -> {
                sizes.keySet().removeIf(group -> group.month().getMonthValue() <= 6);
                sizes.putAll(sealed.getOrDefault(metric, Map.of()));
            });
            var after = everyTwoMonthsSealed(later, sums);

            for (var period : periods()) {
                if (period.last().getMonthValue() <= 6) {
                    for (var sum : sums) {
                        assertThat(contains(after, period, sum))
                                .as("%s %s", period, sum)
                                .isEqualTo(contains(before, period, sum));
                    }
                }
            }
        }
    }

    /** Sides of few beside one of many, each with figures of its own: what is let be is in nothing a seal shows, now and later. */
    @Test
    void what_is_let_be_is_never_found_out_and_changes_nothing_that_was_sealed() {
        var random = Seed.generator("DisclosureTest");
        var letBe = 0;
        for (var round = 0; round < ROUNDS; round++) {
            var whole = manyCustomersAndFewOthers(random);
            var sums = eachSide(random);
            var length = random.nextInt(1, 4);
            ToLongFunction<YearMonth> zone = month -> (month.getMonthValue() - 1) / length;
            var sealed = new HashMap<>(whole);
            var lastSealed = 6 / length * length;
            sealed.keySet().removeIf(group -> group.month().getMonthValue() > lastSealed);
            var before = new Disclosure(Map.of("satisfaction", sealed), sums, zone, THRESHOLDS);
            var after = new Disclosure(Map.of("satisfaction", whole), sums, zone, THRESHOLDS);

            for (var period : periods()) {
                if (period.last().getMonthValue() <= lastSealed) {
                    assertThat(sums)
                            .as("%s of %s", period, whole)
                            .allSatisfy(sum ->
                                    assertThat(contains(after, period, sum)).isEqualTo(contains(before, period, sum)));
                }
            }
            var seen = seen(sums, (period, sum) -> contains(after, period, sum));
            seen.addAll(rows(Map.of("satisfaction", whole), sums, after));
            assertThat(tooSmall(Map.of("satisfaction", whole), sums, seen))
                    .as("%s %s", whole, sums)
                    .isEmpty();
            for (var month = 1; month <= lastSealed; month++) {
                var period = Period.parse("2026-%02d".formatted(month));
                letBe += whole.containsKey(new Group(Side.ENTERPRISE, YearMonth.of(2026, month)))
                                && contains(
                                        after,
                                        period,
                                        new Sum("satisfaction", "satisfaction", EnumSet.of(Side.CUSTOMER)))
                                && !contains(
                                        after,
                                        period,
                                        new Sum("satisfaction", "satisfaction", EnumSet.of(Side.ENTERPRISE)))
                        ? 1
                        : 0;
            }
        }
        assertThat(letBe)
                .as("months of customers that few enterprises did not cost")
                .isGreaterThan(ROUNDS);
    }

    private static Map<Group, Long> manyCustomersAndFewOthers(RandomGenerator random) {
        var sizes = new HashMap<Group, Long>();
        for (var month = 1; month <= 12; month++) {
            for (var side : Side.values()) {
                var size = side == Side.CUSTOMER ? random.nextInt(5, 40) : random.nextInt(6);
                if (size > 0 || random.nextInt(4) == 0) {
                    sizes.put(new Group(side, YearMonth.of(2026, month)), (long) size);
                }
            }
        }
        return sizes;
    }

    /** Sometimes two together as well. */
    private static Set<Sum> eachSide(RandomGenerator random) {
        var sums = new HashSet<Sum>();
        for (var side : Side.values()) {
            sums.add(new Sum("satisfaction", "satisfaction", EnumSet.of(side)));
        }
        if (random.nextInt(3) == 0) {
            sums.add(new Sum(
                    "satisfaction",
                    "satisfaction",
                    EnumSet.of(any(random, Side.values()), any(random, Side.values()))));
        }
        return sums;
    }

    private static Disclosure everyTwoMonthsSealed(Map<String, Map<Group, Long>> sources, Set<Sum> sums) {
        return new Disclosure(sources, sums, month -> (month.getMonthValue() - 1) / 2, THRESHOLDS);
    }

    private static ToLongFunction<YearMonth> zones(RandomGenerator random) {
        var sealed = random.nextInt(13);
        var earlier = random.nextInt(sealed + 1);
        return month -> month.getMonthValue() <= earlier ? 1 : month.getMonthValue() <= sealed ? 2 : 3;
    }

    private static Disclosure customers(Map<Integer, Long> months) {
        return customers(months, _ -> 0);
    }

    private static Disclosure customers(Map<Integer, Long> months, ToLongFunction<YearMonth> zone) {
        var sizes = new HashMap<Group, Long>();
        months.forEach((month, size) -> sizes.put(new Group(Side.CUSTOMER, YearMonth.of(2026, month)), size));
        return new Disclosure(
                Map.of("m", sizes), Set.of(new Sum("m", "m", EnumSet.of(Side.CUSTOMER))), zone, THRESHOLDS);
    }

    private static boolean contains(Disclosure disclosure, Period period, Sum sum) {
        return disclosure
                .during(period)
                .contain(sum.sampleMetric(), sum.slice().sides(), sum.slice().tags());
    }

    private static boolean shows(Disclosure disclosure, String period) {
        return shows(disclosure, period, Side.CUSTOMER);
    }

    private static boolean shows(Disclosure disclosure, String period, Side side) {
        return disclosure.during(Period.parse(period)).contain("m", EnumSet.of(side));
    }

    private static Map<String, Map<Group, Long>> sources(RandomGenerator random) {
        var sources = new HashMap<String, Map<Group, Long>>();
        var tags = random.nextInt(1, TAGS.size() + 1);
        // Where hardly anybody speaks, whole seals are of too few.
        var quiet = random.nextInt(4) == 0;
        for (var metric : METRICS) {
            var sizes = new HashMap<Group, Long>();
            var often = quiet ? 1 : random.nextInt(1, 6);
            for (var month = 1; month <= 12; month++) {
                for (var side : Side.values()) {
                    for (var tag : TAGS.subList(0, tags)) {
                        if (random.nextInt(5) < often) {
                            var size = quiet || random.nextBoolean() ? random.nextInt(8) : random.nextInt(60);
                            sizes.put(new Group(side, YearMonth.of(2026, month), tag), (long) size);
                        }
                    }
                }
            }
            sources.put(metric, sizes);
        }
        return sources;
    }

    private static Set<Sum> sums(RandomGenerator random) {
        var sums = new HashSet<Sum>();
        for (var i = random.nextInt(1, 6); i > 0; i--) {
            var metric = METRICS.get(random.nextInt(METRICS.size()));
            var sample = random.nextBoolean() ? metric : METRICS.get(random.nextInt(METRICS.size()));
            var sides = EnumSet.of(any(random, Side.values()));
            sides.add(any(random, Side.values()));
            sums.add(new Sum(metric, sample, new Slice(sides, tags(random))));
        }
        return sums;
    }

    private static List<String> tags(RandomGenerator random) {
        return switch (random.nextInt(6)) {
            case 0 -> List.of("east");
            case 1 -> List.of("west");
            case 2 -> List.of("east", "west");
            default -> List.of();
        };
    }

    private static Side any(RandomGenerator random, Side[] sides) {
        return sides[random.nextInt(sides.length)];
    }

    @FunctionalInterface
    private interface Rule {
        boolean shows(Period period, Sum sum);
    }

    private static Set<Sum> withRates(Set<Sum> indicators) {
        var sums = new HashSet<>(indicators);
        for (var side : Side.values()) {
            sums.add(new Sum("case.received", "case.received", EnumSet.of(side)));
            OF_RECEIVED.forEach(metric -> sums.add(new Sum(metric, "case.received", EnumSet.of(side))));
            sums.add(new Sum("case.confirmed", "case.confirmed", EnumSet.of(side)));
            sums.add(new Sum("case.satisfied", "case.confirmed", EnumSet.of(side)));
        }
        return sums;
    }

    private static List<Seen> seen(Set<Sum> sums, Rule rule) {
        var seen = new ArrayList<Seen>();
        for (var period : periods()) {
            for (var sum : sums) {
                if (rule.shows(period, sum)) {
                    seen.add(new Seen(sum.metric(), within(period, sum)));
                    seen.add(new Seen(sum.sampleMetric(), within(period, sum)));
                }
            }
        }
        return seen;
    }

    private static Set<Group> within(Period period, Sum sum) {
        return EVERYWHERE.stream()
                .filter(group -> sum.slice().contains(group, period.first(), period.last()))
                .collect(toSet());
    }

    private static List<Group> everywhere() {
        var groups = new ArrayList<Group>();
        for (var month = 1; month <= 12; month++) {
            for (var side : Side.values()) {
                for (var tag : TAGS) {
                    groups.add(new Group(side, YearMonth.of(2026, month), tag));
                }
            }
        }
        return groups;
    }

    private static List<Period> periods() {
        var periods = new ArrayList<Period>();
        periods.add(Period.parse("2026"));
        for (var quarter = 1; quarter <= 4; quarter++) {
            periods.add(Period.parse("2026-Q" + quarter));
        }
        for (var month = 1; month <= 12; month++) {
            periods.add(Period.parse("2026-%02d".formatted(month)));
        }
        return periods;
    }

    private static boolean isLarge(Map<String, Map<Group, Long>> sources, Period period, Sum sum) {
        return isLarge(sources, sum, within(period, sum));
    }

    /** Those who are asked about must be many; a sum over nobody is nobody's secret. */
    private static boolean isLarge(Map<String, Map<Group, Long>> sources, Sum sum, Set<Group> groups) {
        var present = new HashSet<>(groups);
        var asked = sources.get(sum.sampleMetric());
        present.removeIf(
                group -> !asked.containsKey(group) && !sources.get(sum.metric()).containsKey(group));
        if (present.isEmpty()) {
            return true;
        }
        var sides = EnumSet.noneOf(Side.class);
        present.forEach(group -> sides.add(group.side()));
        return present.stream()
                        .mapToLong(group -> asked.getOrDefault(group, 0L))
                        .sum()
                >= THRESHOLDS.threshold(sides);
    }

    /** Rows of all tags, and those of each sum, are lists of their own. */
    private static List<Seen> rows(Map<String, Map<Group, Long>> sources, Set<Sum> sums, Disclosure disclosure) {
        var seen = new ArrayList<Seen>();
        var lists = new HashSet<Set<String>>(Set.of(Set.of()));
        sums.forEach(sum -> lists.add(sum.slice().tags()));
        for (var tags : lists) {
            var withheld = disclosure.withheld("D", tags).collect(toSet());
            sources.forEach((metric, sizes) -> sizes.keySet().stream()
                    .filter(group -> !withheld.contains(new RowGroup("D", metric, group.side(), group.month())))
                    .forEach(group -> seen.add(new Seen(metric, listed(group, tags)))));
        }
        return seen;
    }

    private static Set<Group> listed(Group one, Set<String> tags) {
        var slice = new Slice(EnumSet.of(one.side()), tags);
        return EVERYWHERE.stream()
                .filter(group -> slice.contains(group, one.month(), one.month()))
                .collect(toSet());
    }

    /** What can be told from all else by what is seen, and is about too few. */
    private static List<Seen> tooSmall(Map<String, Map<Group, Long>> sources, Set<Sum> sums, List<Seen> seen) {
        var small = new ArrayList<Seen>();
        for (var sum : sums) {
            for (var metric : Set.copyOf(List.of(sum.metric(), sum.sampleMetric()))) {
                toldApart(metric, seen).stream()
                        .filter(groups -> !isLarge(sources, sum, groups))
                        .forEach(groups -> small.add(new Seen(metric, groups)));
            }
        }
        return small;
    }

    private static Collection<Set<Group>> toldApart(String metric, List<Seen> seen) {
        var known = seen.stream()
                .filter(one -> one.metric.equals(metric))
                .map(Seen::groups)
                .distinct()
                .toList();
        var alike = new HashMap<List<Boolean>, Set<Group>>();
        for (var group : EVERYWHERE) {
            var where = known.stream().map(sum -> sum.contains(group)).toList();
            if (where.contains(true)) {
                alike.computeIfAbsent(where, _ -> new HashSet<>()).add(group);
            }
        }
        return alike.values();
    }
}
