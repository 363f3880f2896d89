package org.huisheng.survey.questionnaire;

import java.util.Optional;
import org.huisheng.kit.problem.Violation;
import org.huisheng.survey.calendar.BusinessDay;
import org.huisheng.survey.expression.Expression;
import org.huisheng.survey.expression.Scope;
import org.huisheng.survey.expression.value.Coercion;
import org.huisheng.survey.expression.value.Dates;
import org.huisheng.survey.expression.value.Value;
import org.huisheng.survey.expression.value.Value.Moment;
import org.huisheng.survey.expression.value.Value.Text;
import org.jspecify.annotations.Nullable;

/** The smallest and largest answer, each fixed or computed. */
public record Limits(Limit min, Limit max) {

    public static final Limits NONE = new Limits(Limit.NONE, Limit.NONE);

    /** No later date is a human's. SurveyJS's own limit. */
    private static final Value LAST_DAY = new Text("2999-12-31");

    /** @param computed outweighs the fixed one */
    public record Limit(Value fixed, @Nullable Expression computed) {
        public static final Limit NONE = new Limit(Value.UNDEFINED, null);

        private Value value(Scope scope, Time time) {
            return computed == null ? fixed : time.evaluate(computed, scope);
        }
    }

    Optional<Violation> check(Value answer, TextFormat format, Scope scope, Time time, String path) {
        var smallest = stored(min.value(scope, time), format);
        if (!Coercion.isEmpty(smallest) && less(answer, smallest, format)) {
            return Optional.of(new Violation(path, "below-minimum", Coercion.text(smallest)));
        }
        var given = max.value(scope, time);
        var largest = stored(format.isDate() && !Coercion.truthy(given) ? LAST_DAY : given, format);
        return !Coercion.isEmpty(largest) && less(largest, answer, format)
                ? Optional.of(new Violation(path, "above-maximum", Coercion.text(largest)))
                : Optional.empty();
    }

    private static boolean less(Value a, Value b, TextFormat format) {
        return format.isDate()
                ? Dates.of(a, BusinessDay.ZONE).epochMillis()
                        < Dates.of(b, BusinessDay.ZONE).epochMillis()
                : Coercion.less(a, b);
    }

    /** A computed date as it would be stored as an answer. */
    private static Value stored(Value value, TextFormat format) {
        if (!(value instanceof Moment moment) || !Dates.isValid(moment)) {
            return value;
        }
        var local = Dates.local(moment).toLocalDateTime();
        return new Text(
                format == TextFormat.DATETIME
                        ? local.withSecond(0).withNano(0).toString()
                        : local.toLocalDate().toString());
    }
}
