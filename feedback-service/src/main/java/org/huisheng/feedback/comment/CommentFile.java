package org.huisheng.feedback.comment;

import java.util.List;

/** A comment with its tasks and its history, read in one transaction. */
record CommentFile(GovernmentComment comment, List<CommentTask> tasks, List<CommentEntry> history) {}
