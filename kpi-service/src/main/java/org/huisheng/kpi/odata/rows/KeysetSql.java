package org.huisheng.kpi.odata.rows;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.huisheng.kpi.odata.filter.SqlCondition;
import org.huisheng.kpi.odata.filter.SqlCondition.Sql;
import org.huisheng.kpi.odata.filter.Type;
import org.huisheng.kpi.odata.query.Order;
import org.jspecify.annotations.Nullable;

/** An order of rows, and what comes after a place in it, in SQL. */
record KeysetSql(List<Order> order, Map<String, String> columns) {

    String orderBy() {
        return order.stream()
                .map(by -> expression(by) + (by.descending() ? " DESC NULLS LAST" : nullsFirst(by)))
                .collect(joining(", "));
    }

    /** Indexes are kept with nulls last; for a column without nulls it must not be said otherwise. */
    private static String nullsFirst(Order by) {
        return by.column().nullable() ? " NULLS FIRST" : "";
    }

    Sql after(List<@Nullable Object> place) {
        var ascending =
                order.stream().noneMatch(by -> by.descending() || by.column().nullable());
        return ascending ? afterInIndex(place) : afterStepByStep(place);
    }

    /** In the form for which an index is entered at the place. */
    private Sql afterInIndex(List<@Nullable Object> place) {
        var names = order.stream().map(this::expression).collect(joining(", "));
        var marks = order.stream().map(KeysetSql::mark).collect(joining(", "));
        return new Sql("(%s) > (%s)".formatted(names, marks), SqlCondition.parameters(place));
    }

    private Sql afterStepByStep(List<@Nullable Object> place) {
        var alternatives = new ArrayList<String>();
        var parameters = new ArrayList<@Nullable Object>();
        for (var i = 0; i < order.size(); i++) {
            var later = later(order.get(i), place.subList(i, i + 1));
            if (later == null) {
                continue;
            }
            var equal = order.subList(0, i).stream()
                    .map(by -> expression(by) + " IS NOT DISTINCT FROM " + mark(by) + " AND ")
                    .collect(joining());
            parameters.addAll(SqlCondition.parameters(place.subList(0, i)));
            alternatives.add(equal + later.text());
            parameters.addAll(later.parameters());
        }
        return new Sql("(" + String.join(" OR ", alternatives) + ")", parameters);
    }

    /** @return null if nothing comes later in this column */
    private @Nullable Sql later(Order by, List<@Nullable Object> value) {
        var expression = expression(by);
        if (value.getFirst() == null) {
            return by.descending() ? null : new Sql(expression + " IS NOT NULL", List.of());
        }
        var condition = expression + (by.descending() ? " < " : " > ") + mark(by);
        return new Sql(
                by.descending() && by.column().nullable()
                        ? "(" + condition + " OR " + expression + " IS NULL)"
                        : condition,
                SqlCondition.parameters(value));
    }

    /** Texts by code point, as everywhere in the feed. */
    private String expression(Order by) {
        var column = columns.get(by.column().name());
        return by.column().type() == Type.STRING ? column + " COLLATE \"C\"" : String.valueOf(column);
    }

    private static String mark(Order by) {
        // As the column itself is, or its index would not be entered.
        return "?::"
                + (by.column().type() == Type.INT32
                        ? "int4"
                        : by.column().type().sql());
    }
}
