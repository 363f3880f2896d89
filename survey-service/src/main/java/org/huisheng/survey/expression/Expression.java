package org.huisheng.survey.expression;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.huisheng.survey.expression.value.Coercion;
import org.huisheng.survey.expression.value.Value;

/** A compiled expression. Evaluating it never fails, never runs long and never changes it. */
public final class Expression {

    private static final int LONGEST = 4_000;

    private final Node root;
    private final List<Reference> references;

    private Expression(Node root, List<Reference> references) {
        this.root = root;
        this.references = List.copyOf(references);
    }

    public static Expression compile(String text) throws RefusedExpression {
        if (text.length() > LONGEST) {
            throw new RefusedExpression(Refusal.TOO_LONG);
        }
        var parser = new Parser(text);
        var root = parser.parse();
        return new Expression(root, parser.references());
    }

    /** Every name it asks for. */
    public List<Reference> references() {
        return references;
    }

    public Value evaluate(Scope scope, Instant now, ZoneId zone) {
        return root.evaluate(new Run(scope, now, zone));
    }

    /** Its value read as a condition. */
    public boolean holds(Scope scope, Instant now, ZoneId zone) {
        return Coercion.holds(evaluate(scope, now, zone));
    }
}
