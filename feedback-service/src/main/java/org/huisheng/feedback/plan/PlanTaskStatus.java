package org.huisheng.feedback.plan;

/** How far a task of the plan is. */
enum PlanTaskStatus {
    OPEN,
    /** The department says it is done, with evidence; the office looks at it. */
    SUBMITTED,
    CLOSED,
    CANCELLED;

    boolean isEnded() {
        return switch (this) {
            case OPEN, SUBMITTED -> false;
            case CLOSED, CANCELLED -> true;
        };
    }
}
