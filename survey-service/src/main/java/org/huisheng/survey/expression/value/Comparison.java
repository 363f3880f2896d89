package org.huisheng.survey.expression.value;

import java.time.temporal.ChronoUnit;
import org.huisheng.survey.expression.value.Value.Moment;
import org.huisheng.survey.expression.value.Value.Text;

/** Two values made comparable: a date is compared with a text as finely as the text is written. */
public record Comparison(Value left, Value right) {

    private static final int DAY = 11;
    private static final int HOUR = 14;
    private static final int MINUTE = 17;

    public static Comparison of(Value left, Value right) {
        if (left instanceof Text && right instanceof Moment moment) {
            var whole = cut(moment, ChronoUnit.SECONDS);
            return new Comparison(read(left, whole), whole);
        }
        if (left instanceof Moment moment && right instanceof Text(var text)) {
            var whole = cut(moment, fineness(text.length()));
            return new Comparison(whole, read(right, whole));
        }
        return new Comparison(left, right);
    }

    public boolean equal(boolean ignoreOrder) {
        return Equality.sameOperands(left, right, ignoreOrder);
    }

    public boolean less() {
        return !left.isNothing() && !right.isNothing() && Coercion.less(left, right);
    }

    public boolean greater() {
        return !left.isNothing() && !right.isNothing() && Coercion.less(right, left);
    }

    private static ChronoUnit fineness(int written) {
        if (written < DAY) {
            return ChronoUnit.DAYS;
        }
        if (written < HOUR) {
            return ChronoUnit.HOURS;
        }
        return written < MINUTE ? ChronoUnit.MINUTES : ChronoUnit.SECONDS;
    }

    private static Moment read(Value text, Moment other) {
        var read = Dates.of(text, other.zone());
        return Dates.isValid(other) && !other.equals(cut(other, ChronoUnit.DAYS)) ? read : cut(read, ChronoUnit.DAYS);
    }

    private static Moment cut(Moment moment, ChronoUnit unit) {
        return Dates.isValid(moment)
                ? Dates.at(Dates.local(moment).toLocalDateTime().truncatedTo(unit), moment.zone())
                : moment;
    }
}
