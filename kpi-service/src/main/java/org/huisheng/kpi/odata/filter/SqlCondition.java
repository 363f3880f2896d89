package org.huisheng.kpi.odata.filter;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.huisheng.kpi.odata.filter.Expression.Both;
import org.huisheng.kpi.odata.filter.Expression.Call;
import org.huisheng.kpi.odata.filter.Expression.Comparison;
import org.huisheng.kpi.odata.filter.Expression.Either;
import org.huisheng.kpi.odata.filter.Expression.Literal;
import org.huisheng.kpi.odata.filter.Expression.Membership;
import org.huisheng.kpi.odata.filter.Expression.Negation;
import org.huisheng.kpi.odata.filter.Expression.Property;
import org.huisheng.kpi.period.Period;
import org.jspecify.annotations.Nullable;

/**
 * A filter in SQL. Values are parameters, never text. What can be without a value is compared so that the answer is true
 * or false as OData wants it; what cannot, so that an index serves.
 */
public final class SqlCondition {

    /** By which days begin and end. */
    private static final String LOCAL = "(%s AT TIME ZONE '" + Period.ZONE.getId() + "')";

    private final Map<String, String> columns;
    private final StringBuilder sql = new StringBuilder();
    private final List<@Nullable Object> parameters = new ArrayList<>();

    /** @param columns how each column is read in SQL */
    private SqlCondition(Map<String, String> columns) {
        this.columns = columns;
    }

    /** A piece of SQL with what its question marks stand for. */
    public record Sql(String text, List<@Nullable Object> parameters) {}

    public static Sql of(Expression expression, Map<String, String> columns) {
        var condition = new SqlCondition(columns);
        condition.write(expression);
        return new Sql(condition.sql.toString(), condition.parameters);
    }

    /** A value as the driver takes it. */
    private static @Nullable Object parameter(@Nullable Object value) {
        return value instanceof Instant moment ? moment.atOffset(ZoneOffset.UTC) : value;
    }

    /** All of them, in order. */
    public static List<@Nullable Object> parameters(List<@Nullable Object> values) {
        var parameters = new ArrayList<@Nullable Object>(values.size());
        values.forEach(value -> parameters.add(parameter(value)));
        return parameters;
    }

    private void write(Expression expression) {
        switch (expression) {
            case Literal literal -> write(literal, literal.type());
            case Property(var column) -> sql.append(columns.get(column.name()));
            case Call call -> write(call);
            case Comparison comparison -> write(comparison);
            case Membership membership -> write(membership);
            case Both(var left, var right) -> joined(left, " AND ", right);
            case Either(var left, var right) -> joined(left, " OR ", right);
            case Negation(var negated) -> around("(NOT ", negated, ")");
        }
    }

    private void write(Literal literal, Type type) {
        sql.append("?::")
                .append(
                        literal.type() == Type.NULL
                                ? type.sql()
                                : literal.type().sql());
        parameters.add(parameter(literal.value()));
    }

    /** A null has the type of what it stands beside. */
    private void write(Expression operand, Type beside) {
        if (operand instanceof Literal literal) {
            write(literal, beside);
        } else {
            write(operand);
        }
    }

    private void write(Comparison comparison) {
        var sign = ' ' + comparison.operator().sql() + ' ';
        if (!comparison.left().nullable() && !comparison.right().nullable()) {
            operands(comparison, "(", sign, ")");
            return;
        }
        switch (comparison.operator()) {
            case EQ -> operands(comparison, "(", " IS NOT DISTINCT FROM ", ")");
            case NE -> operands(comparison, "(", " IS DISTINCT FROM ", ")");
            case GT, LT -> operands(comparison, "((", sign, ") IS TRUE)");
            case GE, LE -> {
                operands(comparison, "((", sign, ") IS TRUE OR ");
                operands(comparison, "(", " IS NULL AND ", " IS NULL))");
            }
        }
    }

    private void operands(Comparison comparison, String before, String between, String after) {
        sql.append(before);
        write(comparison.left(), comparison.right().type());
        // By code point, which any index on equality would not be used for.
        if (!comparison.operator().equality() && comparison.left().type() == Type.STRING) {
            sql.append(" COLLATE \"C\"");
        }
        sql.append(between);
        write(comparison.right(), comparison.left().type());
        sql.append(after);
    }

    private void write(Membership membership) {
        var separator = "(";
        for (var literal : membership.list()) {
            sql.append(separator);
            write(new Comparison(Operator.EQ, membership.member(), literal));
            separator = " OR ";
        }
        sql.append(')');
    }

    private void joined(Expression left, String operator, Expression right) {
        sql.append('(');
        truth(left);
        sql.append(operator);
        truth(right);
        sql.append(')');
    }

    private void truth(Expression operand) {
        write(operand, Type.BOOLEAN);
    }

    private void around(String before, Expression operand, String after) {
        sql.append(before);
        truth(operand);
        sql.append(after);
    }

    private void write(Call call) {
        var first = argument(call, 0);
        switch (call.function()) {
            case CONTAINS -> two(call, "(strpos(", ", ", ") > 0)");
            case STARTSWITH -> two(call, "starts_with(", ", ", ")");
            case ENDSWITH -> endsWith(call);
            case TOLOWER -> one(first, "(lower(%s COLLATE \"pg_unicode_fast\") COLLATE \"C\")");
            case TOUPPER -> one(first, "(upper(%s COLLATE \"pg_unicode_fast\") COLLATE \"C\")");
            case LENGTH -> one(first, "length(%s)");
            case YEAR -> one(first, "extract(year FROM " + local(call) + ")");
            case MONTH -> one(first, "extract(month FROM " + local(call) + ")");
            case DAY -> one(first, "extract(day FROM " + local(call) + ")");
            case HOUR -> one(first, "extract(hour FROM " + LOCAL + ")");
            case MINUTE -> one(first, "extract(minute FROM " + LOCAL + ")");
            case SECOND -> one(first, "floor(extract(second FROM " + LOCAL + "))");
            case DATE -> one(first, LOCAL + "::date");
        }
    }

    private static String local(Call call) {
        return call.arguments().getFirst().type() == Type.DATE ? "%s" : LOCAL;
    }

    private void endsWith(Call call) {
        var whole = argument(call, 0);
        var end = argument(call, 1);
        sql.append("(right(")
                .append(whole.text)
                .append(", length(")
                .append(end.text)
                .append(")) = ")
                .append(end.text)
                .append(')');
        parameters.addAll(whole.parameters);
        parameters.addAll(end.parameters);
        parameters.addAll(end.parameters);
    }

    private void two(Call call, String before, String between, String after) {
        var one = argument(call, 0);
        var other = argument(call, 1);
        sql.append(before).append(one.text).append(between).append(other.text).append(after);
        parameters.addAll(one.parameters);
        parameters.addAll(other.parameters);
    }

    private void one(Sql argument, String form) {
        sql.append(form.formatted(argument.text));
        parameters.addAll(argument.parameters);
    }

    private Sql argument(Call call, int index) {
        var inner = new SqlCondition(columns);
        inner.write(call.arguments().get(index), call.function().argument());
        return new Sql(inner.sql.toString(), inner.parameters);
    }
}
