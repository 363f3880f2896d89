package org.huisheng.survey.expression.value;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.huisheng.survey.expression.value.Value.Bool;
import org.huisheng.survey.expression.value.Value.Fields;
import org.huisheng.survey.expression.value.Value.Items;
import org.huisheng.survey.expression.value.Value.Moment;
import org.huisheng.survey.expression.value.Value.Nothing;
import org.huisheng.survey.expression.value.Value.Num;
import org.huisheng.survey.expression.value.Value.Text;

/** SurveyJS's notion of two values being the same: neither case, nor blanks around, nor the kind of a number count. */
public final class Equality {

    private Equality() {}

    /** Of two operands: there the text "undefined" means nothing. */
    public static boolean sameOperands(Value x, Value y, boolean ignoreOrder) {
        return same(known(x), known(y), ignoreOrder);
    }

    private static Value known(Value value) {
        return value instanceof Text(var text) && text.equals("undefined") ? Value.UNDEFINED : value;
    }

    public static boolean same(Value x, Value y, boolean ignoreOrder) {
        if (identical(x, y) || emptyList(x, y) || emptyList(y, x) || emptyText(x, y) || emptyText(y, x)) {
            return true;
        }
        if (x instanceof Text(var a) && y instanceof Text(var b)) {
            return folded(a).equals(folded(b));
        }
        if (x instanceof Moment(var a, var _) && y instanceof Moment(var b, var _)) {
            return a == b;
        }
        if (sameNumber(x, y)) {
            return true;
        }
        if (Coercion.isEmpty(x) != Coercion.isEmpty(y)) {
            return false;
        }
        return sameOfOneKind(x, y, ignoreOrder);
    }

    private static boolean sameOfOneKind(Value x, Value y, boolean ignoreOrder) {
        if (x instanceof Bool && y instanceof Text(var text)) {
            return Coercion.text(x).equals(text.toLowerCase(Locale.ROOT));
        }
        if (y instanceof Bool && x instanceof Text(var text)) {
            return Coercion.text(y).equals(text.toLowerCase(Locale.ROOT));
        }
        if (!isObject(x) && !isObject(y)) {
            return Coercion.looselyEqual(x, y);
        }
        if (!isObject(x) || !isObject(y)) {
            return false;
        }
        return x instanceof Items(var a) && y instanceof Items(var b)
                ? sameItems(a, b, ignoreOrder)
                : sameFields(fields(x), fields(y), ignoreOrder);
    }

    private static boolean identical(Value x, Value y) {
        return switch (x) {
            case Num(var a) -> y instanceof Num(var b) && a == b;
            case Text(var a) -> y instanceof Text(var b) && a.equals(b);
            case Nothing _, Bool _, Items _, Fields _ -> x.equals(y);
            case Moment _ -> false;
        };
    }

    private static boolean emptyList(Value x, Value y) {
        return y.isUndefined() && x instanceof Items(var items) && items.isEmpty();
    }

    private static boolean emptyText(Value x, Value y) {
        return x.isNothing() && y instanceof Text(var text) && text.isEmpty();
    }

    private static String folded(String text) {
        return Numerals.trim(text).toLowerCase(Locale.ROOT);
    }

    private static boolean sameNumber(Value x, Value y) {
        if (!convertible(x) || !convertible(y)) {
            return false;
        }
        var a = Coercion.text(x);
        var b = Coercion.text(y);
        return Numerals.parseInt(a) == Numerals.parseInt(b) && Numerals.parseFloat(a) == Numerals.parseFloat(b);
    }

    private static boolean convertible(Value value) {
        return !value.isNothing() && !(value instanceof Items) && !Double.isNaN(Coercion.number(value));
    }

    private static boolean isObject(Value value) {
        return value instanceof Items || value instanceof Fields || value instanceof Moment;
    }

    private static boolean sameItems(List<Value> x, List<Value> y, boolean ignoreOrder) {
        if (x.size() != y.size()) {
            return false;
        }
        var first = ignoreOrder ? sorted(x) : x;
        var second = ignoreOrder ? sorted(y) : y;
        for (var index = 0; index < first.size(); index++) {
            if (!same(first.get(index), second.get(index), ignoreOrder)) {
                return false;
            }
        }
        return true;
    }

    private static List<Value> sorted(List<Value> items) {
        var sorted = new ArrayList<>(items);
        sorted.sort(Comparator.comparing((Value item) -> item.isUndefined()).thenComparing(Coercion::text));
        return sorted;
    }

    private static boolean sameFields(Map<String, Value> x, Map<String, Value> y, boolean ignoreOrder) {
        return x.size() == y.size()
                && x.entrySet().stream().allMatch(field -> {
                    var other = y.get(field.getKey());
                    return other != null && same(field.getValue(), other, ignoreOrder);
                });
    }

    private static Map<String, Value> fields(Value object) {
        if (object instanceof Fields(var fields)) {
            return fields;
        }
        var fields = new LinkedHashMap<String, Value>();
        if (object instanceof Items(var items)) {
            for (var index = 0; index < items.size(); index++) {
                fields.put(Integer.toString(index), items.get(index));
            }
        }
        return fields;
    }
}
