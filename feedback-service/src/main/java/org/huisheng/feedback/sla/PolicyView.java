package org.huisheng.feedback.sla;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.huisheng.events.FeedbackEvent.ClockKind;
import org.huisheng.events.FeedbackEvent.Severity;
import org.huisheng.feedback.sla.Ladder.Recipient;
import org.jspecify.annotations.Nullable;

/**
 * A policy for those who keep them.
 *
 * @param category with what its dots lead to, null for all
 * @param supersededAt null while it is in force
 */
record PolicyView(
        UUID id,
        int revision,
        ClockKind clock,
        @Nullable String category,
        @Nullable Severity severity,
        String calendar,
        long minutes,
        List<RungView> ladder,
        String changedBy,
        Instant changedAt,
        @Nullable Instant supersededAt) {

    /** @param afterMinutes working time after the due time, below zero before it */
    record RungView(long afterMinutes, Recipient to) {}

    record PolicyList(List<PolicyView> items) {
        static PolicyList of(List<Policy> policies) {
            return new PolicyList(policies.stream().map(PolicyView::of).toList());
        }
    }

    static PolicyView of(Policy policy) {
        var scope = policy.scope();
        var terms = policy.terms();
        return new PolicyView(
                policy.id(),
                policy.revision(),
                scope.clock(),
                scope.category(),
                scope.severity(),
                terms.calendar(),
                terms.minutes(),
                terms.ladder().rungs().stream()
                        .map(rung -> new RungView(rung.offset(), rung.to()))
                        .toList(),
                policy.changedBy(),
                policy.changedAt(),
                policy.supersededAt().orElse(null));
    }
}
