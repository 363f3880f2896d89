package org.huisheng.survey.expression;

import java.util.ArrayList;
import java.util.List;
import org.huisheng.survey.expression.Functions.Function;
import org.huisheng.survey.expression.value.Coercion;
import org.huisheng.survey.expression.value.Value;
import org.huisheng.survey.expression.value.Value.Bool;
import org.huisheng.survey.expression.value.Value.Items;
import org.huisheng.survey.expression.value.Value.Num;
import org.huisheng.survey.expression.value.Value.Text;
import org.jspecify.annotations.Nullable;

/** A compiled part of an expression. */
sealed interface Node {

    Value evaluate(Run run);

    /** The literal {@code null}; SurveyJS has no operand for it and fails where it needs one. */
    enum Missing implements Node {
        NULL;

        @Override
        public Value evaluate(Run run) {
            return Value.NULL;
        }
    }

    record Constant(Value value) implements Node {
        @Override
        public Value evaluate(Run run) {
            return value;
        }
    }

    /** @param asItIs whether a text that looks like a number stays text ({@code {#name}}) */
    record Variable(Reference reference, boolean asItIs) implements Node {
        @Override
        public Value evaluate(Run run) {
            var found = run.scope().find(reference);
            if (found == null) {
                return reference.toString().endsWith(".length") ? Num.ZERO : Value.NULL;
            }
            return read(found.value());
        }

        private Value read(Value value) {
            return asItIs || !(value instanceof Text(var text)) ? value : Literals.value(text);
        }
    }

    enum UnaryOperator {
        EMPTY,
        NOT_EMPTY,
        NOT
    }

    record Unary(UnaryOperator operator, Node operand) implements Node {
        @Override
        public Value evaluate(Run run) {
            var value = operand.evaluate(run);
            return Bool.of(
                    switch (operator) {
                        case EMPTY -> Coercion.isEmpty(value);
                        case NOT_EMPTY -> !Coercion.isEmpty(value);
                        case NOT -> !Coercion.truthy(value);
                    });
        }
    }

    record Binary(Operator operator, Node left, Node right) implements Node {
        @Override
        public Value evaluate(Run run) {
            var first = left.evaluate(run);
            var second = right.evaluate(run);
            var ordered = operator.equates()
                    && first instanceof Items
                    && second instanceof Items
                    && (isOrdered(left, run) || isOrdered(right, run));
            return operator.apply(first, second, ordered);
        }

        private static boolean isOrdered(Node node, Run run) {
            return switch (node) {
                case Variable(var reference, var _) -> {
                    var found = run.scope().find(reference);
                    yield found != null && found.ordered();
                }
                case Binary(var _, var left, var right) -> isOrdered(left, run) || isOrdered(right, run);
                case Missing _, Constant _, Unary _, Listing _, Call _, Aggregate _, Telling _ -> false;
            };
        }
    }

    record Listing(List<Node> nodes) implements Node {
        @Override
        public Value evaluate(Run run) {
            return new Items(values(nodes, run));
        }
    }

    record Call(Function function, List<Node> arguments) implements Node {
        @Override
        public Value evaluate(Run run) {
            return function.apply(values(arguments, run), run);
        }
    }

    /** @param value what is named besides, null for nothing */
    record Telling(Inquiry inquiry, @Nullable Node value) implements Node {
        @Override
        public Value evaluate(Run run) {
            return run.scope().tell(inquiry, value == null ? Value.UNDEFINED : value.evaluate(run));
        }
    }

    /** A function over the rows of a list. @param filter which rows count, null for all */
    record Aggregate(
            Aggregation function,
            Node list,
            Node field,
            Node returned,
            @Nullable Node filter) implements Node {
        @Override
        public Value evaluate(Run run) {
            return function.over(list.evaluate(run), field.evaluate(run), returned.evaluate(run), filter, run);
        }
    }

    private static List<Value> values(List<Node> nodes, Run run) {
        var values = new ArrayList<Value>(nodes.size());
        for (var node : nodes) {
            values.add(node.evaluate(run));
        }
        return values;
    }
}
