package org.huisheng.feedback.plan.monthly;

/** How far a monthly report is. */
enum PlanReportStatus {
    DRAFT,
    /** By somebody who has written nothing of it. */
    APPROVED,
    SENT;

    boolean canBecome(PlanReportStatus next) {
        return switch (this) {
            case DRAFT -> next == APPROVED;
            case APPROVED -> next == DRAFT || next == SENT;
            case SENT -> false;
        };
    }
}
