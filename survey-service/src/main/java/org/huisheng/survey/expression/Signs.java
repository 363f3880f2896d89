package org.huisheng.survey.expression;

import java.util.List;

/** How operators are written, in the grammar's order: a longer sign wins over its beginning. */
final class Signs {

    record Sign(String written, Operator operator) {}

    private static final List<Sign> COMPARISONS = List.of(
            new Sign("<=", Operator.LESS_OR_EQUAL),
            new Sign("lessorequal", Operator.LESS_OR_EQUAL),
            new Sign(">=", Operator.GREATER_OR_EQUAL),
            new Sign("greaterorequal", Operator.GREATER_OR_EQUAL),
            new Sign("==", Operator.EQUAL),
            new Sign("equal", Operator.EQUAL),
            new Sign("=", Operator.EQUAL),
            new Sign("!=", Operator.NOT_EQUAL),
            new Sign("notequal", Operator.NOT_EQUAL),
            new Sign("<", Operator.LESS),
            new Sign("less", Operator.LESS),
            new Sign(">", Operator.GREATER),
            new Sign("greater", Operator.GREATER));

    /** From the loosest to the tightest. */
    static final List<List<Sign>> LEVELS = List.of(
            List.of(new Sign("||", Operator.OR), new Sign("or", Operator.OR)),
            List.of(new Sign("&&", Operator.AND), new Sign("and", Operator.AND)),
            COMPARISONS,
            List.of(new Sign("+", Operator.PLUS), new Sign("-", Operator.MINUS)),
            List.of(new Sign("*", Operator.TIMES), new Sign("/", Operator.DIVIDED), new Sign("%", Operator.MODULO)),
            List.of(new Sign("^", Operator.POWER), new Sign("power", Operator.POWER)));

    /** Tighter still, and the only ones that may lack their right side. */
    static final List<Sign> ON_LISTS = List.of(
            new Sign("*=", Operator.CONTAINS),
            new Sign("contains", Operator.CONTAINS),
            new Sign("contain", Operator.CONTAINS),
            new Sign("notcontains", Operator.NOT_CONTAINS),
            new Sign("notcontain", Operator.NOT_CONTAINS),
            new Sign("anyof", Operator.ANY_OF),
            new Sign("allof", Operator.ALL_OF),
            new Sign("noneof", Operator.NONE_OF));

    private Signs() {}
}
