package org.huisheng.feedback.project;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A milestone of a project. */
@Embeddable
record Stop(String title, LocalDate dueOn, @Nullable LocalDate reachedOn) {

    Stop reached(LocalDate day) {
        return new Stop(title, dueOn, day);
    }
}
