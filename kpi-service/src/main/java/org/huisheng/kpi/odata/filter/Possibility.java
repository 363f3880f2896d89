package org.huisheng.kpi.odata.filter;

import org.huisheng.kpi.odata.filter.Expression.Both;
import org.huisheng.kpi.odata.filter.Expression.Call;
import org.huisheng.kpi.odata.filter.Expression.Comparison;
import org.huisheng.kpi.odata.filter.Expression.Either;
import org.huisheng.kpi.odata.filter.Expression.Literal;
import org.huisheng.kpi.odata.filter.Expression.Membership;
import org.huisheng.kpi.odata.filter.Expression.Negation;
import org.huisheng.kpi.odata.filter.Expression.Property;

/** What can be said about a filter when only one column's value is known: which rows need not be made at all. */
public final class Possibility {

    private final String known;
    private final Object value;

    private Possibility(String known, Object value) {
        this.known = known;
        this.value = value;
    }

    /** Whether any row with this value in this column may pass. */
    public static boolean ofPassing(Expression filter, String column, Object value) {
        return new Possibility(column, value).of(filter, true);
    }

    private boolean of(Expression condition, boolean outcome) {
        return switch (condition) {
            case Both(var left, var right) ->
                outcome ? of(left, true) && of(right, true) : of(left, false) || of(right, false);
            case Either(var left, var right) ->
                outcome ? of(left, true) || of(right, true) : of(left, false) && of(right, false);
            case Negation(var negated) -> of(negated, !outcome);
            default ->
                !settled(condition) || RowFilter.passes(outcome ? condition : new Negation(condition), this::read);
        };
    }

    private Object read(String column) {
        return value;
    }

    private boolean settled(Expression expression) {
        return switch (expression) {
            case Literal _ -> true;
            case Property(var column) -> column.name().equals(known);
            case Call call -> call.arguments().stream().allMatch(this::settled);
            case Comparison comparison -> settled(comparison.left()) && settled(comparison.right());
            case Membership membership -> settled(membership.member());
            case Both(var left, var right) -> settled(left) && settled(right);
            case Either(var left, var right) -> settled(left) && settled(right);
            case Negation(var negated) -> settled(negated);
        };
    }
}
