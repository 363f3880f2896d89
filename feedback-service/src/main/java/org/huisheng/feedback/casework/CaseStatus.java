package org.huisheng.feedback.casework;

/** Where a case stands between the stakeholder's word and their agreement. */
public enum CaseStatus {
    RECEIVED,
    ASSIGNED,
    IN_PROGRESS,
    WAITING,
    RESOLVED,
    CONFIRMED,
    DISPUTED,
    CLOSED;

    boolean canBecome(CaseStatus next) {
        return switch (this) {
            case RECEIVED -> next == ASSIGNED;
            // Nobody has begun: another department may still be the right one.
            case ASSIGNED -> next == ASSIGNED || next == IN_PROGRESS;
            case IN_PROGRESS -> next == RESOLVED || next == WAITING;
            case WAITING -> next == IN_PROGRESS;
            case RESOLVED -> next == CONFIRMED || next == DISPUTED;
            case CONFIRMED -> next == CLOSED;
            case DISPUTED -> next == IN_PROGRESS;
            case CLOSED -> false;
        };
    }
}
