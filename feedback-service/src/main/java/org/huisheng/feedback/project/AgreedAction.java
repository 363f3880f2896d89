package org.huisheng.feedback.project;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a group has agreed to do. @param party its place in the register, from 0 on */
@Embeddable
record AgreedAction(
        int party, String title, LocalDate dueOn, @Nullable LocalDate doneOn) {

    AgreedAction done(LocalDate day) {
        return new AgreedAction(party, title, dueOn, day);
    }
}
