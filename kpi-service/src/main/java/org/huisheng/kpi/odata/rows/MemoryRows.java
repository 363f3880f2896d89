package org.huisheng.kpi.odata.rows;

import java.util.ArrayList;
import java.util.List;
import org.huisheng.kpi.odata.filter.Expression;
import org.huisheng.kpi.odata.filter.RowFilter;
import org.huisheng.kpi.odata.query.EntitySet;
import org.huisheng.kpi.odata.query.Order;
import org.huisheng.kpi.odata.query.Query;
import org.huisheng.kpi.odata.query.SkipToken;
import org.jspecify.annotations.Nullable;

/** A set whose rows are few enough to be made for each asking. */
abstract class MemoryRows implements Rows {

    /** One row; its values are those of the set's columns. */
    record Row(EntitySet set, @Nullable Object... values) {

        @Nullable
        Object value(String column) {
            for (var i = 0; i < values.length; i++) {
                if (set.columns().get(i).name().equals(column)) {
                    return values[i];
                }
            }
            throw new IllegalArgumentException(column);
        }
    }

    /** @param filter says which rows need not be made; the others may be made all the same */
    abstract List<Row> all(@Nullable Expression filter, @Nullable String scope);

    @Override
    public final long count(@Nullable Expression filter, @Nullable String scope) {
        return passing(filter, scope).size();
    }

    @Override
    public final @Nullable SkipToken read(Query query, @Nullable String scope, Sink sink) {
        var passing = passing(query.filter(), scope);
        var count = query.after() != null ? query.after().count() : query.count() ? (Long) (long) passing.size() : null;
        sink.begin(count);
        var following = following(query, passing);
        for (var i = 0; i < Math.min(query.room(), following.size()); i++) {
            var row = following.get(i).row;
            var values = query.needed().stream().map(column -> row.value(column.name()));
            var full = !sink.row(values.toArray()) || i + 1 == query.room();
            if (full && i + 1 < following.size()) {
                return query.next(null, count, i + 1, following.get(i).place);
            }
        }
        return null;
    }

    private List<Row> passing(@Nullable Expression filter, @Nullable String scope) {
        return all(filter, scope).stream()
                .filter(row -> filter == null || RowFilter.passes(filter, row::value))
                .toList();
    }

    /** A row with what it is sorted by. */
    private record Placed(Row row, List<@Nullable Object> place) {
        static Placed of(Row row, List<Order> order) {
            var place = new ArrayList<@Nullable Object>();
            order.forEach(by -> place.add(row.value(by.column().name())));
            return new Placed(row, place);
        }
    }

    private static List<Placed> following(Query query, List<Row> passing) {
        var after = query.after();
        return passing.stream()
                .map(row -> Placed.of(row, query.order()))
                .filter(placed -> after == null || compare(query.order(), placed.place, after.place()) > 0)
                .sorted((one, other) -> compare(query.order(), one.place, other.place))
                .skip(after == null ? query.skip() : 0)
                .toList();
    }

    private static int compare(List<Order> order, List<@Nullable Object> one, List<@Nullable Object> other) {
        for (var i = 0; i < order.size(); i++) {
            var compared = order.get(i).compare(one.get(i), other.get(i));
            if (compared != 0) {
                return compared;
            }
        }
        return 0;
    }
}
