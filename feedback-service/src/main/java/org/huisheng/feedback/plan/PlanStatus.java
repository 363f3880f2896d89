package org.huisheng.feedback.plan;

/** Whether a plan is worked on. */
enum PlanStatus {
    RUNNING,
    CLOSED
}
