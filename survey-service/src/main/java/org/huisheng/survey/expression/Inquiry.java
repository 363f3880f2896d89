package org.huisheng.survey.expression;

import java.util.List;
import java.util.Optional;
import org.huisheng.survey.expression.Node.Constant;
import org.huisheng.survey.expression.value.Coercion;
import org.huisheng.survey.expression.value.Value.Nothing;

/**
 * What an expression asks of an element it calls by its name, rather than of an answer.
 *
 * @param property the one that is asked for, empty but for {@code PROPERTY}
 * @param ofValue whether a value or a panel is named besides
 */
public record Inquiry(Subject subject, String element, String property, boolean ofValue) {

    public enum Subject {
        DISPLAYED("displayValue"),
        PROPERTY("propertyValue"),
        READY("isContainerReady");

        private final String written;

        Subject(String written) {
            this.written = written;
        }

        static Optional<Subject> named(String name) {
            for (var subject : values()) {
                if (subject.written.equals(name)) {
                    return Optional.of(subject);
                }
            }
            return Optional.empty();
        }
    }

    /** Names that are computed could be anybody's: what they stand for could not be checked when publishing. */
    static Inquiry of(Subject subject, List<Node> arguments) throws RefusedExpression {
        var isProperty = subject == Subject.PROPERTY;
        if (arguments.isEmpty() || arguments.size() > 2 || isProperty && arguments.size() < 2) {
            throw new RefusedExpression(Refusal.ARGUMENTS);
        }
        return new Inquiry(
                subject,
                constant(arguments.getFirst()),
                isProperty ? constant(arguments.get(1)) : "",
                !isProperty && arguments.size() > 1);
    }

    private static String constant(Node node) throws RefusedExpression {
        if (node instanceof Constant(var value) && !(value instanceof Nothing)) {
            return Coercion.text(value);
        }
        throw new RefusedExpression(Refusal.COMPUTED_NAME);
    }
}
