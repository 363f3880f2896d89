package org.huisheng.survey.questionnaire;

import com.google.re2j.Pattern;
import org.huisheng.kit.problem.Violation;
import org.huisheng.survey.expression.Expression;
import org.huisheng.survey.expression.Scope;
import org.huisheng.survey.expression.value.Coercion;
import org.huisheng.survey.expression.value.Value;
import org.huisheng.survey.expression.value.Value.Items;
import org.huisheng.survey.expression.value.Value.Text;
import org.jspecify.annotations.Nullable;

/** A further condition an author put on an answer. All but the expression are content with no answer. */
public sealed interface Validator {

    /** Null when there is nothing to say against the value. */
    @Nullable
    Violation check(Value value, Scope scope, Time time, String path);

    private static boolean isBlank(Value value) {
        return Coercion.isEmpty(value) || value instanceof Text(var text) && text.isBlank();
    }

    record Numeric(@Nullable Double min, @Nullable Double max) implements Validator {
        @Override
        public @Nullable Violation check(Value value, Scope scope, Time time, String path) {
            if (isBlank(value)) {
                return null;
            }
            var number = Coercion.surveyNumber(value);
            if (Double.isNaN(number)) {
                return new Violation(path, "number-expected");
            }
            if (min != null && number < min) {
                return new Violation(path, "below-minimum", text(min));
            }
            return max != null && number > max ? new Violation(path, "above-maximum", text(max)) : null;
        }

        private static String text(double number) {
            return Coercion.text(new Value.Num(number));
        }
    }

    /** @param minLength 0 for none @param maxLength 0 for none */
    record Length(int minLength, int maxLength, boolean digitsAllowed) implements Validator {
        @Override
        public @Nullable Violation check(Value value, Scope scope, Time time, String path) {
            if (!(value instanceof Text(var text)) || text.isBlank()) {
                return null;
            }
            if (!digitsAllowed && isDigit(text.charAt(text.length() - 1))) {
                return new Violation(path, "no-digits");
            }
            if (text.length() < minLength) {
                return new Violation(path, "too-short", minLength);
            }
            return maxLength > 0 && text.length() > maxLength ? new Violation(path, "too-long", maxLength) : null;
        }

        private static boolean isDigit(char c) {
            return c >= '0' && c <= '9';
        }
    }

    /** The expression is matched in time that grows with the text only. */
    record Matching(Pattern pattern) implements Validator {
        @Override
        public @Nullable Violation check(Value value, Scope scope, Time time, String path) {
            if (isBlank(value)) {
                return null;
            }
            var each = !(value instanceof Items(var items)) || items.stream().allMatch(this::matches);
            return each && matches(value) ? null : new Violation(path, "pattern");
        }

        private boolean matches(Value value) {
            return pattern.matcher(Coercion.text(value)).find();
        }
    }

    enum Email implements Validator {
        EMAIL;

        @Override
        public @Nullable Violation check(Value value, Scope scope, Time time, String path) {
            return Coercion.truthy(value) && !TextFormat.EMAIL.matches(Coercion.text(value))
                    ? new Violation(path, "bad-format", "email")
                    : null;
        }
    }

    /** @param min 0 for none @param max 0 for none */
    record AnswerCount(int min, int max) implements Validator {
        @Override
        public @Nullable Violation check(Value value, Scope scope, Time time, String path) {
            if (!(value instanceof Items(var items)) || items.isEmpty()) {
                return null;
            }
            if (items.size() < min) {
                return new Violation(path, "too-few-chosen", min);
            }
            return max > 0 && items.size() > max ? new Violation(path, "too-many-chosen", max) : null;
        }
    }

    record Condition(Expression expression) implements Validator {
        @Override
        public @Nullable Violation check(Value value, Scope scope, Time time, String path) {
            return time.holds(expression, scope) ? null : new Violation(path, "condition");
        }
    }
}
