package org.huisheng.feedback.plan;

/** Whether anything is left to be done of an action. */
enum ActionStatus {
    OPEN,
    CLOSED
}
