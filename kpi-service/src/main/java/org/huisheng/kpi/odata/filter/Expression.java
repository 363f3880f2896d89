package org.huisheng.kpi.odata.filter;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A filter that has been read; whatever is wrong with its types has been found. */
public sealed interface Expression {

    Type type();

    /** Whether it may be without a value. */
    boolean nullable();

    /** @param value a String, BigDecimal, Instant, LocalDate, Boolean or UUID */
    record Literal(Type type, @Nullable Object value) implements Expression {
        @Override
        public boolean nullable() {
            return value == null;
        }
    }

    /** The value of a column. */
    record Property(Column column) implements Expression {
        @Override
        public Type type() {
            return column.type();
        }

        @Override
        public boolean nullable() {
            return column.nullable();
        }
    }

    /** Without a value as soon as one of its arguments is. */
    record Call(Function function, List<Expression> arguments) implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }

        @Override
        public Type type() {
            return function.result();
        }

        @Override
        public boolean nullable() {
            return arguments.stream().anyMatch(Expression::nullable);
        }
    }

    /** Something that holds or does not; of nothing but truth values. */
    sealed interface Condition extends Expression {
        @Override
        default Type type() {
            return Type.BOOLEAN;
        }
    }

    /** Two values side by side. */
    record Comparison(Operator operator, Expression left, Expression right) implements Condition {
        @Override
        public boolean nullable() {
            return false;
        }
    }

    /** Whether a value is one of several. */
    record Membership(Expression member, List<Literal> list) implements Condition {
        public Membership {
            list = List.copyOf(list);
        }

        @Override
        public boolean nullable() {
            return false;
        }
    }

    /** Both hold. */
    record Both(Expression left, Expression right) implements Condition {
        @Override
        public boolean nullable() {
            return left.nullable() || right.nullable();
        }
    }

    /** One of them holds. */
    record Either(Expression left, Expression right) implements Condition {
        @Override
        public boolean nullable() {
            return left.nullable() || right.nullable();
        }
    }

    /** It does not hold. */
    record Negation(Expression negated) implements Condition {
        @Override
        public boolean nullable() {
            return negated.nullable();
        }
    }
}
