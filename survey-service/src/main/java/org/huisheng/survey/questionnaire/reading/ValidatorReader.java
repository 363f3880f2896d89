package org.huisheng.survey.questionnaire.reading;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.huisheng.survey.questionnaire.Validator;
import org.jspecify.annotations.Nullable;

/** Reads {@code validators}. */
final class ValidatorReader {

    private static final int MOST = 20;
    private static final int LONGEST_PATTERN = 1_000;
    private static final int LARGEST_PROGRAM = 5_000;
    private static final Set<String> COMMON = Set.of("type", "text", "notificationType");

    private ValidatorReader() {}

    static List<Validator> validators(Source source) {
        var validators = new ArrayList<Validator>();
        for (var validator : source.items("validators")) {
            var read = validator(validator);
            // A warning does not keep anybody from sending.
            if (read != null && validator.text("notificationType", "error").equals("error")) {
                validators.add(read);
            }
        }
        if (validators.size() > MOST) {
            source.at("validators").refuse("too-many-validators");
        }
        return validators;
    }

    private static @Nullable Validator validator(Source source) {
        return switch (source.text("type", "")) {
            case "numeric", "numericvalidator" -> {
                source.allow(COMMON, Set.of("minValue", "maxValue"));
                yield new Validator.Numeric(number(source.number("minValue")), number(source.number("maxValue")));
            }
            case "text", "textvalidator" -> {
                source.allow(COMMON, Set.of("minLength", "maxLength", "allowDigits"));
                yield new Validator.Length(
                        source.count("minLength", 0, 20_000),
                        source.count("maxLength", 0, 20_000),
                        source.flag(true, "allowDigits"));
            }
            case "answercount", "answercountvalidator" -> {
                source.allow(COMMON, Set.of("minCount", "maxCount"));
                yield new Validator.AnswerCount(source.count("minCount", 0, 500), source.count("maxCount", 0, 500));
            }
            case "email", "emailvalidator" -> {
                source.allow(COMMON, Known.NONE);
                yield Validator.Email.EMAIL;
            }
            case "regex", "regexvalidator" -> {
                source.allow(COMMON, Set.of("regex", "caseInsensitive", "insensitive"));
                yield matching(source);
            }
            case "expression", "expressionvalidator" -> {
                source.allow(COMMON, Set.of("expression"));
                var expression = source.expression("expression");
                yield expression == null ? null : new Validator.Condition(expression);
            }
            default -> {
                source.at("type").refuse("validator-type");
                yield null;
            }
        };
    }

    private static @Nullable Double number(@Nullable BigDecimal number) {
        return number == null ? null : number.doubleValue();
    }

    private static @Nullable Validator matching(Source source) {
        var written = source.text("regex", "");
        if (written.isEmpty()) {
            return null;
        }
        var flags = source.flag(false, "caseInsensitive", "insensitive") ? Pattern.CASE_INSENSITIVE : 0;
        try {
            var pattern = written.length() > LONGEST_PATTERN ? null : Pattern.compile(translated(written), flags);
            if (pattern != null && pattern.programSize() <= LARGEST_PROGRAM) {
                return new Validator.Matching(pattern);
            }
        } catch (PatternSyntaxException notLinear) {
            // Look-around and back references cannot be matched in linear time.
        }
        source.at("regex").refuse("regex");
        return null;
    }

    /** JavaScript writes a character by its number as \u4e00, RE2 as \x{4e00}. */
    private static String translated(String javaScript) {
        return javaScript.replaceAll("\\\\u([0-9A-Fa-f]{4})", "\\\\x{$1}");
    }
}
