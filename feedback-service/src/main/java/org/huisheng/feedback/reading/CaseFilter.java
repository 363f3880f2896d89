package org.huisheng.feedback.reading;

import java.util.List;
import org.huisheng.events.FeedbackEvent.Severity;
import org.huisheng.events.Side;
import org.huisheng.feedback.casework.CaseStatus;
import org.huisheng.feedback.request.MomentOrder;
import org.huisheng.feedback.request.QueryParameters;
import org.huisheng.kit.problem.DomainException.Malformed;
import org.jspecify.annotations.Nullable;

/**
 * What a list is narrowed to, null being not narrowed, and what it begins with.
 *
 * @param words as a condition on the words of cases
 */
record CaseFilter(
        @Nullable CaseStatus status,
        @Nullable String department,
        @Nullable Side side,
        @Nullable String category,
        @Nullable Severity severity,
        boolean overdue,
        @Nullable String words,
        CaseOrder order) {

    static final String[] PARAMETERS = {"status", "department", "side", "category", "severity", "overdue", "q", "sort"};

    /** @throws Malformed if something cannot be asked for */
    static CaseFilter of(QueryParameters query) {
        return new CaseFilter(
                query.constant("status", CaseStatus.class).orElse(null),
                query.text("department").orElse(null),
                query.constant("side", Side.class).orElse(null),
                query.text("category").orElse(null),
                query.constant("severity", Severity.class).orElse(null),
                query.isSet("overdue"),
                query.text("q")
                        .map(asked -> Bigrams.query(asked).orElseThrow(() -> Malformed.query("q", "no-word")))
                        .orElse(null),
                MomentOrder.asked(query, List.of(CaseOrder.values()), CaseOrder::by));
    }

    CaseFilter within(String other) {
        return new CaseFilter(status, other, side, category, severity, overdue, words, order);
    }
}
