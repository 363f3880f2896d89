package org.huisheng.feedback.request;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a list is narrowed to, as the condition of a query with named parameters. */
public final class Conditions {

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    /** Not narrowed if there is no value. */
    public Conditions equal(String field, @Nullable Object value) {
        return value == null ? this : and(field + " = :" + field, Map.of(field, value));
    }

    public Conditions and(String condition, Map<String, Object> values) {
        conditions.add(condition);
        parameters.putAll(values);
        return this;
    }

    /** Goes on after a row; the first half bounds the index scan, the second skips rows equal in the key. */
    public Conditions below(String field, @Nullable Object key, @Nullable Keyset after) {
        return key == null || after == null
                ? this
                : and(
                        "%1$s <= :cursorKey and (%1$s < :cursorKey or id < :cursorId)".formatted(field),
                        Map.of("cursorKey", key, "cursorId", after.id()));
    }

    public Conditions above(String field, @Nullable Object key, @Nullable Keyset after) {
        return key == null || after == null
                ? this
                : and(
                        "%1$s >= :cursorKey and (%1$s > :cursorKey or id > :cursorId)".formatted(field),
                        Map.of("cursorKey", key, "cursorId", after.id()));
    }

    public String where() {
        return conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions) + " ";
    }

    public Map<String, Object> parameters() {
        return parameters;
    }
}
