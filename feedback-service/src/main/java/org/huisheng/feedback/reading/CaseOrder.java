package org.huisheng.feedback.reading;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.huisheng.feedback.casework.Case;
import org.huisheng.feedback.request.MomentOrder;

/** What a list begins with. */
public enum CaseOrder {
    NEWEST("-openedAt", "opened_at", true),
    OLDEST("openedAt", "opened_at", false),
    DUE_FIRST("dueAt", CaseOrder.DUE, false),
    DUE_LAST("-dueAt", CaseOrder.DUE, true);

    /** As the indexes have it (V050): what has no time to be resolved by comes after all that have one. */
    private static final String DUE = "coalesce(resolution_due_at, '9999-12-31T00:00:00Z')";

    private final MomentOrder by;

    CaseOrder(String word, String column, boolean descending) {
        by = new MomentOrder(word, column, descending);
    }

    /** What may be asked for. */
    public static List<String> words() {
        return Arrays.stream(values()).map(order -> order.by.word()).toList();
    }

    MomentOrder by() {
        return by;
    }

    /** Where a case stands. */
    Instant place(Case matter) {
        return switch (this) {
            case NEWEST, OLDEST -> matter.openedAt();
            case DUE_FIRST, DUE_LAST -> {
                var due = matter.deadlines().resolutionDueAt();
                yield due == null ? MomentOrder.NEVER : due;
            }
        };
    }
}
