package org.huisheng.kpi.odata.rows;

import static java.util.Collections.singletonList;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.huisheng.kpi.odata.filter.Expression;
import org.huisheng.kpi.odata.filter.SqlCondition;
import org.huisheng.kpi.odata.filter.SqlCondition.Sql;
import org.huisheng.kpi.odata.query.Query;
import org.huisheng.kpi.suppression.WithheldGroups;
import org.jspecify.annotations.Nullable;

/** The observations a reader may see and asked for, as a statement in the making. */
final class Selection {

    private final Map<String, String> columns;
    private final StringBuilder where = new StringBuilder();
    private final List<@Nullable Object> parameters = new ArrayList<>();

    /**
     * @param bound what was recorded later is left out
     * @param span in which months alone to look, null for all
     */
    Selection(
            Map<String, String> columns,
            WithheldGroups withheld,
            Instant bound,
            @Nullable MonthSpan span,
            @Nullable Expression filter,
            @Nullable String scope) {
        this.columns = columns;
        parameters.addAll(withheld.parameters());
        where.append(" FROM observation o WHERE NOT o.withdrawn AND ").append(WithheldGroups.SHOWN);
        and(new Sql("o.recorded_at <= ?", SqlCondition.parameters(singletonList(bound))));
        if (scope != null) {
            and(new Sql("o.department = ?", singletonList(scope)));
        }
        if (span != null) {
            and(new Sql("o.belongs_to BETWEEN ? AND ?", List.copyOf(span.bounds())));
        }
        if (filter != null) {
            and(SqlCondition.of(filter, columns));
        }
    }

    private void and(Sql condition) {
        where.append(" AND ").append(condition.text());
        parameters.addAll(condition.parameters());
    }

    Sql count() {
        return new Sql("SELECT count(*)" + where, parameters);
    }

    /** One row more than the page has room for, to know whether there is another page. */
    Sql page(Query query) {
        var keyset = new KeysetSql(query.order(), columns);
        if (query.after() != null) {
            and(keyset.after(query.after().place()));
        }
        parameters.add(query.room() + 1);
        parameters.add(query.after() == null ? query.skip() : 0);
        var needed = query.needed().stream()
                .map(column -> columns.get(column.name()))
                .toList();
        return new Sql(
                "SELECT " + String.join(", ", needed) + where + " ORDER BY " + keyset.orderBy() + " LIMIT ? OFFSET ?",
                parameters);
    }
}
