package org.huisheng.feedback.notification;

import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.huisheng.feedback.casework.Case;
import org.jspecify.annotations.Nullable;

/**
 * What a stakeholder is asked.
 *
 * @param about the case whose resolution they may agree with, or that waits for their word
 * @param attempt which of its resolutions, or how many there were
 * @param inquiry the step that waits for their word; null when it is whether they agree
 */
@Embeddable
record Topic(UUID about, int attempt, @Nullable Integer inquiry) {

    /** What it is for. */
    enum Purpose {
        AGREEMENT,
        WORD
    }

    /** @param asked the case whose resolution it is about */
    static Topic agreement(Case asked) {
        return new Topic(asked.id(), asked.attempt(), null);
    }

    static Topic word(Case matter, int step) {
        return new Topic(matter.id(), matter.attempt(), step);
    }

    Purpose purpose() {
        return inquiry == null ? Purpose.AGREEMENT : Purpose.WORD;
    }
}
