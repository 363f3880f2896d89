package org.huisheng.survey.questionnaire.reading;

import java.math.BigDecimal;
import org.huisheng.survey.expression.value.Value;
import org.huisheng.survey.expression.value.Value.Num;
import org.huisheng.survey.expression.value.Value.Text;
import org.huisheng.survey.questionnaire.Kind;
import org.huisheng.survey.questionnaire.Limits;
import org.huisheng.survey.questionnaire.Limits.Limit;
import org.huisheng.survey.questionnaire.TextFormat;
import org.jspecify.annotations.Nullable;

/** Reads {@code text} and {@code comment}. */
final class TextReader {

    private static final int LONGEST_TEXT = 2_000;
    private static final int LONGEST_COMMENT = 20_000;

    private TextReader() {}

    static Kind comment(Source source) {
        source.allow(Known.QUESTION, Known.COMMENT);
        return new Kind.Text(TextFormat.TEXT, length(source, LONGEST_COMMENT), Limits.NONE);
    }

    static @Nullable Kind text(Source source) {
        source.allow(Known.QUESTION, Known.TEXT);
        return field(source);
    }

    /** The same where other properties are known. */
    static @Nullable Kind field(Source source) {
        var inputType = source.text("inputType", "text");
        if (inputType.equals("number") || inputType.equals("range")) {
            return number(source);
        }
        var format = TextFormat.byInputType(inputType);
        if (format.isEmpty()) {
            source.at("inputType").refuse("input-type");
            return null;
        }
        if (source.has("step")) {
            source.at("step").refuse("property");
        }
        return new Kind.Text(format.get(), length(source, LONGEST_TEXT), limits(source, format.get()));
    }

    private static Kind number(Source source) {
        var step = source.number("step");
        return new Kind.Number(
                new Limits(
                        new Limit(number(source, "min"), source.expression("minValueExpression")),
                        new Limit(number(source, "max"), source.expression("maxValueExpression"))),
                step == null
                                || step.signum() < 0
                                || source.text("inputType", "").equals("range")
                        ? BigDecimal.ZERO
                        : step);
    }

    private static Value number(Source source, String property) {
        var number = source.number(property);
        return number == null ? Value.UNDEFINED : new Num(number.doubleValue());
    }

    private static Limits limits(Source source, TextFormat format) {
        if (!format.isOrdered()) {
            for (var property : new String[] {"min", "max", "minValueExpression", "maxValueExpression"}) {
                if (source.has(property)) {
                    source.at(property).refuse("property");
                }
            }
            return Limits.NONE;
        }
        return new Limits(
                new Limit(text(source, "min"), source.expression("minValueExpression")),
                new Limit(text(source, "max"), source.expression("maxValueExpression")));
    }

    private static Value text(Source source, String property) {
        var text = source.text(property, "");
        return text.isEmpty() ? Value.UNDEFINED : new Text(text);
    }

    /** SurveyJS uses -1 and 0 for "no limit"; ours always has one. */
    private static int length(Source source, int most) {
        var length = source.number("maxLength");
        if (length == null || length.signum() <= 0) {
            return most;
        }
        if (length.compareTo(BigDecimal.valueOf(most)) > 0) {
            source.at("maxLength").refuse("max-length");
            return most;
        }
        return length.intValue();
    }
}
