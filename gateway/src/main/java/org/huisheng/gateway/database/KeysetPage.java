package org.huisheng.gateway.database;

import java.util.List;
import java.util.function.Function;
import org.huisheng.kit.web.TypedQuery;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a list in the order of a key.
 *
 * @param next key of the last one shown, after which the following page begins; null on the last
 */
public record KeysetPage<T>(List<T> items, @Nullable String next) {

    private static final int LARGEST = 500;

    public KeysetPage {
        items = List.copyOf(items);
    }

    /** How many a page has when so many are wished for. */
    public static int size(int limit) {
        return TypedQuery.limit(limit, LARGEST);
    }

    /** @param rows read with a limit one above the size */
    public static <T> KeysetPage<T> of(List<T> rows, int size, Function<T, String> key) {
        if (rows.size() <= size) {
            return new KeysetPage<>(rows, null);
        }
        var shown = rows.subList(0, size);
        return new KeysetPage<>(shown, key.apply(shown.getLast()));
    }
}
