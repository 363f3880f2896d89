package org.huisheng.kpi.odata.query;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.huisheng.kpi.odata.filter.Column;
import org.huisheng.kpi.odata.filter.Expression;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a set, in which order, and where to go on.
 *
 * @param order ends with the set's key, so that no two rows are alike in it
 * @param top how many rows at most, over all pages; null for all
 * @param after where the page before ended, null on the first
 */
public record Query(
        EntitySet set,
        @Nullable Expression filter,
        List<Column> select,
        List<Order> order,
        @Nullable Long top,
        long skip,
        boolean count,
        @Nullable SkipToken after,
        int pageSize) {

    public Query {
        select = List.copyOf(select);
        order = List.copyOf(order);
    }

    /** What has to be read of a row: what is shown, then what else its place in the order depends on. */
    public List<Column> needed() {
        var needed = new ArrayList<>(select);
        for (var by : order) {
            if (!needed.contains(by.column())) {
                needed.add(by.column());
            }
        }
        return needed;
    }

    /** How many rows may still come, this page included; null for all. */
    public @Nullable Long left() {
        return after == null ? top : after.left();
    }

    /** How many rows the page may have. */
    public int room() {
        var left = left();
        return left == null ? pageSize : (int) Math.min(left, pageSize);
    }

    /**
     * Where the next page begins.
     *
     * @param shown rows on this page
     * @return null if this page had all the rows that were asked for
     */
    public @Nullable SkipToken next(
            @Nullable Instant bound, @Nullable Long counted, int shown, List<@Nullable Object> place) {
        var left = left();
        if (left == null) {
            return new SkipToken(bound, null, counted, place);
        }
        return left > shown ? new SkipToken(bound, left - shown, counted, place) : null;
    }

    /** The same from where a page ended. */
    public Query goingOn(SkipToken from) {
        return new Query(set, filter, select, order, top, skip, count, from, pageSize);
    }

    /** The same with room for all rows. */
    public Query inOnePage() {
        return new Query(set, filter, select, order, top, skip, count, after, Integer.MAX_VALUE);
    }

    /** The same about the one row with this key. */
    static Query one(EntitySet set, Expression key, List<Column> select) {
        var order = set.key().stream().map(column -> new Order(column, false)).toList();
        return new Query(set, key, select, order, 1L, 0, false, null, 1);
    }
}
