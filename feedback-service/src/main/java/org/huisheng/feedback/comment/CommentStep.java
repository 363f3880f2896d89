package org.huisheng.feedback.comment;

/** What happens to a comment. */
enum CommentStep {
    REGISTERED,
    /** To another department than those named when it was registered. */
    ENTRUSTED,
    LEAD_REPLACED,
    DEADLINE_MOVED,
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
