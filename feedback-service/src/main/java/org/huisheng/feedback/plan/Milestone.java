package org.huisheng.feedback.plan;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A point on the way to a task's end. */
@Embeddable
record Milestone(String title, LocalDate dueOn, @Nullable LocalDate reachedOn) {

    Milestone reached(LocalDate day) {
        return new Milestone(title, dueOn, day);
    }
}
