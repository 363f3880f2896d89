package org.huisheng.feedback.casework;

/** What can happen to a case. */
public enum StepKind {
    OPENED,
    ASSIGNED,
    TRANSFERRED,
    STARTED,
    WAITING,
    RESUMED,
    RESOLVED,
    CONFIRMATION_REQUESTED,
    CONFIRMED,
    DISPUTED,
    CONTACT_ATTEMPTED,
    FOUND_UNREACHABLE,
    OVERRIDE_REQUESTED,
    OVERRIDDEN,
    TASK_GIVEN,
    TASK_STARTED,
    TASK_COMPLETED,
    TASK_RETURNED,
    NOTED,
    SEVERITY_CHANGED,
    CATEGORY_CHANGED,
    CONTACT_CHANGED,
    CLOSED,
    ESCALATED,
    CLOCKS_RECOMPUTED,
    MERGED,
    DUPLICATE_JOINED,
    FOLLOWED,
    AGREED,
    SEPARATED,
    DUPLICATE_LEFT,
    ATTACHED;

    /** Whether the stakeholder is told of it. */
    public boolean isPublic() {
        return switch (this) {
            case OPENED, STARTED, RESOLVED, CONFIRMED, DISPUTED, OVERRIDDEN, CLOSED -> true;
            case ASSIGNED,
                    TRANSFERRED,
                    WAITING,
                    RESUMED,
                    CONFIRMATION_REQUESTED,
                    CONTACT_ATTEMPTED,
                    FOUND_UNREACHABLE,
                    OVERRIDE_REQUESTED,
                    TASK_GIVEN,
                    TASK_STARTED,
                    TASK_COMPLETED,
                    TASK_RETURNED,
                    NOTED,
                    SEVERITY_CHANGED,
                    CATEGORY_CHANGED,
                    CONTACT_CHANGED,
                    ESCALATED,
                    CLOCKS_RECOMPUTED,
                    MERGED,
                    DUPLICATE_JOINED,
                    FOLLOWED,
                    AGREED,
                    SEPARATED,
                    DUPLICATE_LEFT,
                    ATTACHED -> false;
        };
    }

    /** Whether words for the stakeholder, or their own, are shown to them of a step that is not public as such. */
    boolean mayHavePublicWords() {
        return this == NOTED || this == ASSIGNED || this == WAITING || this == RESUMED;
    }
}
