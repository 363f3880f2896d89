package org.huisheng.survey.questionnaire;

import com.google.re2j.Pattern;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** SurveyJS input types whose value is text. */
public enum TextFormat {
    TEXT("text", null),
    PASSWORD("password", null),
    TEL("tel", "[0-9+() -]{3,32}"),
    /** SurveyJS's own. */
    EMAIL(
            "email",
            "(?i)(([^<>()\\[\\].,;:\\s@\"]+(\\.[^<>()\\[\\].,;:\\s@\"]+)*)|(\".+\"))@"
                    + "(([^<>()=\\[\\].,;:\\s@\"]+\\.)+[^<>()=\\[\\].,;:\\s@\"]{2,})"),
    URL("url", "https?://\\S{1,999}"),
    COLOR("color", "#[0-9A-Fa-f]{6}"),
    DATE("date", "\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])"),
    TIME("time", "([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d)?"),
    DATETIME(
            "datetime-local",
            "\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])T([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d(\\.\\d{1,3})?)?"),
    MONTH("month", "\\d{4}-(0[1-9]|1[0-2])"),
    WEEK("week", "\\d{4}-W(0[1-9]|[1-4]\\d|5[0-3])");

    private final String inputType;
    private final @Nullable Pattern pattern;

    TextFormat(String inputType, @Nullable String pattern) {
        this.inputType = inputType;
        this.pattern = pattern == null ? null : Pattern.compile(pattern);
    }

    public static Optional<TextFormat> byInputType(String inputType) {
        return Arrays.stream(values())
                .filter(format -> format.inputType.equals(inputType))
                .findFirst();
    }

    /** Whether smallest and largest values can be given for it. */
    public boolean isOrdered() {
        return switch (this) {
            case DATE, TIME, DATETIME, MONTH, WEEK -> true;
            case TEXT, PASSWORD, TEL, EMAIL, URL, COLOR -> false;
        };
    }

    public String inputType() {
        return inputType;
    }

    boolean isDate() {
        return this == DATE || this == DATETIME;
    }

    boolean matches(String text) {
        return pattern == null || pattern.matches(text);
    }
}
