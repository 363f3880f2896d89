package org.huisheng.kpi.odata.filter;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Comparisons. Their answer is true or false, with null as well. */
public enum Operator {
    EQ("="),
    NE("<>"),
    GT(">"),
    GE(">="),
    LT("<"),
    LE("<=");

    private final String sql;

    Operator(String sql) {
        this.sql = sql;
    }

    String sql() {
        return sql;
    }

    boolean equality() {
        return this == EQ || this == NE;
    }

    static Optional<Operator> named(String word) {
        return Arrays.stream(values())
                .filter(operator -> operator.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }

    /** @param order of the operands, as a comparator gives it */
    boolean holds(int order) {
        return switch (this) {
            case EQ -> order == 0;
            case NE -> order != 0;
            case GT -> order > 0;
            case GE -> order >= 0;
            case LT -> order < 0;
            case LE -> order <= 0;
        };
    }

    /** @param both whether both operands are null, and not only one */
    boolean holdsOnNull(boolean both) {
        return switch (this) {
            case EQ, GE, LE -> both;
            case NE -> !both;
            case GT, LT -> false;
        };
    }
}
