package org.huisheng.feedback.comment;

/** How far a comment has got. */
enum CommentStatus {
    REGISTERED,
    ANSWERED,
    CLOSED
}
