package org.huisheng.feedback.request;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of what was found.
 *
 * @param next cursor of the following page, null on the last
 */
public record Slice<T>(List<T> items, @Nullable String next) {

    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 200;

    /** @param found up to {@code limit + 1}: one more than asked for tells whether there is a next page */
    public static <T> Slice<T> of(List<T> found, int limit, Function<T, Keyset> key) {
        var items = found.subList(0, Math.min(limit, found.size()));
        return new Slice<>(
                List.copyOf(items),
                found.size() > limit ? key.apply(items.getLast()).cursor() : null);
    }

    public static int limit(QueryParameters query) {
        return query.number("limit", 1, MAX_LIMIT).orElse(DEFAULT_LIMIT);
    }

    public static @Nullable Keyset after(QueryParameters query) {
        return query.text("cursor").map(Keyset::parse).orElse(null);
    }

    /** Of a list that may come in other orders, too. */
    public static @Nullable Keyset after(QueryParameters query, String order) {
        var after = after(query);
        return after == null ? null : after.in(order);
    }
}
