package org.huisheng.feedback.reading;

import java.time.LocalDate;
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
 * @param open only what is not resolved yet
 * @param handedOnBy who began first and has handed it on
 * @param openedFrom the first day, in business time, on which it was opened
 * @param openedTo the last
 * @param words as a condition on the words of cases
 */
record CaseFilter(
        @Nullable CaseStatus status,
        boolean open,
        @Nullable String department,
        @Nullable String handedOnBy,
        @Nullable Side side,
        @Nullable String category,
        @Nullable Severity severity,
        boolean overdue,
        @Nullable LocalDate openedFrom,
        @Nullable LocalDate openedTo,
        @Nullable String words,
        CaseOrder order) {

    static final String[] PARAMETERS = {
        "status",
        "open",
        "department",
        "handedOnBy",
        "side",
        "category",
        "severity",
        "overdue",
        "openedFrom",
        "openedTo",
        "q",
        "sort"
    };

    /** @throws Malformed if something cannot be asked for */
    static CaseFilter of(QueryParameters query) {
        var openedFrom = query.day("openedFrom").orElse(null);
        var openedTo = query.day("openedTo").orElse(null);
        if (openedFrom != null && openedTo != null && openedTo.isBefore(openedFrom)) {
            throw Malformed.query("openedTo", "before-the-beginning");
        }
        return new CaseFilter(
                query.constant("status", CaseStatus.class).orElse(null),
                query.isSet("open"),
                query.text("department").orElse(null),
                query.text("handedOnBy").orElse(null),
                query.constant("side", Side.class).orElse(null),
                query.text("category").orElse(null),
                query.constant("severity", Severity.class).orElse(null),
                query.isSet("overdue"),
                openedFrom,
                openedTo,
                Bigrams.asked(query),
                MomentOrder.asked(query, List.of(CaseOrder.values()), CaseOrder::by));
    }

    CaseFilter within(String other) {
        return new CaseFilter(
                status, open, other, handedOnBy, side, category, severity, overdue, openedFrom, openedTo, words, order);
    }
}
