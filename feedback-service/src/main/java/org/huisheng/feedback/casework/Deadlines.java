package org.huisheng.feedback.casework;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * By when a case is due, as its clocks said last; what its events carry, and what the list of overdue cases is made of.
 *
 * @param overdueSince when the first of the clocks that still run was over
 * @param breachAnnounced whether it was told that the resolution is overdue
 * @param respondedInTime of the present department's first answer
 * @param resolvedInTime of the last resolution
 */
@Embeddable
public record Deadlines(
        @Column(name = "response_due_at") @Nullable Instant responseDueAt,
        @Column(name = "resolution_due_at") @Nullable Instant resolutionDueAt,
        @Column(name = "overdue_since") @Nullable Instant overdueSince,
        @Column(name = "breach_announced") boolean breachAnnounced,
        @Column(name = "responded_in_time") @Nullable Boolean respondedInTime,
        @Column(name = "resolved_in_time") @Nullable Boolean resolvedInTime) {

    static final Deadlines NONE = new Deadlines(null, null, null, false, null, null);

    public Deadlines due(@Nullable Instant response, @Nullable Instant resolution, @Nullable Instant since) {
        return new Deadlines(response, resolution, since, breachAnnounced, respondedInTime, resolvedInTime);
    }

    Deadlines announced() {
        return new Deadlines(responseDueAt, resolutionDueAt, overdueSince, true, respondedInTime, resolvedInTime);
    }

    Deadlines responded(Instant at) {
        var inTime = responseDueAt == null ? null : !at.isAfter(responseDueAt);
        return new Deadlines(responseDueAt, resolutionDueAt, overdueSince, breachAnnounced, inTime, resolvedInTime);
    }

    Deadlines resolved(Instant at) {
        var inTime = resolutionDueAt == null ? null : !at.isAfter(resolutionDueAt);
        return new Deadlines(responseDueAt, resolutionDueAt, overdueSince, breachAnnounced, respondedInTime, inTime);
    }

    /** Whether anything about the case is late, or was. */
    boolean missed(Instant now) {
        return breachAnnounced
                || overdueSince != null
                || Boolean.FALSE.equals(respondedInTime)
                || isOver(respondedInTime == null ? responseDueAt : null, now)
                || isOver(resolutionDueAt, now);
    }

    private static boolean isOver(@Nullable Instant dueAt, Instant now) {
        return dueAt != null && now.isAfter(dueAt);
    }

    /** As events say it: nothing rather than no. */
    @Nullable
    Boolean overdue() {
        return breachAnnounced ? Boolean.TRUE : null;
    }
}
