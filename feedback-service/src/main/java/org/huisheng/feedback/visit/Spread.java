package org.huisheng.feedback.visit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who goes where on which day. Stops come park by park and are cut into one piece per surveyor, so that a park is one
 * surveyor's as far as fairness allows; a piece is laid over the days in the same order, so that a park's stops are on
 * neighbouring days.
 */
final class Spread {

    /** What is arranged already; it counts when work is shared out. */
    record Arranged(String surveyor, LocalDate day) {}

    /** @param stop what was to be spread */
    record Turn<S>(S stop, String surveyor, LocalDate day) {}

    private Spread() {}

    /** @param stops in the order of their parks */
    static <S> List<Turn<S>> over(
            List<S> stops, List<String> surveyors, List<LocalDate> days, List<Arranged> arranged) {
        var shares = shares(stops.size(), surveyors, arranged);
        var turns = new ArrayList<Turn<S>>(stops.size());
        for (var surveyor : surveyors) {
            var chosen = days(shares.getOrDefault(surveyor, 0), surveyor, days, arranged);
            for (var day : chosen) {
                turns.add(new Turn<>(stops.get(turns.size()), surveyor, day));
            }
        }
        return turns;
    }

    /** One after the other to whoever has least, the first named first. */
    private static Map<String, Integer> shares(int stops, List<String> surveyors, List<Arranged> arranged) {
        var load = new HashMap<String, Integer>();
        arranged.forEach(visit -> load.merge(visit.surveyor(), 1, Integer::sum));
        var shares = new HashMap<String, Integer>();
        for (var left = stops; left > 0; left--) {
            var next = leastLoaded(surveyors, load);
            load.merge(next, 1, Integer::sum);
            shares.merge(next, 1, Integer::sum);
        }
        return shares;
    }

    /** As even as can be, the earliest first, in order. */
    private static List<LocalDate> days(int share, String surveyor, List<LocalDate> days, List<Arranged> arranged) {
        var load = new HashMap<LocalDate, Integer>();
        arranged.stream()
                .filter(visit -> visit.surveyor().equals(surveyor))
                .forEach(visit -> load.merge(visit.day(), 1, Integer::sum));
        var chosen = new ArrayList<LocalDate>();
        for (var left = share; left > 0; left--) {
            var next = leastLoaded(days, load);
            load.merge(next, 1, Integer::sum);
            chosen.add(next);
        }
        chosen.sort(Comparator.naturalOrder());
        return chosen;
    }

    private static <T> T leastLoaded(List<T> choices, Map<T, Integer> load) {
        return choices.stream()
                .min(Comparator.comparingInt(choice -> load.getOrDefault(choice, 0)))
                .orElseThrow();
    }
}
