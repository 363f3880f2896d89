package org.huisheng.feedback.reading;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.huisheng.feedback.casework.Case;

/** What a list begins with. Cases of the same moment stand in the order of their ids. */
enum CaseOrder {
    NEWEST("-openedAt", "opened_at", true),
    OLDEST("openedAt", "opened_at", false),
    DUE_FIRST("dueAt", CaseOrder.DUE, false),
    DUE_LAST("-dueAt", CaseOrder.DUE, true);

    /** As the indexes have it (V050): what has no time to be resolved by comes after all that have one. */
    private static final String DUE = "coalesce(resolution_due_at, '9999-12-31T00:00:00Z')";

    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    private final String word;
    private final String column;
    private final boolean descending;

    CaseOrder(String word, String column, boolean descending) {
        this.word = word;
        this.column = column;
        this.descending = descending;
    }

    static Optional<CaseOrder> named(String word) {
        return Arrays.stream(values()).filter(order -> order.word.equals(word)).findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(order -> order.word).toList();
    }

    /** Where a case stands. */
    Instant place(Case matter) {
        return switch (this) {
            case NEWEST, OLDEST -> matter.openedAt();
            case DUE_FIRST, DUE_LAST -> {
                var due = matter.deadlines().resolutionDueAt();
                yield due == null ? NEVER : due;
            }
        };
    }

    String sql() {
        return "ORDER BY %s %s, id %s".formatted(column, direction(), direction());
    }

    /** The first half bounds the index scan, the second skips what stands at the same microsecond. */
    String after() {
        return (descending
                        ? "%1$s <= :place AND (%1$s < :place OR id < :id)"
                        : "%1$s >= :place AND (%1$s > :place OR id > :id)")
                .formatted(column);
    }

    private String direction() {
        return descending ? "DESC" : "ASC";
    }
}
