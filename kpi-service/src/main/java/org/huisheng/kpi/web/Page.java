package org.huisheng.kpi.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.huisheng.kit.problem.DomainException.Malformed;
import org.huisheng.kit.web.TypedQuery;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a list.
 *
 * @param next cursor of the following page, null on the last
 */
public record Page<T>(List<T> items, @Nullable String next) {

    public Page {
        items = List.copyOf(items);
    }

    /**
     * Cuts a page out of rows read with a limit one above its size.
     *
     * @param key identifies the last row shown, after which the following page begins
     */
    public static <T> Page<T> of(List<T> rows, int size, Function<T, String> key) {
        if (rows.size() <= size) {
            return new Page<>(rows, null);
        }
        var shown = rows.subList(0, size);
        return new Page<>(shown, cursor(key.apply(shown.getLast())));
    }

    public <R> Page<R> map(Function<T, R> view) {
        return new Page<>(items.stream().map(view).toList(), next);
    }

    public static int size(int limit) {
        return TypedQuery.limit(limit, 500);
    }

    /** @throws Malformed if it is no cursor of ours */
    public static @Nullable String key(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        try {
            var key = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (key.isEmpty() || key.length() > 200 || key.indexOf('\0') >= 0) {
                throw new Malformed("bad-cursor");
            }
            return key;
        } catch (IllegalArgumentException notBase64) {
            throw new Malformed("bad-cursor");
        }
    }

    /**
     * The key of a list in the order of ids.
     *
     * @throws Malformed if it is no cursor of ours
     */
    public static @Nullable UUID id(@Nullable String cursor) {
        var key = key(cursor);
        try {
            return key == null ? null : UUID.fromString(key);
        } catch (IllegalArgumentException notOurs) {
            throw new Malformed("bad-cursor");
        }
    }

    public static String cursor(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }
}
