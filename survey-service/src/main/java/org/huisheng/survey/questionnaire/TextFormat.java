package org.huisheng.survey.definition;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** SurveyJS input types whose value is text. The patterns are linear: no answer can make them run long. */
enum TextFormat {
    TEXT("text", null),
    PASSWORD("password", null),
    TEL("tel", "[0-9+() -]{3,32}"),
    EMAIL("email", "[^@\\s]{1,64}@[^@\\s]{1,190}"),
    URL("url", "https?://\\S{1,1990}"),
    COLOR("color", "#[0-9A-Fa-f]{6}"),
    DATE("date", "\\d{4}-\\d{2}-\\d{2}"),
    TIME("time", "\\d{2}:\\d{2}(:\\d{2})?"),
    DATETIME("datetime-local", "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2})?"),
    MONTH("month", "\\d{4}-\\d{2}"),
    WEEK("week", "\\d{4}-W\\d{2}");

    private final String inputType;
    private final @Nullable Pattern pattern;

    TextFormat(String inputType, @Nullable String pattern) {
        this.inputType = inputType;
        this.pattern = pattern == null ? null : Pattern.compile(pattern);
    }

    static Optional<TextFormat> byInputType(String inputType) {
        return Arrays.stream(values())
                .filter(format -> format.inputType.equals(inputType))
                .findFirst();
    }

    @Nullable
    Pattern pattern() {
        return pattern;
    }
}
