package org.huisheng.feedback.visit;

/** Whether a visit was made. */
enum VisitStatus {
    PLANNED,
    COMPLETED,
    MISSED,
    CANCELLED;

    boolean canBecome(VisitStatus next) {
        return switch (this) {
            case PLANNED -> next != PLANNED;
            // A phone that was long offline knows better than the office, which only waited for it.
            case MISSED -> next == COMPLETED;
            case COMPLETED, CANCELLED -> false;
        };
    }
}
