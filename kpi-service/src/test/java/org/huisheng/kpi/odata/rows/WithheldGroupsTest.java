package org.huisheng.kpi.odata.rows;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.huisheng.events.Side;
import org.huisheng.kpi.scoring.Suppression;
import org.huisheng.kpi.sql.Database;
import org.huisheng.kpi.testing.KpiTest;
import org.huisheng.kpi.testing.Office;
import org.huisheng.kpi.testing.Seed;
import org.junit.jupiter.api.Test;

/**
 * An attacker knows all published totals of a metric and all rows of the feed, and does the algebra. What they find out
 * about a small group they must be able to find out without the feed.
 */
@QuarkusTest
class WithheldGroupsTest extends KpiTest {

    private static final int ROUNDS = 25;
    private static final String METRIC = "satisfaction.service";
    private static final List<YearMonth> MONTHS = IntStream.rangeClosed(1, 12)
            .mapToObj(month -> YearMonth.of(2025, month))
            .toList();

    @Inject
    Database database;

    @Inject
    Suppression suppression;

    private record Group(Side side, YearMonth month) {}

    @Test
    void the_feed_gives_nothing_away_that_scores_do_not() {
        var random = Seed.generator("WithheldGroupsTest");
        var hiddenBesides = 0;
        var foundIfNaive = 0;
        for (var round = 0; round < ROUNDS; round++) {
            var department = Office.establishDepartment();
            var sizes = sizes(random);
            var indicators = indicators(random);
            store(department, sizes, indicators);
            var small = small(sizes);

            var hidden = hidden(department);
            // Cells without observations are a defect to others.
            database.write("DELETE FROM cell WHERE department = ?", department);

            assertThat(hidden).containsAll(small);
            var alone = new Attacker(sizes, published(sizes, indicators));
            var withFeed = alone.alsoSeeing(visible(sizes, hidden));
            var naive = alone.alsoSeeing(visible(sizes, small));
            for (var group : small) {
                assertThat(withFeed.finds(group)).as("%s of %s", group, sizes).isEqualTo(alone.finds(group));
                foundIfNaive += naive.finds(group) && !alone.finds(group) ? 1 : 0;
            }
            hiddenBesides += hidden.size() - small.size();
        }
        assertThat(hiddenBesides)
                .as("large groups hidden for the sake of small ones")
                .isPositive();
        assertThat(foundIfNaive)
                .as("small groups found where only small ones are hidden")
                .isPositive();
    }

    private static Map<Group, Integer> sizes(RandomGenerator random) {
        var sizes = new HashMap<Group, Integer>();
        for (var month : MONTHS) {
            for (var side : Side.values()) {
                var size = random.nextInt(4) == 0 ? random.nextInt(8) : random.nextInt(60);
                if (size > 0) {
                    sizes.put(new Group(side, month), size);
                }
            }
        }
        return sizes;
    }

    private static List<Set<Side>> indicators(RandomGenerator random) {
        var indicators = new ArrayList<Set<Side>>();
        for (var i = random.nextInt(3); i >= 0; i--) {
            var sides = EnumSet.of(Side.values()[random.nextInt(Side.values().length)]);
            sides.add(Side.values()[random.nextInt(Side.values().length)]);
            indicators.add(sides);
        }
        return indicators;
    }

    private void store(String department, Map<Group, Integer> sizes, List<Set<Side>> indicators) {
        QuarkusTransaction.requiringNew().run(() -> {
            sizes.forEach((group, size) ->
                    database.write("""
                    INSERT INTO cell (month, department, metric, side, n, sum, sum_of_squares, min, max, updated_at)
                    VALUES (?, ?, ?, ?, ?, 0, 0, 0, 0, now())
                    """, group.month.atDay(1), department, METRIC, group.side.name(), size));
            database.write("INSERT INTO contract VALUES (gen_random_uuid(), ?, 2025, 1, now(), 'office')", department);
            database.write("""
                    INSERT INTO contract_dimension
                    SELECT id, 'ALL', 1, 'all', 'all', 100 FROM contract WHERE department = ?
                    """, department);
            for (var i = 0; i < indicators.size(); i++) {
                var weight = i == 0 ? 100 - 10 * (indicators.size() - 1) : 10;
                database.write(
                        """
                        INSERT INTO contract_indicator (contract_id, dimension, code, position, name, metric, sides,
                            statistic, direction, base, target, weight, minimum_sample)
                        SELECT id, 'ALL', ?, ?, 'i', ?, ?, 'MEAN', 'HIGHER', 0, 100, ?, 1
                        FROM contract WHERE department = ?
                        """,
                        "i" + i,
                        i,
                        METRIC,
                        new Database.SqlArray(
                                "text",
                                indicators.get(i).stream().map(Side::name).toList()),
                        weight,
                        department);
            }
        });
    }

    private Set<Group> hidden(String department) {
        var parameters = new ArrayList<Object>(HiddenGroups.parameters(suppression));
        parameters.add(department);
        return new HashSet<>(database.read(
                HiddenGroups.SQL + "SELECT side, month FROM hidden WHERE department = ?",
                row -> new Group(
                        Side.valueOf(row.getString("side")), YearMonth.from(row.getObject("month", LocalDate.class))),
                parameters.toArray()));
    }

    private Set<Group> small(Map<Group, Integer> sizes) {
        var small = new HashSet<Group>();
        sizes.forEach((group, size) -> {
            if (size < suppression.threshold(EnumSet.of(group.side))) {
                small.add(group);
            }
        });
        return small;
    }

    private static List<Set<Group>> visible(Map<Group, Integer> sizes, Set<Group> hidden) {
        return sizes.keySet().stream()
                .filter(group -> !hidden.contains(group))
                .map(Set::of)
                .toList();
    }

    /** Of each indicator each month, quarter and the year, if as many as must be have contributed. */
    private List<Set<Group>> published(Map<Group, Integer> sizes, List<Set<Side>> indicators) {
        var published = new ArrayList<Set<Group>>();
        for (var sides : indicators) {
            for (var length : List.of(1, 3, 12)) {
                for (var first = 0; first < MONTHS.size(); first += length) {
                    var months = MONTHS.subList(first, first + length);
                    var total = new HashSet<>(sizes.keySet());
                    total.removeIf(group -> !sides.contains(group.side) || !months.contains(group.month));
                    if (isPublished(sizes, total)) {
                        published.add(total);
                    }
                }
            }
        }
        return published;
    }

    private boolean isPublished(Map<Group, Integer> sizes, Set<Group> total) {
        var contributing = EnumSet.noneOf(Side.class);
        total.forEach(group -> contributing.add(group.side));
        return !total.isEmpty() && total.stream().mapToInt(sizes::get).sum() >= suppression.threshold(contributing);
    }

    /** Knows sums over groups, kept as the rows of a matrix in echelon form. */
    private record Attacker(List<Group> groups, List<double[]> rows) {

        Attacker(Map<Group, Integer> sizes, List<Set<Group>> known) {
            this(List.copyOf(sizes.keySet()), new ArrayList<>());
            known.forEach(this::learn);
        }

        Attacker alsoSeeing(List<Set<Group>> more) {
            var wiser = new Attacker(groups, new ArrayList<>(rows));
            more.forEach(wiser::learn);
            return wiser;
        }

        private void learn(Set<Group> sum) {
            var rest = rest(sum);
            if (leading(rest) >= 0) {
                rows.add(rest);
            }
        }

        /** Whether the sum over this group alone is a combination of the known ones. */
        boolean finds(Group group) {
            return leading(rest(Set.of(group))) < 0;
        }

        private double[] rest(Set<Group> sum) {
            var rest = groups.stream()
                    .mapToDouble(group -> sum.contains(group) ? 1 : 0)
                    .toArray();
            for (var row : rows) {
                var leading = leading(row);
                var factor = rest[leading] / row[leading];
                if (factor != 0) {
                    for (var i = 0; i < rest.length; i++) {
                        rest[i] -= factor * row[i];
                    }
                    rest[leading] = 0;
                }
            }
            return rest;
        }

        private static int leading(double[] row) {
            return IntStream.range(0, row.length)
                    .filter(i -> Math.abs(row[i]) > 1e-9)
                    .findFirst()
                    .orElse(-1);
        }
    }
}
