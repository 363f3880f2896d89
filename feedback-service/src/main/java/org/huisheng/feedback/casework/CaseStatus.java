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
    /** Resolved, but the stakeholder could not be asked; their late answer still counts. */
    UNREACHABLE,
    CLOSED,
    /** About the same matter as another case, which goes on alone; only separating the two brings it back. */
    MERGED;

    /** Whether somebody still has to do something about the matter; of a duplicate the case that goes on says so. */
    public boolean isUnsettled() {
        return switch (this) {
            case RECEIVED, ASSIGNED, IN_PROGRESS, WAITING, DISPUTED -> true;
            case RESOLVED, CONFIRMED, UNREACHABLE, CLOSED, MERGED -> false;
        };
    }

    boolean canBecome(CaseStatus next) {
        return switch (this) {
            case RECEIVED -> next == ASSIGNED || next == MERGED;
            // Nobody has begun: another department may still be the right one.
            case ASSIGNED -> next == ASSIGNED || next == IN_PROGRESS || next == MERGED;
            // Back to ASSIGNED in the hands of another department.
            case IN_PROGRESS -> next == RESOLVED || next == WAITING || next == ASSIGNED || next == MERGED;
            case WAITING -> next == IN_PROGRESS || next == MERGED;
            // CLOSED at once only when two of the office say so in the stakeholder's stead.
            case RESOLVED -> next == CONFIRMED || next == DISPUTED || next == UNREACHABLE || next == CLOSED;
            case UNREACHABLE -> next == CONFIRMED || next == DISPUTED || next == CLOSED;
            case CONFIRMED -> next == CLOSED;
            case DISPUTED -> next == IN_PROGRESS;
            case CLOSED, MERGED -> false;
        };
    }
}
