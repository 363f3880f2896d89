package org.huisheng.feedback.casework;

/** What can happen to a case. */
public enum StepKind {
    OPENED,
    ASSIGNED,
    STARTED,
    WAITING,
    RESUMED,
    RESOLVED,
    CONFIRMATION_REQUESTED,
    CONFIRMED,
    DISPUTED,
    CLOSED,
    ESCALATED,
    CLOCKS_RECOMPUTED;

    /** Whether the stakeholder is told of it. */
    public boolean isPublic() {
        return switch (this) {
            case OPENED, STARTED, RESOLVED, CONFIRMED, DISPUTED, CLOSED -> true;
            case ASSIGNED, WAITING, RESUMED, CONFIRMATION_REQUESTED, ESCALATED, CLOCKS_RECOMPUTED -> false;
        };
    }
}
