package org.huisheng.feedback.comment;

/** What happens to a comment. */
enum CommentStep {
    REGISTERED,
    TASK_DONE,
    TASK_RETURNED,
    /** By the clock. */
    REMINDED,
    /** By the office. */
    SUPERVISED,
    ANSWERED,
    ACKNOWLEDGED,
    ATTACHED
}
