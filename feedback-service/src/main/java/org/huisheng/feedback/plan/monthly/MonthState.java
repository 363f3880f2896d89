package org.huisheng.feedback.plan.monthly;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a plan stood at the end of a month. */
record MonthState(
        List<ActionLine> actions,
        Listed<DoneLine> done,
        Listed<TaskLine> late,
        Listed<TaskLine> dueNext,
        Listed<MilestoneLine> milestones,
        Listed<SupervisionLine> supervisions,
        long reminders) {

    /** @param items the first of them. @param total how many there are */
    record Listed<T>(List<T> items, long total) {}

    /** @param done of the tasks given until then */
    record ActionLine(String problem, String action, long tasks, long done) {}

    record TaskLine(String title, String department, LocalDate dueOn) {}

    record DoneLine(
            String title,
            String department,
            LocalDate dueOn,
            Instant endedAt,
            @Nullable Boolean onTime) {}

    /** @param reachedOn null if it should have been reached by then */
    record MilestoneLine(
            String task,
            String title,
            LocalDate dueOn,
            @Nullable LocalDate reachedOn) {}

    record SupervisionLine(
            Instant at,
            String task,
            String department,
            @Nullable String words) {}

    long tasksDone() {
        return actions.stream().mapToLong(ActionLine::done).sum();
    }

    long tasks() {
        return actions.stream().mapToLong(ActionLine::tasks).sum();
    }
}
