package org.huisheng.survey.expression.value;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** A value of an expression. The kinds are JavaScript's, because surveys are written for its engine. */
public sealed interface Value {

    Value UNDEFINED = Nothing.UNDEFINED;
    Value NULL = Nothing.NULL;

    enum Nothing implements Value {
        UNDEFINED,
        NULL
    }

    enum Bool implements Value {
        TRUE,
        FALSE;

        public static Bool of(boolean value) {
            return value ? TRUE : FALSE;
        }
    }

    record Num(double value) implements Value {
        public static final Num ZERO = new Num(0);
        public static final Num NOT_A_NUMBER = new Num(Double.NaN);
    }

    record Text(String text) implements Value {
        public static final Text EMPTY = new Text("");
    }

    /** JavaScript's {@code Date}; an invalid one has {@code NaN} for its time. */
    record Moment(double epochMillis, ZoneId zone) implements Value {}

    record Items(List<Value> items) implements Value {
        public static final Items NONE = new Items(List.of());

        public Value at(int index) {
            return index >= 0 && index < items.size() ? items.get(index) : UNDEFINED;
        }
    }

    /** An object; the order of its fields is kept. */
    record Fields(Map<String, Value> fields) implements Value {
        public Value get(String name) {
            return fields.getOrDefault(name, UNDEFINED);
        }
    }

    default boolean isUndefined() {
        return equals(Nothing.UNDEFINED);
    }

    /** Undefined or null. */
    default boolean isNothing() {
        return this instanceof Nothing;
    }
}
