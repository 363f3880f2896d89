package org.huisheng.survey.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.huisheng.survey.results.Group.Dimension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An attacker who sees every view there is, adds and subtracts them as they like, and still learns of no small group. */
class SuppressionTest {

    private static final long THRESHOLD = 5;
    private static final int ROUNDS = 400;

    static List<Long> seeds() {
        var first = Long.getLong("huisheng.test.seed", System.nanoTime());
        return new Random(first).longs(ROUNDS).boxed().toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void no_sum_or_difference_of_shown_figures_is_one_of_fewer_than_five(long seed) {
        var people = people(new Random(seed));
        var groups = List.copyOf(people.keySet());

        var views = echelon(everyView(people, groups));

        for (var subset = 1; subset < 1 << groups.size(); subset++) {
            var sum = 0L;
            for (var index = 0; index < groups.size(); index++) {
                sum += (subset >> index & 1) * people.get(groups.get(index));
            }
            if (sum > 0 && sum < THRESHOLD) {
                assertThat(canBeComputed(views, indicator(subset, groups.size())))
                        .as("seed %d: %s of %s", seed, Integer.toBinaryString(subset), people)
                        .isFalse();
            }
        }
    }

    @Test
    void the_attacker_of_this_test_does_find_a_group_that_is_hidden_from_itself_only() {
        var total = new double[] {1, 1, 1};
        var others = List.of(new double[] {1, 0, 0}, new double[] {0, 1, 0}, total);

        assertThat(canBeComputed(others, new double[] {0, 0, 1})).isTrue();
        assertThat(canBeComputed(List.of(new double[] {1, 0, 0}, total), new double[] {0, 0, 1}))
                .isFalse();
    }

    @Test
    void a_small_station_is_hidden_together_with_the_next_small_one_and_the_rest_and_the_total_are_shown() {
        var figure = figure(Map.of(at("A", "2026-11"), 12L, at("B", "2026-11"), 6L, at("C", "2026-11"), 3L));

        assertThat(shown(figure, station("A"))).isEqualTo(12);
        assertThat(figure.show(station("B"))).isNull();
        assertThat(figure.show(station("C"))).isNull();
        assertThat(shown(figure, _ -> true)).isEqualTo(21);
    }

    @Test
    void small_months_are_joined_within_their_station_whose_own_figure_stays_whole() {
        var figure = figure(Map.of(at("A", "2026-10"), 20L, at("A", "2026-11"), 2L, at("B", "2026-10"), 9L));

        assertThat(shown(figure, station("A"))).isEqualTo(22);
        assertThat(shown(figure, station("B"))).isEqualTo(9);
        assertThat(figure.show(group -> group.month().equals("2026-11"))).isNull();
        var october = figure.show(group -> group.month().equals("2026-10"));
        assertThat(october.tally().answered()).isEqualTo(9);
        assertThat(october.partial()).isTrue();
    }

    @Test
    void too_few_in_all_are_never_shown_and_a_small_campaign_is_left_out_of_the_surveys_sum() {
        var small = new Group("CUSTOMER", "c2", "1", "", "2026-11");
        var large = new Group("CUSTOMER", "c1", "1", "", "2026-11");

        assertThat(figure(Map.of(small, 4L)).show(_ -> true)).isNull();
        assertThat(shown(figure(Map.of(small, 4L, large, 10L)), _ -> true)).isEqualTo(10);
    }

    private static Map<Group, Long> people(Random random) {
        var people = new HashMap<Group, Long>();
        var campaigns = 1 + random.nextInt(3);
        while (people.size() < 2 + random.nextInt(8)) {
            people.put(
                    new Group(
                            "CUSTOMER",
                            "c" + random.nextInt(campaigns),
                            "1",
                            "s" + random.nextInt(3),
                            "2026-1" + random.nextInt(3)),
                    random.nextInt(3) == 0 ? random.nextLong(5, 15) : random.nextLong(0, 7));
        }
        return people;
    }

    /** Each as the sum of groups it is: of the survey and of each campaign, under every filter and breakdown. */
    private static List<double[]> everyView(Map<Group, Long> people, List<Group> groups) {
        var views = new ArrayList<double[]>();
        add(views, figure(people), groups);
        for (var campaign : groups.stream().map(Group::campaign).distinct().toList()) {
            var own = new HashMap<>(people);
            own.keySet().removeIf(group -> !group.campaign().equals(campaign));
            add(views, figure(own), groups);
        }
        return views;
    }

    private static void add(List<double[]> views, Figure figure, List<Group> groups) {
        var all = List.of(Dimension.values());
        for (var chosen = 0; chosen < 1 << all.size(); chosen++) {
            var dimensions = new ArrayList<Dimension>();
            for (var index = 0; index < all.size(); index++) {
                if ((chosen >> index & 1) == 1) {
                    dimensions.add(all.get(index));
                }
            }
            for (var values : figure.values(dimensions, _ -> true)) {
                var shown = figure.show(group -> dimensions.stream()
                        .map(dimension -> dimension.of(group))
                        .toList()
                        .equals(values));
                if (shown != null) {
                    var view = new double[groups.size()];
                    for (var index = 0; index < view.length; index++) {
                        view[index] = shown.tally()
                                        .counts()
                                        .containsKey(groups.get(index).toString())
                                ? 1
                                : 0;
                    }
                    views.add(view);
                }
            }
        }
    }

    /** What is left of a sum after all views were used to make it up; nothing if they can. */
    private static boolean canBeComputed(List<double[]> views, double[] wanted) {
        var left = wanted.clone();
        for (var step : echelon(views)) {
            subtract(left, step);
        }
        return leading(left) < 0;
    }

    private static List<double[]> echelon(List<double[]> views) {
        var steps = new ArrayList<double[]>();
        for (var view : views) {
            var left = view.clone();
            steps.forEach(step -> subtract(left, step));
            if (leading(left) >= 0) {
                steps.add(left);
                steps.sort(java.util.Comparator.comparingInt(SuppressionTest::leading));
            }
        }
        return steps;
    }

    private static void subtract(double[] from, double[] step) {
        var column = leading(step);
        var factor = from[column] / step[column];
        for (var index = 0; index < from.length; index++) {
            from[index] -= factor * step[index];
        }
    }

    private static int leading(double[] vector) {
        for (var index = 0; index < vector.length; index++) {
            if (Math.abs(vector[index]) > 1e-9) {
                return index;
            }
        }
        return -1;
    }

    private static double[] indicator(int subset, int size) {
        var vector = new double[size];
        for (var index = 0; index < size; index++) {
            vector[index] = subset >> index & 1;
        }
        return vector;
    }

    /** Each group's people all answer with the name of their group, so that a sum tells whom it is made of. */
    private static Figure figure(Map<Group, Long> people) {
        var tallies = new HashMap<Group, Tally>();
        people.forEach((group, count) ->
                tallies.put(group, new Tally(count, count == 0 ? Map.of() : Map.of(group.toString(), count))));
        return new Figure(tallies, THRESHOLD);
    }

    private static long shown(Figure figure, Predicate<Group> filter) {
        return figure.show(filter).tally().answered();
    }

    private static Group at(String station, String month) {
        return new Group("CUSTOMER", "c", "1", station, month);
    }

    private static Predicate<Group> station(String station) {
        return group -> group.station().equals(station);
    }
}
