package org.huisheng.survey.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;

/** A value that can be chosen, comparable whatever way its number was written (1, 1.0 and 1e0 are one value). */
record ChoiceValue(Kind kind, String text) {

    enum Kind {
        TEXT,
        NUMBER,
        BOOLEAN,
        OTHER
    }

    static ChoiceValue of(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> new ChoiceValue(Kind.TEXT, value.textValue());
            case NUMBER -> number(value.decimalValue());
            case BOOLEAN -> new ChoiceValue(Kind.BOOLEAN, value.asText());
            default -> new ChoiceValue(Kind.OTHER, value.toString());
        };
    }

    static ChoiceValue number(BigDecimal value) {
        var plain = value.stripTrailingZeros();
        // 1e999999999 written out would fill the memory.
        return new ChoiceValue(Kind.NUMBER, Math.abs(plain.scale()) > 50 ? plain.toString() : plain.toPlainString());
    }

    boolean isScalar() {
        return kind != Kind.OTHER;
    }

    Optional<BigDecimal> asNumber() {
        return kind == Kind.NUMBER ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return text;
    }
}
