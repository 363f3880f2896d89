package org.huisheng.survey.expression;

import java.util.List;
import java.util.regex.Pattern;
import org.huisheng.survey.expression.Node.Aggregate;
import org.huisheng.survey.expression.Node.Binary;
import org.huisheng.survey.expression.Node.Constant;
import org.huisheng.survey.expression.Node.Unary;
import org.huisheng.survey.expression.value.Value.Text;

/** Calls such as {@code sumInArray(list, field[, returned field][, filter])}, the filter a condition or the text of one. */
final class Aggregates {

    private static final Pattern LIKE_A_CONDITION = Pattern.compile("[{}><=!]");

    @FunctionalInterface
    interface Compiling {
        Node compile(String text) throws RefusedExpression;
    }

    private Aggregates() {}

    static Node of(Aggregation function, List<Node> arguments, Compiling compiling) throws RefusedExpression {
        if (arguments.size() < 2 || arguments.size() > 4) {
            throw new RefusedExpression(Refusal.ARGUMENTS);
        }
        var returns = arguments.size() > 2 && isFieldName(arguments.get(2));
        var filter = returns ? 3 : 2;
        return new Aggregate(
                function,
                arguments.get(0),
                arguments.get(1),
                arguments.get(returns ? 2 : 1),
                arguments.size() > filter ? filter(arguments.get(filter), compiling) : null);
    }

    private static boolean isFieldName(Node node) {
        return node instanceof Constant(Text(var text))
                && !LIKE_A_CONDITION.matcher(text).find();
    }

    private static Node filter(Node written, Compiling compiling) throws RefusedExpression {
        return switch (written) {
            case Constant(Text(var text)) -> compiling.compile(text);
            case Constant constant -> constant;
            case Unary unary -> unary;
            case Binary binary when isCondition(binary) -> binary;
            default -> throw new RefusedExpression(Refusal.FILTER);
        };
    }

    private static boolean isCondition(Node node) {
        return node instanceof Unary
                || node instanceof Binary(var operator, var left, var right)
                        && (operator.compares() || isCondition(left) && isCondition(right));
    }
}
