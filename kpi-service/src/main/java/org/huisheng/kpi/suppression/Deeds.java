package org.huisheng.kpi.suppression;

import java.util.List;
import java.util.Set;

/**
 * Metrics that count what a department did, and not what somebody said: there is nobody behind them to be recognised, so they
 * are shown however few they are (ADR 52). What is said about a deed, as at a visit, is not one.
 */
final class Deeds {

    private static final List<String> AREAS =
            List.of("improvement.", "integration.", "root-project.", "story.", "report.");
    private static final Set<String> METRICS = Set.of(
            // That one was held is seen by everybody; who and how many came is not a deed.
            "lecture.held",
            "lecture.duty-due",
            "lecture.duty-held",
            "visit.planned",
            "visit.completed",
            "government.endorsement",
            "government.reply-due",
            "government.reply-on-time");

    private Deeds() {}

    static boolean include(String metric) {
        return METRICS.contains(metric) || AREAS.stream().anyMatch(metric::startsWith);
    }
}
