package org.huisheng.feedback.plan;

/** What was done for a task of the plan. */
enum PlanStep {
    GIVEN,
    CHANGED,
    MILESTONE_REACHED,
    EVIDENCE_ADDED,
    SUBMITTED,
    RETURNED,
    ACCEPTED,
    CANCELLED,
    /** By the clock. */
    REMINDED,
    /** By the office or a leader. */
    SUPERVISED
}
