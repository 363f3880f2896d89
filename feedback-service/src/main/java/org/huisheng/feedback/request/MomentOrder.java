package org.huisheng.feedback.request;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * The order of a list by a moment, and of what is of the same moment by its id.
 *
 * @param word what clients call it
 * @param column as its index has it, with {@code $} for the table it is of
 */
public record MomentOrder(String word, String column, boolean descending) {

    /** The place of what has no such moment, and comes after all that has one. */
    public static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    /** @param orders the first of which is meant where nothing is said */
    public static <E> E asked(QueryParameters query, List<E> orders, Function<E, MomentOrder> by) {
        var words = orders.stream().map(by).map(MomentOrder::word).toList();
        return orders.get(words.indexOf(query.oneOf("sort", words.toArray(String[]::new))));
    }

    public MomentOrder of(String table) {
        return new MomentOrder(word, column.replace("$", table), descending);
    }

    public String sql(String id) {
        var direction = descending ? "DESC" : "ASC";
        return "ORDER BY %s %s, %s %s".formatted(column, direction, id, direction);
    }

    /** The first half bounds the index scan, the second skips what stands at the same microsecond. */
    public String after(String id) {
        return (descending
                        ? "%1$s <= :place AND (%1$s < :place OR %2$s < :id)"
                        : "%1$s >= :place AND (%1$s > :place OR %2$s > :id)")
                .formatted(column, id);
    }
}
