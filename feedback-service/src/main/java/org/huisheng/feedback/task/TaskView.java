package org.huisheng.feedback.task;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task as its department and the lead see it.
 *
 * @param result what was contributed
 * @param reason why it was given back
 */
record TaskView(
        UUID caseId,
        int number,
        String department,
        String what,
        @Nullable Instant dueAt,
        CaseTask.Status status,
        String givenBy,
        Instant givenAt,
        @Nullable String settledBy,
        @Nullable Instant settledAt,
        @Nullable String result,
        @Nullable String reason) {

    static TaskView of(CaseTask task) {
        return new TaskView(
                task.caseId(),
                task.number(),
                task.department(),
                task.what(),
                task.dueAt().orElse(null),
                task.status(),
                task.givenBy(),
                task.givenAt(),
                task.settledBy().orElse(null),
                task.settledAt().orElse(null),
                task.result().orElse(null),
                task.reason().orElse(null));
    }
}
