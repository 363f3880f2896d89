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

    private final List<Inquiry> inquiries;

    private Expression(Node root, List<Reference> references, List<Inquiry> inquiries) {
        this.root = root;
        this.references = List.copyOf(references);
        this.inquiries = List.copyOf(inquiries);
    }

    public static Expression compile(String text) throws RefusedExpression {
        if (text.length() > LONGEST) {
            throw new RefusedExpression(Refusal.TOO_LONG).at(LONGEST);
        }
        var parser = new Parser(text);
        try {
            var root = parser.parse();
            return new Expression(root, parser.references(), parser.inquiries());
        } catch (RefusedExpression refused) {
            throw refused.at(parser.furthest());
        }
    }

    /** Every name it asks for. */
    public List<Reference> references() {
        return references;
    }

    /** Everything it asks of elements. */
    public List<Inquiry> inquiries() {
        return inquiries;
    }

    public Value evaluate(Scope scope, Instant now, ZoneId zone) {
        return root.evaluate(new Run(scope, now, zone));
    }

    /** Its value read as a condition. */
    public boolean holds(Scope scope, Instant now, ZoneId zone) {
        return Coercion.holds(evaluate(scope, now, zone));
    }
}
