package org.huisheng.survey.expression;

import java.util.Map;
import org.huisheng.survey.expression.value.Value;
import org.huisheng.survey.expression.value.Value.Fields;
import org.huisheng.survey.expression.value.Value.Items;
import org.huisheng.survey.expression.value.Value.Num;
import org.huisheng.survey.expression.value.Value.Text;
import org.jspecify.annotations.Nullable;

/** Finds a name inside a value: the longest name that fits, then the rest inside what it names. */
public final class Paths {

    private Paths() {}

    /** A scope over the fields of an object. */
    public static Scope scope(Value root) {
        return reference -> {
            var value = find(root, reference, 0);
            return value == null ? null : new Scope.Found(value);
        };
    }

    /** Null when it is not there. @param start the first segment to look for */
    public static @Nullable Value find(Value root, Reference reference, int start) {
        var current = root;
        var position = start;
        while (position < reference.size()) {
            var end = reference.furthestEnd(position);
            var found = field(current, reference, position, end);
            while (found == null && --end > position) {
                found = field(current, reference, position, end);
            }
            if (found != null && reference.index(end - 1) != Reference.NO_INDEX) {
                found = item(found, reference.index(end - 1));
            }
            if (found == null) {
                return null;
            }
            current = found;
            position = end;
        }
        return current;
    }

    /** Counted from the end when negative; null when there is none. */
    public static @Nullable Value item(Value list, int index) {
        if (!(list instanceof Items(var items))) {
            return null;
        }
        var position = index < 0 ? items.size() + index : index;
        return position >= 0 && position < items.size() ? items.get(position) : null;
    }

    private static @Nullable Value field(Value object, Reference reference, int start, int end) {
        if (end == start + 1 && reference.written(start).equals("length")) {
            if (object instanceof Items(var items)) {
                return new Num(items.size());
            }
            if (object instanceof Text(var text) && !text.isEmpty()) {
                return new Num(text.length());
            }
        }
        return switch (object) {
            case Fields(var fields) -> field(fields, reference.name(start, end));
            case Items items -> position(items, reference.name(start, end));
            default -> null;
        };
    }

    private static @Nullable Value field(Map<String, Value> fields, String lowerCase) {
        for (var field : fields.entrySet()) {
            if (!lowerCase.isEmpty() && field.getKey().equalsIgnoreCase(lowerCase)) {
                return field.getValue().isUndefined() ? null : field.getValue();
            }
        }
        return null;
    }

    private static @Nullable Value position(Items list, String name) {
        if (name.isEmpty() || name.length() > 5 || !name.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return null;
        }
        var index = Integer.parseInt(name);
        var item = Integer.toString(index).equals(name) ? list.at(index) : Value.UNDEFINED;
        return item.isUndefined() ? null : item;
    }
}
