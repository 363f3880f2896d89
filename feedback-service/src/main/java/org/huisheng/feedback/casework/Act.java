package org.huisheng.feedback.casework;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Who does a step, when, and in which words.
 *
 * @param note for colleagues only
 * @param publicNote may be shown to the stakeholder, or was said by them
 */
public record Act(
        String actor,
        Instant at,
        @Nullable String note,
        @Nullable String publicNote) {

    /** The stakeholder's own hand, when they act without an account. */
    public static final String STAKEHOLDER = "stakeholder";

    /** Nobody's hand: time passed. */
    public static final String CLOCK = "clock";

    /** Nobody's hand: an answer matched a rule. */
    public static final String RULE = "rule";

    /** Nobody's hand: it was found in the suggestion box. */
    public static final String BOX = "suggestion-box";

    public Act {
        // What PostgreSQL keeps; a hash over more digits could not be verified later.
        at = at.truncatedTo(ChronoUnit.MICROS);
    }
}
