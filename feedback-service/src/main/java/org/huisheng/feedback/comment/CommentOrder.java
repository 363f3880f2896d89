package org.huisheng.feedback.comment;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a list begins with. Comments of the same moment stand in the order of their ids. */
enum CommentOrder {
    NEWEST("-receivedAt", "received_at", true),
    OLDEST("receivedAt", "received_at", false),
    DUE_FIRST("deadline", CommentOrder.DUE, false),
    DUE_LAST("-deadline", CommentOrder.DUE, true);

    /** As the indexes have it (V056): what has no deadline comes after all that have one. */
    private static final String DUE = "coalesce($.deadline, '9999-12-31T00:00:00Z')";

    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    private final String word;
    private final String column;
    private final boolean descending;

    CommentOrder(String word, String column, boolean descending) {
        this.word = word;
        this.column = column.contains("$") ? column : "$." + column;
        this.descending = descending;
    }

    static Optional<CommentOrder> named(String word) {
        return Arrays.stream(values()).filter(order -> order.word.equals(word)).findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(order -> order.word).toList();
    }

    /** Where a comment stands. */
    Instant place(GovernmentComment comment) {
        return switch (this) {
            case NEWEST, OLDEST -> comment.receivedAt();
            case DUE_FIRST, DUE_LAST -> comment.deadline().orElse(NEVER);
        };
    }

    /** @param of the table that has the columns. @param id its column with the comment's id */
    String sql(String of, String id) {
        var direction = descending ? "DESC" : "ASC";
        return "ORDER BY %s %s, %s.%s %s".formatted(column.replace("$", of), direction, of, id, direction);
    }

    /** The first half bounds the index scan, the second skips what stands at the same microsecond. */
    String after(String of, String id) {
        return (descending
                        ? "%1$s <= :place AND (%1$s < :place OR %2$s.%3$s < :id)"
                        : "%1$s >= :place AND (%1$s > :place OR %2$s.%3$s > :id)")
                .formatted(column.replace("$", of), of, id);
    }

    String word() {
        return word;
    }
}
