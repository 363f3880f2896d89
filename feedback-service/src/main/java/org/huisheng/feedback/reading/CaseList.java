package org.huisheng.feedback.reading;

import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.huisheng.events.FeedbackEvent.Severity;
import org.huisheng.events.Side;
import org.huisheng.feedback.casework.Case;
import org.huisheng.feedback.casework.CaseStatus;
import org.huisheng.feedback.casework.Cases;
import org.jspecify.annotations.Nullable;

/** Cases from the newest on, narrowed to what was asked for. */
@ApplicationScoped
class CaseList {

    private final Cases cases;

    CaseList(Cases cases) {
        this.cases = cases;
    }

    /** What a list is narrowed to; null is not narrowed. */
    record Filter(
            @Nullable CaseStatus status,
            @Nullable String department,
            @Nullable Side side,
            @Nullable String category,
            @Nullable Severity severity,
            boolean overdue) {

        Filter within(String other) {
            return new Filter(status, other, side, category, severity, overdue);
        }
    }

    List<Case> newest(Filter filter, @Nullable CaseCursor after, int limit) {
        var conditions = new ArrayList<String>();
        var parameters = new HashMap<String, Object>();
        narrow(conditions, parameters, "status", filter.status());
        narrow(conditions, parameters, "department", filter.department());
        narrow(conditions, parameters, "intake.side", filter.side());
        narrow(conditions, parameters, "intake.severity", filter.severity());
        if (filter.category() != null) {
            below(conditions, parameters, filter.category());
        }
        if (filter.overdue()) {
            conditions.add("deadlines.overdueSince is not null");
        }
        if (after != null) {
            // The first half bounds the index scan, the second skips what was opened in the same microsecond.
            conditions.add("openedAt <= :openedAt and (openedAt < :openedAt or id < :id)");
            parameters.put("openedAt", after.openedAt());
            parameters.put("id", after.id());
        }
        var where = conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions) + " ";
        return cases.find("from Case " + where + "order by openedAt desc, id desc", parameters)
                .page(Page.ofSize(limit))
                .list();
    }

    /** The category and all below it; they stand together in the index, between the dot and the sign after it. */
    private static void below(List<String> conditions, HashMap<String, Object> parameters, String category) {
        conditions.add("(intake.category = :category or"
                + " (intake.category >= :firstBelow and intake.category < :firstAfter))");
        parameters.put("category", category);
        parameters.put("firstBelow", category + ".");
        parameters.put("firstAfter", category + "/");
    }

    private static void narrow(
            List<String> conditions, HashMap<String, Object> parameters, String field, @Nullable Object value) {
        if (value != null) {
            var parameter = field.replace('.', '_');
            conditions.add(field + " = :" + parameter);
            parameters.put(parameter, value);
        }
    }
}
