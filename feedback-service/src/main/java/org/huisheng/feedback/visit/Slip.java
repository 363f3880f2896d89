package org.huisheng.feedback.visit;

import org.huisheng.events.FeedbackEvent.Severity;
import org.jspecify.annotations.Nullable;

/**
 * A demand slip: one thing an enterprise asks for.
 *
 * @param department to which the case is assigned at once, null to leave that to the office
 */
record Slip(
        String title,
        String description,
        String category,
        Severity severity,
        @Nullable String department) {

    @Override
    public String toString() {
        return "Slip[…]";
    }
}
