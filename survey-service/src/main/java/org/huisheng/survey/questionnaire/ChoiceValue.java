package org.huisheng.survey.questionnaire;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;
import org.huisheng.survey.expression.value.Value;

/** A value that can be chosen, comparable whatever way its number was written (1, 1.0 and 1e0 are one value). */
public record ChoiceValue(Kind kind, String text) {

    public enum Kind {
        TEXT,
        NUMBER,
        BOOLEAN,
        OTHER
    }

    public static ChoiceValue of(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> text(value.textValue());
            case NUMBER -> number(value.decimalValue());
            case BOOLEAN -> bool(value.booleanValue());
            default -> new ChoiceValue(Kind.OTHER, value.toString());
        };
    }

    public static ChoiceValue text(String value) {
        return new ChoiceValue(Kind.TEXT, value);
    }

    public static ChoiceValue bool(boolean value) {
        return new ChoiceValue(Kind.BOOLEAN, String.valueOf(value));
    }

    public static ChoiceValue number(BigDecimal value) {
        var plain = value.stripTrailingZeros();
        // 1e999999999 written out would fill the memory.
        return new ChoiceValue(Kind.NUMBER, Math.abs(plain.scale()) > 50 ? plain.toString() : plain.toPlainString());
    }

    public boolean isScalar() {
        return kind != Kind.OTHER;
    }

    /** As expressions see it. */
    Value value() {
        return switch (kind) {
            case NUMBER -> new Value.Num(Double.parseDouble(text));
            case BOOLEAN -> Value.Bool.of(Boolean.parseBoolean(text));
            case TEXT, OTHER -> new Value.Text(text);
        };
    }

    public Optional<BigDecimal> asNumber() {
        return kind == Kind.NUMBER ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return text;
    }
}
