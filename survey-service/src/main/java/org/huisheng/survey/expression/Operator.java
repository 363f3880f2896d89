package org.huisheng.survey.expression;

import java.util.List;
import java.util.Locale;
import org.huisheng.survey.expression.value.Arithmetic;
import org.huisheng.survey.expression.value.Coercion;
import org.huisheng.survey.expression.value.Comparison;
import org.huisheng.survey.expression.value.Equality;
import org.huisheng.survey.expression.value.Value;
import org.huisheng.survey.expression.value.Value.Bool;
import org.huisheng.survey.expression.value.Value.Items;
import org.huisheng.survey.expression.value.Value.Num;
import org.huisheng.survey.expression.value.Value.Text;

/** The operators between two values. */
enum Operator {
    OR,
    AND,
    PLUS,
    MINUS,
    TIMES,
    DIVIDED,
    MODULO,
    POWER,
    EQUAL,
    NOT_EQUAL,
    LESS,
    LESS_OR_EQUAL,
    GREATER,
    GREATER_OR_EQUAL,
    CONTAINS,
    NOT_CONTAINS,
    ANY_OF,
    ALL_OF,
    NONE_OF;

    boolean equates() {
        return this == EQUAL || this == NOT_EQUAL;
    }

    /** Whether its value is true or false, whatever the operands. */
    boolean compares() {
        return compareTo(EQUAL) >= 0;
    }

    /** @param ordered whether lists must have the same order to be equal */
    Value apply(Value left, Value right, boolean ordered) {
        var a = compares() ? left : filled(left, right);
        var b = compares() ? right : filled(right, a);
        return switch (this) {
            case OR -> Coercion.truthy(a) ? a : b;
            case AND -> Coercion.truthy(a) ? b : a;
            case PLUS -> Arithmetic.plus(a, b);
            case MINUS -> Arithmetic.minus(a, b);
            case TIMES -> Arithmetic.times(a, b);
            case DIVIDED -> Coercion.truthy(b) ? new Num(Coercion.number(a) / Coercion.number(b)) : Value.NULL;
            case MODULO -> Coercion.truthy(b) ? new Num(Coercion.number(a) % Coercion.number(b)) : Value.NULL;
            case POWER -> new Num(StrictMath.pow(Coercion.number(a), Coercion.number(b)));
            case EQUAL -> Bool.of(Comparison.of(a, b).equal(!ordered));
            case NOT_EQUAL -> Bool.of(!Comparison.of(a, b).equal(!ordered));
            case LESS -> Bool.of(Comparison.of(a, b).less());
            case LESS_OR_EQUAL -> Bool.of(orEqual(Comparison.of(a, b), false));
            case GREATER -> Bool.of(Comparison.of(a, b).greater());
            case GREATER_OR_EQUAL -> Bool.of(orEqual(Comparison.of(a, b), true));
            case CONTAINS -> Bool.of(contains(a, b, true));
            case NOT_CONTAINS -> Bool.of(!Coercion.truthy(a) && !Coercion.isEmpty(b) || contains(a, b, false));
            case ANY_OF -> Bool.of(anyOf(a, b));
            case ALL_OF -> Bool.of(allOf(a, b));
            case NONE_OF -> Bool.of(!anyOf(a, b));
        };
    }

    /** What stands in for a missing operand of arithmetic depends on the other one. */
    private static Value filled(Value value, Value other) {
        if (!Coercion.isEmpty(value)) {
            return value;
        }
        if (other instanceof Num) {
            return Num.ZERO;
        }
        if (value instanceof Text) {
            return value;
        }
        return switch (other) {
            case Text _ -> Text.EMPTY;
            case Items _ -> Items.NONE;
            default -> Num.ZERO;
        };
    }

    private static boolean orEqual(Comparison comparison, boolean greater) {
        return comparison.equal(true) || (greater ? comparison.greater() : comparison.less());
    }

    private static boolean contains(Value left, Value right, boolean wanted) {
        if (left instanceof Items(var items)) {
            var sought = right instanceof Items(var several) ? several : List.of(right);
            var all = !items.isEmpty() && sought.stream().allMatch(one -> isAmong(items, one));
            return all == wanted;
        }
        var isSomething = Coercion.truthy(left) || left == Bool.FALSE || left instanceof Num(var number) && number == 0;
        return isSomething && Coercion.truthy(right) && lower(left).contains(lower(right)) == wanted;
    }

    private static boolean isAmong(List<Value> items, Value wanted) {
        return items.stream().anyMatch(item -> Equality.sameOperands(item, wanted, true));
    }

    private static String lower(Value value) {
        return Coercion.text(value).toLowerCase(Locale.ROOT);
    }

    private static boolean anyOf(Value left, Value right) {
        if (Coercion.isEmpty(left)) {
            return Coercion.isEmpty(right);
        }
        if (Coercion.isEmpty(right)) {
            return true;
        }
        if (!(left instanceof Items)) {
            return contains(right, left, true);
        }
        return right instanceof Items(var several)
                ? several.stream().anyMatch(one -> contains(left, one, true))
                : contains(left, right, true);
    }

    private static boolean allOf(Value left, Value right) {
        if (!Coercion.truthy(left) && !Coercion.isEmpty(right)) {
            return false;
        }
        return right instanceof Items(var several)
                ? several.stream().allMatch(one -> contains(left, one, true))
                : contains(left, right, true);
    }
}
