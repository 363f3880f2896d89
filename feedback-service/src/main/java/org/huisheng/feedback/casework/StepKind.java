package org.huisheng.feedback.casework;

/** What can happen to a case. */
public enum StepKind {
    OPENED,
    ASSIGNED,
    STARTED,
    RESOLVED,
    CONFIRMATION_REQUESTED,
    CONFIRMED,
    DISPUTED,
    CLOSED;

    /** Whether the stakeholder is told of it. */
    public boolean isPublic() {
        return switch (this) {
            case OPENED, STARTED, RESOLVED, CONFIRMED, DISPUTED, CLOSED -> true;
            case ASSIGNED, CONFIRMATION_REQUESTED -> false;
        };
    }
}
