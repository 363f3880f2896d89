package org.huisheng.feedback.lectureplan;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.huisheng.feedback.lectureplan.Windows.Decision;
import org.jspecify.annotations.Nullable;

/** Which departments have held a lecture in which two months of a year. */
@ApplicationScoped
class ReadDuties {

    private final LecturePlans plans;
    private final Windows windows;
    private final Clock clock;

    ReadDuties(LecturePlans plans, Windows windows, Clock clock) {
        this.plans = plans;
        this.windows = windows;
        this.clock = clock;
    }

    /** How a department stands in two months. */
    enum LectureDutyState {
        /** The plan asks for none yet, or did not when it was settled. */
        NOT_DUE,
        UPCOMING,
        /** Begun, and there was none so far. */
        OPEN,
        /** Over, and not settled yet; a lecture of its last days can still be counted. */
        PENDING,
        HELD,
        MISSED
    }

    /** @param windows the six of the year */
    record LectureDutyRow(String department, List<LectureDutyState> windows) {}

    private record Seen(Window window, boolean settled, Set<String> holders) {}

    @Transactional
    List<LectureDutyRow> of(int year) {
        var plan = plans.require(year);
        var now = clock.instant();
        var settled = windows.settled(plan.id());
        var seen = new ArrayList<Seen>();
        for (var number = 1; number <= Window.LAST; number++) {
            var window = new Window(year, number);
            var isSettled = settled.contains(number) || number < plan.terms().firstWindow();
            seen.add(new Seen(window, isSettled, windows.holders(window)));
        }
        var decisions = windows.decisions(plan.id())
                .collect(groupingBy(Decision::department, toMap(Decision::number, Decision::held)));
        var departments = new TreeSet<>(plan.terms().peopleByDepartment().keySet());
        departments.addAll(decisions.keySet());
        return departments.stream()
                .map(code -> row(code, seen, decisions.getOrDefault(code, Map.of()), now))
                .toList();
    }

    private static LectureDutyRow row(String code, List<Seen> seen, Map<Integer, Boolean> decisions, Instant now) {
        return new LectureDutyRow(
                code,
                seen.stream()
                        .map(one -> state(code, one, decisions.get(one.window.number()), now))
                        .toList());
    }

    /** What was decided stays so, also if a lecture is entered later. */
    private static LectureDutyState state(String code, Seen seen, @Nullable Boolean decided, Instant now) {
        if (decided != null) {
            return decided ? LectureDutyState.HELD : LectureDutyState.MISSED;
        }
        if (seen.holders.contains(code)) {
            return LectureDutyState.HELD;
        }
        if (seen.settled) {
            return LectureDutyState.NOT_DUE;
        }
        if (now.isBefore(seen.window.begin())) {
            return LectureDutyState.UPCOMING;
        }
        return now.isBefore(seen.window.end()) ? LectureDutyState.OPEN : LectureDutyState.PENDING;
    }
}
