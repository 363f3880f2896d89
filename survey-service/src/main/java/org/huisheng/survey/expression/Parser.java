package org.huisheng.survey.expression;

import java.util.ArrayList;
import java.util.List;
import org.huisheng.survey.expression.Node.Binary;
import org.huisheng.survey.expression.Node.Call;
import org.huisheng.survey.expression.Node.Constant;
import org.huisheng.survey.expression.Node.Listing;
import org.huisheng.survey.expression.Node.Missing;
import org.huisheng.survey.expression.Node.Telling;
import org.huisheng.survey.expression.Node.Unary;
import org.huisheng.survey.expression.Node.UnaryOperator;
import org.huisheng.survey.expression.Node.Variable;
import org.jspecify.annotations.Nullable;

/**
 * SurveyJS's grammar, choice by choice and in its order: there is no lexer, {@code orange} after a value is "or" and
 * {@code ange}, and closing parentheses are optional.
 */
final class Parser {

    private static final int DEEPEST = 60;
    private static final int MOST_NODES = 500;

    private final Scanner in;
    private final List<Reference> references = new ArrayList<>();
    private final List<Inquiry> inquiries = new ArrayList<>();
    private int depth;
    private int nodes;

    Parser(String text) {
        this.in = new Scanner(
                text.replace("=>", ">=").replace("=<", "<=").replace("<>", "!=").replace("equals", "equal "));
    }

    /** How far it got, on whichever way it tried. */
    int furthest() {
        return in.furthest();
    }

    List<Reference> references() {
        return references;
    }

    List<Inquiry> inquiries() {
        return inquiries;
    }

    Node parse() throws RefusedExpression {
        var root = expression();
        if (root == null || root == Missing.NULL || !in.atEnd()) {
            throw new RefusedExpression(Refusal.SYNTAX);
        }
        return root;
    }

    private @Nullable Node expression() throws RefusedExpression {
        if (++depth > DEEPEST) {
            throw new RefusedExpression(Refusal.TOO_DEEP);
        }
        var start = in.position();
        in.skipBlanks();
        var parsed = binary(0);
        if (parsed == null) {
            in.backTo(start);
        } else {
            in.skipBlanks();
        }
        depth--;
        return parsed;
    }

    private @Nullable Node binary(int level) throws RefusedExpression {
        if (level == Signs.LEVELS.size()) {
            return listOperators();
        }
        var left = binary(level + 1);
        while (left != null) {
            var start = in.position();
            var operator = in.operator(Signs.LEVELS.get(level));
            var right = operator == null ? null : binary(level + 1);
            if (operator == null || right == null) {
                in.backTo(start);
                return left;
            }
            left = counted(new Binary(operator, left, right));
        }
        return null;
    }

    /** {@code contains} and its like; they may lack their right side. */
    private @Nullable Node listOperators() throws RefusedExpression {
        var left = factor();
        while (left != null) {
            var operator = in.operator(Signs.ON_LISTS);
            if (operator == null) {
                return left;
            }
            var right = factor();
            left = counted(new Binary(operator, left, right == null ? Missing.NULL : right));
        }
        return null;
    }

    private @Nullable Node factor() throws RefusedExpression {
        var start = in.position();
        if (in.take("(")) {
            var inner = expression();
            if (inner != null) {
                in.take(")");
                return inner;
            }
            in.backTo(start);
        }
        var call = call();
        if (call != null) {
            return call;
        }
        if (in.take("!") || in.takeWord("negate")) {
            var operand = negated();
            if (operand != null) {
                return counted(new Unary(UnaryOperator.NOT, present(operand)));
            }
            in.backTo(start);
        }
        return atomOrList();
    }

    private @Nullable Node negated() throws RefusedExpression {
        in.skipBlanks();
        if (++depth > DEEPEST) {
            throw new RefusedExpression(Refusal.TOO_DEEP);
        }
        var operand = factor();
        depth--;
        return operand;
    }

    private @Nullable Node atomOrList() throws RefusedExpression {
        var atom = atom();
        if (atom != null) {
            var after = in.position();
            in.skipBlanks();
            if (in.takeWord("empty")) {
                return counted(new Unary(UnaryOperator.EMPTY, present(atom)));
            }
            if (in.takeWord("notempty")) {
                return counted(new Unary(UnaryOperator.NOT_EMPTY, present(atom)));
            }
            in.backTo(after);
            return atom;
        }
        var start = in.position();
        if (in.take("[")) {
            var items = sequence();
            if (in.take("]")) {
                return counted(new Listing(items));
            }
            in.backTo(start);
        }
        return null;
    }

    private @Nullable Node call() throws RefusedExpression {
        var start = in.position();
        var name = in.letters();
        if (name == null || !in.take("(")) {
            in.backTo(start);
            return null;
        }
        var asked = inquiries.size();
        var arguments = sequence();
        in.take(")");
        var aggregation = Aggregation.named(name);
        if (aggregation.isPresent()) {
            if (inquiries.size() > asked) {
                throw new RefusedExpression(Refusal.FILTER);
            }
            return counted(Aggregates.of(aggregation.get(), arguments, this::nested));
        }
        var subject = Inquiry.Subject.named(name);
        return subject.isPresent() ? counted(telling(subject.get(), arguments)) : counted(function(name, arguments));
    }

    private static Node function(String name, List<Node> arguments) throws RefusedExpression {
        var function = Functions.named(name).orElseThrow(() -> new RefusedExpression(Refusal.FUNCTION));
        return new Call(function, arguments);
    }

    private Node telling(Inquiry.Subject subject, List<Node> arguments) throws RefusedExpression {
        var inquiry = Inquiry.of(subject, arguments);
        inquiries.add(inquiry);
        if (subject == Inquiry.Subject.DISPLAYED) {
            references.add(Reference.of(inquiry.element()));
        }
        return new Telling(inquiry, inquiry.ofValue() ? arguments.get(1) : null);
    }

    private List<Node> sequence() throws RefusedExpression {
        var items = new ArrayList<Node>();
        var first = expression();
        if (first != null) {
            items.add(present(first));
        }
        while (true) {
            var start = in.position();
            in.skipBlanks();
            var next = in.take(",") ? expression() : null;
            if (next == null) {
                in.backTo(start);
                return List.copyOf(items);
            }
            if (first == null) {
                throw new RefusedExpression(Refusal.SYNTAX);
            }
            items.add(present(next));
        }
    }

    private @Nullable Node atom() throws RefusedExpression {
        var start = in.position();
        in.skipBlanks();
        if (in.take("undefined") || in.take("null")) {
            return Missing.NULL;
        }
        var constant = in.constant();
        if (constant != null) {
            return counted(new Constant(constant));
        }
        var name = in.braced();
        if (name == null) {
            in.backTo(start);
            return null;
        }
        return counted(variable(name));
    }

    private Node variable(String written) throws RefusedExpression {
        if (written.startsWith("$")) {
            throw new RefusedExpression(Refusal.PROPERTY_OF_ELEMENT);
        }
        if (written.startsWith("\"")) {
            throw new RefusedExpression(Refusal.OBJECT_LITERAL);
        }
        var asItIs = written.length() > 1 && written.charAt(0) == '#';
        var reference = Reference.of(asItIs ? written.substring(1) : written);
        references.add(reference);
        return new Variable(reference, asItIs);
    }

    private Node nested(String text) throws RefusedExpression {
        var parser = new Parser(text);
        parser.depth = depth + 1;
        parser.nodes = nodes;
        var root = parser.parse();
        if (!parser.inquiries.isEmpty()) {
            throw new RefusedExpression(Refusal.FILTER);
        }
        return root;
    }

    private static Node present(Node node) throws RefusedExpression {
        if (node == Missing.NULL) {
            throw new RefusedExpression(Refusal.ARGUMENTS);
        }
        return node;
    }

    private Node counted(Node node) throws RefusedExpression {
        if (++nodes > MOST_NODES) {
            throw new RefusedExpression(Refusal.TOO_LONG);
        }
        return node;
    }
}
