package org.huisheng.feedback.supply;

/** How far a report is. */
enum SupplyStatus {
    DRAFT,
    /** By somebody who has written nothing of it. */
    APPROVED,
    SENT,
    /** The authority has it, and has said nothing. */
    RECEIVED,
    /** It came back with an endorsement 批示. */
    ENDORSED,
    CANCELLED;

    boolean canBecome(SupplyStatus next) {
        return switch (this) {
            case DRAFT -> next == APPROVED || next == CANCELLED;
            case APPROVED -> next == DRAFT || next == SENT || next == CANCELLED;
            case SENT -> next == RECEIVED || next == ENDORSED;
            case RECEIVED -> next == ENDORSED;
            case ENDORSED, CANCELLED -> false;
        };
    }
}
