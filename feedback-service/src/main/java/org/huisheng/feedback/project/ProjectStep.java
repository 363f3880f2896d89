package org.huisheng.feedback.project;

/** What was done for a project. */
enum ProjectStep {
    INITIATED,
    REVISED,
    APPROVED,
    MILESTONE_REACHED,
    ACTION_DONE,
    MEASURED,
    FILE_ADDED,
    EVALUATED,
    CLOSED
}
