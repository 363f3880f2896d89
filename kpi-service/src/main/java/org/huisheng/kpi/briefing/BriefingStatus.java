package org.huisheng.kpi.briefing;

/** How far an issue is. */
enum BriefingStatus {
    /** Being written. */
    DRAFT,
    /** Before whoever approves it; not changed meanwhile. */
    SUBMITTED,
    /** Out, with a number. */
    PUBLISHED;

    boolean canBecome(BriefingStatus next) {
        return switch (this) {
            case DRAFT -> next == SUBMITTED;
            case SUBMITTED -> next == DRAFT || next == PUBLISHED;
            case PUBLISHED -> false;
        };
    }
}
