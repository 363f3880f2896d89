package org.huisheng.survey.expression.value;

import java.util.stream.Collectors;
import org.huisheng.survey.expression.value.Value.Bool;
import org.huisheng.survey.expression.value.Value.Fields;
import org.huisheng.survey.expression.value.Value.Items;
import org.huisheng.survey.expression.value.Value.Moment;
import org.huisheng.survey.expression.value.Value.Nothing;
import org.huisheng.survey.expression.value.Value.Num;
import org.huisheng.survey.expression.value.Value.Text;

/** JavaScript's conversions between kinds of values, and its own operators where they convert. */
public final class Coercion {

    private Coercion() {}

    public static boolean truthy(Value value) {
        return switch (value) {
            case Nothing _ -> false;
            case Bool bool -> bool == Bool.TRUE;
            case Num(var number) -> number != 0 && !Double.isNaN(number);
            case Text(var text) -> !text.isEmpty();
            case Moment _, Items _, Fields _ -> true;
        };
    }

    /** {@code Number(value)} */
    public static double number(Value value) {
        return switch (value) {
            case Nothing nothing -> nothing == Nothing.NULL ? 0 : Double.NaN;
            case Bool bool -> bool == Bool.TRUE ? 1 : 0;
            case Num(var number) -> number;
            case Text(var text) -> Numerals.number(text);
            case Moment(var millis, var _) -> millis;
            case Items items -> Numerals.number(text(items));
            case Fields _ -> Double.NaN;
        };
    }

    /** {@code String(value)} */
    public static String text(Value value) {
        return switch (value) {
            case Nothing nothing -> nothing == Nothing.NULL ? "null" : "undefined";
            case Bool bool -> bool == Bool.TRUE ? "true" : "false";
            case Num(var number) -> Numerals.text(number);
            case Text(var text) -> text;
            case Moment moment -> Dates.text(moment);
            case Items items -> joined(items, ",");
            case Fields _ -> "[object Object]";
        };
    }

    static String joined(Items list, String separator) {
        return list.items().stream()
                .map(item -> item.isNothing() ? "" : text(item))
                .collect(Collectors.joining(separator));
    }

    /** Nothing said: missing, empty text, {@code NaN}, an empty list, an object of empty values. Not 0, not false. */
    public static boolean isEmpty(Value value) {
        return switch (value) {
            case Nothing _ -> true;
            case Bool _, Moment _ -> false;
            case Num(var number) -> Double.isNaN(number);
            case Text(var text) -> text.isEmpty();
            case Items(var items) -> items.isEmpty();
            case Fields(var fields) -> fields.values().stream().allMatch(Coercion::isEmpty);
        };
    }

    /** {@code left + right} */
    public static Value add(Value left, Value right) {
        var first = primitive(left);
        var second = primitive(right);
        return first instanceof Text || second instanceof Text
                ? new Text(text(first) + text(second))
                : new Num(number(first) + number(second));
    }

    /** {@code left < right} */
    public static boolean less(Value left, Value right) {
        var first = left instanceof Moment ? left : primitive(left);
        var second = right instanceof Moment ? right : primitive(right);
        return first instanceof Text(var a) && second instanceof Text(var b)
                ? a.compareTo(b) < 0
                : number(first) < number(second);
    }

    /** {@code left == right} for values that are no objects. */
    public static boolean looselyEqual(Value left, Value right) {
        if (left.isNothing() || right.isNothing()) {
            return left.isNothing() && right.isNothing();
        }
        return left instanceof Text(var a) && right instanceof Text(var b)
                ? a.equals(b)
                : number(left) == number(right);
    }

    /** {@code value == true}, which is how a condition is read: 5 is not. */
    public static boolean holds(Value value) {
        return value == Bool.TRUE
                || !(value instanceof Bool) && !value.isNothing() && looselyEqual(primitive(value), Bool.TRUE);
    }

    private static Value primitive(Value value) {
        return value instanceof Items || value instanceof Fields || value instanceof Moment
                ? new Text(text(value))
                : value;
    }

    /** SurveyJS's reading of a number, stricter than JavaScript's here and laxer there; {@code NaN} when it is none. */
    public static double surveyNumber(Value value) {
        return switch (value) {
            case Num(var number) -> Double.isInfinite(number) ? Double.NaN : number;
            case Text(var text) -> surveyNumber(text);
            case Items items -> finite(Numerals.parseFloat(text(items)), number(items));
            case Nothing _, Bool _, Moment _, Fields _ -> Double.NaN;
        };
    }

    private static double surveyNumber(String text) {
        var trimmed = Numerals.trim(text);
        if (trimmed.isEmpty() || !mayBeginNumber(trimmed.charAt(0))) {
            return Double.NaN;
        }
        if (trimmed.startsWith("0x")) {
            return trimmed.length() > 32 ? Double.NaN : Numerals.parseInt(trimmed);
        }
        if (trimmed.length() > 15 && trimmed.chars().allMatch(c -> c >= '0' && c <= '9') || isFormula(trimmed)) {
            return Double.NaN;
        }
        var comma = trimmed.indexOf(',');
        var written = comma >= 0 && trimmed.indexOf(',', comma + 1) < 0 ? trimmed.replace(',', '.') : trimmed;
        return finite(Numerals.parseFloat(written), Numerals.number(written));
    }

    private static boolean mayBeginNumber(char c) {
        return c >= '0' && c <= '9' || c == '-' || c == '+' || c == '.' || c == ',';
    }

    private static boolean isFormula(String text) {
        return text.lastIndexOf('-') <= 0
                && text.lastIndexOf('+') <= 0
                && text.chars().anyMatch(c -> "*^/%".indexOf(c) >= 0);
    }

    private static double finite(double result, double whole) {
        return Double.isNaN(whole) || Double.isInfinite(whole) ? Double.NaN : result;
    }

    public static boolean isNumber(Value value) {
        return !Double.isNaN(surveyNumber(value));
    }
}
