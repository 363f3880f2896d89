package org.huisheng.feedback.comment;

import java.time.Instant;
import org.huisheng.feedback.request.MomentOrder;

/** What a list begins with. */
enum CommentOrder {
    NEWEST("-receivedAt", "$.received_at", true),
    OLDEST("receivedAt", "$.received_at", false),
    DUE_FIRST("deadline", CommentOrder.DUE, false),
    DUE_LAST("-deadline", CommentOrder.DUE, true);

    /** As the indexes have it (V056): what has no deadline comes after all that have one. */
    private static final String DUE = "coalesce($.deadline, '9999-12-31T00:00:00Z')";

    private final MomentOrder by;

    CommentOrder(String word, String column, boolean descending) {
        by = new MomentOrder(word, column, descending);
    }

    MomentOrder by() {
        return by;
    }

    /** Where a comment stands. */
    Instant place(GovernmentComment comment) {
        return switch (this) {
            case NEWEST, OLDEST -> comment.receivedAt();
            case DUE_FIRST, DUE_LAST -> comment.deadline().orElse(MomentOrder.NEVER);
        };
    }
}
