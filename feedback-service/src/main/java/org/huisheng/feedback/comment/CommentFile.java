package org.huisheng.feedback.comment;

import java.util.List;
import java.util.Optional;
import org.huisheng.feedback.comment.CaseOfComment.Followed;

/** A comment with its tasks, its history and the case that follows it, read in one transaction. */
record CommentFile(
        GovernmentComment comment, List<CommentTask> tasks, List<CommentEntry> history, Optional<Followed> followed) {}
