package org.huisheng.feedback.project;

/** How far a project is. */
enum ProjectStage {
    /** Written down; the initiation report may still be changed. */
    INITIATED,
    /** Approved by somebody who did not write it. */
    RUNNING,
    /** What it has moved is known. */
    EVALUATED,
    CLOSED;

    boolean canBecome(ProjectStage next) {
        return switch (this) {
            case INITIATED -> next == RUNNING;
            case RUNNING -> next == EVALUATED;
            case EVALUATED -> next == CLOSED;
            case CLOSED -> false;
        };
    }
}
