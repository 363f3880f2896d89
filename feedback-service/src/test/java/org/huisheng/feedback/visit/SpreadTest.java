package org.huisheng.feedback.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.huisheng.feedback.visit.Spread.Arranged;
import org.huisheng.feedback.visit.Spread.Turn;
import org.junit.jupiter.api.Test;

class SpreadTest {

    private record Stop(int number, String park) {}

    @Test
    void every_enterprise_gets_one_visit_on_a_working_day_and_nobody_has_more_than_one_more_than_another() {
        var seed = Long.getLong("seed", System.nanoTime());
        var random = new Random(seed);
        for (var run = 0; run < 2_000; run++) {
            var stops = stops(random);
            var surveyors = surveyors(1 + random.nextInt(8));
            var days = workingDays(YearMonth.of(2026, 1 + random.nextInt(12)));

            var turns = Spread.over(stops, surveyors, days, List.of());

            assertThat(turns).as("seed %d", seed).extracting(Turn::stop).containsExactlyElementsOf(stops);
            assertThat(turns).as("seed %d", seed).allSatisfy(turn -> {
                assertThat(days).contains(turn.day());
                assertThat(turn.day().getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
            });
            assertThat(unfairness(turns, surveyors)).as("seed %d", seed).isLessThanOrEqualTo(1);
            for (var surveyor : surveyors) {
                assertThat(busiestDayOverQuietest(turns, surveyor, days))
                        .as("seed %d", seed)
                        .isLessThanOrEqualTo(1);
            }
        }
    }

    @Test
    void a_surveyor_goes_through_their_parks_one_after_the_other() {
        var seed = Long.getLong("seed", System.nanoTime());
        var random = new Random(seed);
        for (var run = 0; run < 500; run++) {
            var stops = stops(random);
            var surveyors = surveyors(1 + random.nextInt(4));

            var turns = Spread.over(stops, surveyors, workingDays(YearMonth.of(2026, 4)), List.of());

            for (var surveyor : surveyors) {
                var own = turns.stream()
                        .filter(turn -> turn.surveyor().equals(surveyor))
                        .toList();
                assertThat(own).as("seed %d", seed).extracting(Turn::day).isSorted();
                var changes = IntStream.range(1, own.size())
                        .filter(i -> !own.get(i)
                                .stop()
                                .park()
                                .equals(own.get(i - 1).stop().park()))
                        .count();
                var parks =
                        own.stream().map(turn -> turn.stop().park()).distinct().count();
                assertThat(changes).as("seed %d", seed).isEqualTo(Math.max(0, parks - 1));
            }
            // A park is cut only where a surveyor's share ends.
            var cuts = IntStream.range(1, turns.size())
                    .filter(i ->
                            !turns.get(i).surveyor().equals(turns.get(i - 1).surveyor()))
                    .count();
            assertThat(cuts).as("seed %d", seed).isLessThan(surveyors.size());
        }
    }

    @Test
    void few_visits_are_on_neighbouring_days() {
        var days = workingDays(YearMonth.of(2026, 4));
        var stops = List.of(new Stop(1, "A"), new Stop(2, "A"), new Stop(3, "A"));

        var turns = Spread.over(stops, List.of("s"), days, List.of());

        assertThat(turns).extracting(Turn::day).containsExactlyElementsOf(days.subList(0, 3));
    }

    @Test
    void what_is_arranged_already_evens_out() {
        var seed = Long.getLong("seed", System.nanoTime());
        var random = new Random(seed);
        for (var run = 0; run < 500; run++) {
            var surveyors = surveyors(2 + random.nextInt(4));
            var days = workingDays(YearMonth.of(2026, 4));
            var arranged = new ArrayList<Arranged>();
            for (var i = random.nextInt(30); i > 0; i--) {
                arranged.add(new Arranged(
                        surveyors.get(random.nextInt(surveyors.size())), days.get(random.nextInt(days.size()))));
            }
            var stops = IntStream.range(0, arranged.size() * surveyors.size())
                    .mapToObj(number -> new Stop(number, "A"))
                    .toList();

            var turns = Spread.over(stops, surveyors, days, arranged);

            var load = new HashMap<String, Integer>();
            surveyors.forEach(surveyor -> load.put(surveyor, 0));
            arranged.forEach(visit -> load.merge(visit.surveyor(), 1, Integer::sum));
            turns.forEach(turn -> load.merge(turn.surveyor(), 1, Integer::sum));
            assertThat(Collections.max(load.values()) - Collections.min(load.values()))
                    .as("seed %d", seed)
                    .isLessThanOrEqualTo(1);
        }
    }

    private static List<Stop> stops(Random random) {
        var stops = new ArrayList<Stop>();
        for (var park = random.nextInt(6); park >= 0; park--) {
            for (var i = random.nextInt(60); i > 0; i--) {
                stops.add(new Stop(stops.size(), "P" + park));
            }
        }
        return stops;
    }

    private static List<String> surveyors(int count) {
        return IntStream.range(0, count).mapToObj(number -> "s" + number).toList();
    }

    private static List<LocalDate> workingDays(YearMonth month) {
        return month.atDay(1)
                .datesUntil(month.plusMonths(1).atDay(1))
                .filter(day -> day.getDayOfWeek().getValue() < 6)
                .toList();
    }

    private static int unfairness(List<Turn<Stop>> turns, List<String> surveyors) {
        var load = new HashMap<String, Integer>();
        surveyors.forEach(surveyor -> load.put(surveyor, 0));
        turns.forEach(turn -> load.merge(turn.surveyor(), 1, Integer::sum));
        return Collections.max(load.values()) - Collections.min(load.values());
    }

    private static int busiestDayOverQuietest(List<Turn<Stop>> turns, String surveyor, List<LocalDate> days) {
        var load = new HashMap<LocalDate, Integer>();
        days.forEach(day -> load.put(day, 0));
        turns.stream()
                .filter(turn -> turn.surveyor().equals(surveyor))
                .forEach(turn -> load.merge(turn.day(), 1, Integer::sum));
        return Collections.max(load.values()) - Collections.min(load.values());
    }
}
