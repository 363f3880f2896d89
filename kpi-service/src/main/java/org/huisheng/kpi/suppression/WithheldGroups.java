package org.huisheng.kpi.suppression;

import java.time.YearMonth;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.huisheng.events.Side;
import org.huisheng.kpi.sql.Database.SqlArray;

/** Groups of observations whose rows are not shown one by one. */
public record WithheldGroups(List<RowGroup> groups) {

    /** True of an observation {@code o} that may be shown, given {@link #parameters}. */
    public static final String SHOWN =
            "(o.month, o.department, o.metric, o.side) NOT IN (SELECT * FROM unnest(?, ?, ?, ?))";

    /** What a cell counts. */
    public record RowGroup(String department, String metric, Side side, YearMonth month) {}

    public WithheldGroups {
        groups = List.copyOf(groups);
    }

    public WithheldGroups butFor(Predicate<RowGroup> shown) {
        return new WithheldGroups(groups.stream().filter(shown.negate()).toList());
    }

    public List<SqlArray> parameters() {
        return List.of(
                column("date", group -> group.month().atDay(1)),
                column("text", RowGroup::department),
                column("text", RowGroup::metric),
                column("text", RowGroup::side));
    }

    private SqlArray column(String type, Function<RowGroup, Object> property) {
        return new SqlArray(type, groups.stream().map(property).toList());
    }
}
