package org.huisheng.kpi.odata.filter;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Objects;
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

/** A filter asked about one row in memory; answers as the SQL would. */
public final class RowFilter {

    private final Row row;

    private RowFilter(Row row) {
        this.row = row;
    }

    /** Where the values of columns are. */
    @FunctionalInterface
    public interface Row {
        @Nullable
        Object value(String column);
    }

    public static boolean passes(Expression expression, Row row) {
        return Boolean.TRUE.equals(new RowFilter(row).value(expression));
    }

    private @Nullable Object value(Expression expression) {
        return switch (expression) {
            case Literal literal -> literal.value();
            case Property(var column) -> row.value(column.name());
            case Call call -> value(call);
            case Comparison(var operator, var left, var right) -> holds(operator, value(left), value(right));
            case Membership(var member, var list) -> {
                var value = value(member);
                yield list.stream().anyMatch(literal -> holds(Operator.EQ, value, literal.value()));
            }
            case Both(var left, var right) -> joined(value(left), value(right), false);
            case Either(var left, var right) -> joined(value(left), value(right), true);
            case Negation(var negated) -> value(negated) instanceof Boolean truth ? !truth : null;
        };
    }

    /** @param decisive the truth value that settles it, whatever the other is */
    private static @Nullable Object joined(@Nullable Object left, @Nullable Object right, boolean decisive) {
        if (Objects.equals(left, decisive) || Objects.equals(right, decisive)) {
            return decisive;
        }
        return left == null || right == null ? null : !decisive;
    }

    private static boolean holds(Operator operator, @Nullable Object left, @Nullable Object right) {
        return left == null || right == null
                ? operator.holdsOnNull(left == null && right == null)
                : operator.holds(compare(left, right));
    }

    /** Numbers by value, texts by code point, as the database does with the collation C. */
    public static int compare(Object left, Object right) {
        return switch (left) {
            case Number number -> decimal(number).compareTo(decimal((Number) right));
            case String text -> byCodePoint(text, (String) right);
            case Instant moment -> moment.compareTo((Instant) right);
            case LocalDate date -> date.compareTo((LocalDate) right);
            case Boolean truth -> truth.compareTo((Boolean) right);
            default -> left.toString().compareTo(right.toString());
        };
    }

    private static int byCodePoint(String one, String other) {
        var ours = one.codePoints().iterator();
        var theirs = other.codePoints().iterator();
        while (ours.hasNext() && theirs.hasNext()) {
            var order = Integer.compare(ours.nextInt(), theirs.nextInt());
            if (order != 0) {
                return order;
            }
        }
        return Boolean.compare(ours.hasNext(), theirs.hasNext());
    }

    private static BigDecimal decimal(Number number) {
        return number instanceof BigDecimal decimal ? decimal : BigDecimal.valueOf(number.longValue());
    }

    private @Nullable Object value(Call call) {
        var first = value(call.arguments().getFirst());
        var last = value(call.arguments().getLast());
        if (first == null || last == null) {
            return null;
        }
        return switch (call.function()) {
            case CONTAINS -> ((String) first).contains((String) last);
            case STARTSWITH -> ((String) first).startsWith((String) last);
            case ENDSWITH -> ((String) first).endsWith((String) last);
            case TOLOWER -> ((String) first).toLowerCase(Locale.ROOT);
            case TOUPPER -> ((String) first).toUpperCase(Locale.ROOT);
            case LENGTH -> ((String) first).codePointCount(0, ((String) first).length());
            case YEAR -> date(first).getYear();
            case MONTH -> date(first).getMonthValue();
            case DAY -> date(first).getDayOfMonth();
            case HOUR -> local(first).getHour();
            case MINUTE -> local(first).getMinute();
            case SECOND -> local(first).getSecond();
            case DATE -> date(first);
        };
    }

    private static LocalDate date(Object value) {
        return value instanceof LocalDate date ? date : local(value).toLocalDate();
    }

    private static LocalDateTime local(Object moment) {
        return LocalDateTime.ofInstant((Instant) moment, Period.ZONE);
    }
}
