package org.huisheng.kpi.odata.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.huisheng.kpi.odata.filter.Expression.Both;
import org.huisheng.kpi.odata.filter.Expression.Call;
import org.huisheng.kpi.odata.filter.Expression.Comparison;
import org.huisheng.kpi.odata.filter.Expression.Either;
import org.huisheng.kpi.odata.filter.Expression.Literal;
import org.huisheng.kpi.odata.filter.Expression.Membership;
import org.huisheng.kpi.odata.filter.Expression.Negation;
import org.huisheng.kpi.odata.filter.Expression.Property;
import org.huisheng.kpi.odata.filter.Token.Kind;

/** Reads a filter against the columns it may name, by recursive descent in the precedence of OData. */
public final class Parser {

    static final int LONGEST = 4_000;
    static final int DEEPEST = 40;
    static final int MOST_NODES = 400;
    private static final Set<String> ARITHMETIC = Set.of("add", "sub", "mul", "div", "divby", "mod", "has");
    private static final Set<String> LITERAL_PREFIXES = Set.of("duration", "binary", "geography", "geometry");

    private final List<Token> tokens;
    private final Map<String, Column> columns;
    private int next;
    private int depth;
    private int nodes;

    private Parser(List<Token> tokens, Map<String, Column> columns) {
        this.tokens = tokens;
        this.columns = columns;
    }

    /** @throws Refusal 400 if it cannot be read, 501 if it uses what the feed does not support */
    public static Expression parse(String text, Map<String, Column> columns) {
        if (text.length() > LONGEST) {
            throw Refusal.malformed("filter-too-long", LONGEST);
        }
        var parser = new Parser(Lexer.tokens(text), columns);
        var expression = parser.either();
        parser.take(Kind.END);
        if (expression.type() != Type.BOOLEAN) {
            throw Refusal.malformed("filter-not-boolean");
        }
        return expression;
    }

    private Expression either() {
        var left = both();
        while (peek().is("or")) {
            var operator = advance();
            left = node(new Either(condition(left, operator), condition(both(), operator)));
        }
        return left;
    }

    private Expression both() {
        var left = equality();
        while (peek().is("and")) {
            var operator = advance();
            left = node(new Both(condition(left, operator), condition(equality(), operator)));
        }
        return left;
    }

    private Expression equality() {
        return comparisons(this::relation, true);
    }

    private Expression relation() {
        var left = comparisons(this::unary, false);
        return peek().is("in") ? membership(left) : left;
    }

    private Expression comparisons(Supplier<Expression> operand, boolean equality) {
        var left = operand.get();
        while (true) {
            refuseArithmetic();
            var token = peek();
            var operator = Operator.named(token.text()).filter(named -> named.equality() == equality);
            if (token.kind() != Kind.WORD || operator.isEmpty()) {
                return left;
            }
            advance();
            var right = operand.get();
            if (!left.type().comparableWith(right.type()) || !equality && !ordered(left, right)) {
                throw Refusal.malformed(
                        "bad-operands",
                        token.text(),
                        left.type().edm(),
                        right.type().edm());
            }
            left = node(new Comparison(operator.get(), left, right));
        }
    }

    private static boolean ordered(Expression left, Expression right) {
        return left.type().ordered() && right.type().ordered();
    }

    private Expression membership(Expression member) {
        var operator = advance();
        take(Kind.OPEN);
        var list = new ArrayList<Literal>();
        do {
            var element = unary();
            if (!(element instanceof Literal literal) || !member.type().comparableWith(element.type())) {
                throw Refusal.malformed(
                        "bad-operands",
                        operator.text(),
                        member.type().edm(),
                        element.type().edm());
            }
            list.add(literal);
        } while (skip(Kind.COMMA));
        take(Kind.CLOSE);
        return node(new Membership(member, list));
    }

    private Expression unary() {
        if (!peek().is("not")) {
            return primary();
        }
        var operator = advance();
        return deeper(() -> node(new Negation(condition(unary(), operator))));
    }

    private Expression primary() {
        var token = advance();
        return switch (token.kind()) {
            case OPEN -> {
                var inner = deeper(this::either);
                take(Kind.CLOSE);
                yield inner;
            }
            case LITERAL -> {
                var value = token.value();
                yield node(value == null ? new Literal(Type.NULL, null) : new Literal(Literals.type(value), value));
            }
            case WORD -> word(token);
            case OTHER -> throw Refusal.unsupported("filter-part-not-supported", token.text());
            case CLOSE, COMMA, END -> throw unexpected(token);
        };
    }

    private Expression word(Token token) {
        var following = peek();
        if (following.kind() == Kind.OPEN) {
            return call(token);
        }
        if (following.kind() == Kind.LITERAL && following.text().startsWith("'")) {
            throw foreignLiteral(token, following);
        }
        return switch (token.text()) {
            case "null" -> node(new Literal(Type.NULL, null));
            case "true" -> node(new Literal(Type.BOOLEAN, true));
            case "false" -> node(new Literal(Type.BOOLEAN, false));
            default -> node(property(token));
        };
    }

    private Expression property(Token token) {
        var column = columns.get(token.text());
        if (column == null) {
            throw Refusal.malformed("unknown-property", token.text());
        }
        if (peek().text().equals("/")) {
            throw Refusal.unsupported("filter-part-not-supported", "/");
        }
        return new Property(column);
    }

    /** {@code duration'P1D'}, or {@code Namespace.Enumeration'Member'}: read, but of no type a column has. */
    private static Refusal foreignLiteral(Token prefix, Token literal) {
        return LITERAL_PREFIXES.contains(prefix.text()) || prefix.text().contains(".")
                ? Refusal.unsupported("filter-part-not-supported", prefix.text() + literal.text())
                : unexpected(literal);
    }

    private Expression call(Token name) {
        var function = Function.named(name.text()).orElseThrow(() -> unknown(name));
        take(Kind.OPEN);
        var arguments = deeper(() -> {
            var list = new ArrayList<Expression>();
            if (peek().kind() != Kind.CLOSE) {
                do {
                    list.add(either());
                } while (skip(Kind.COMMA));
            }
            return list;
        });
        take(Kind.CLOSE);
        if (!function.accepts(arguments)) {
            throw Refusal.malformed("bad-arguments", name.text());
        }
        return node(new Call(function, arguments));
    }

    private static Refusal unknown(Token name) {
        return Function.knownElsewhere(name.text())
                ? Refusal.unsupported("filter-part-not-supported", name.text())
                : Refusal.malformed("unknown-function", name.text());
    }

    private static Expression condition(Expression operand, Token operator) {
        if (operand.type() != Type.BOOLEAN && operand.type() != Type.NULL) {
            throw Refusal.malformed(
                    "bad-operand", operator.text(), operand.type().edm());
        }
        return operand;
    }

    private void refuseArithmetic() {
        var token = peek();
        if (token.kind() == Kind.OTHER || token.kind() == Kind.WORD && ARITHMETIC.contains(token.text())) {
            throw Refusal.unsupported("filter-part-not-supported", token.text());
        }
    }

    private Expression node(Expression expression) {
        if (++nodes > MOST_NODES) {
            throw Refusal.malformed("filter-too-complex");
        }
        return expression;
    }

    private <T> T deeper(Supplier<T> inner) {
        if (++depth > DEEPEST) {
            throw Refusal.malformed("filter-too-complex");
        }
        var result = inner.get();
        depth--;
        return result;
    }

    private Token peek() {
        return tokens.get(next);
    }

    /** The last token, which ends the filter, stays. */
    private Token advance() {
        var token = peek();
        next = Math.min(next + 1, tokens.size() - 1);
        return token;
    }

    private boolean skip(Kind kind) {
        var found = peek().kind() == kind;
        next += found ? 1 : 0;
        return found;
    }

    private void take(Kind kind) {
        refuseArithmetic();
        var token = advance();
        if (token.kind() != kind) {
            throw unexpected(token);
        }
    }

    private static Refusal unexpected(Token token) {
        return Refusal.unreadable(token.position(), token.kind() == Kind.END ? null : token.text());
    }
}
