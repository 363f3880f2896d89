package org.huisheng.survey.expression;

/** Why an expression is not taken; the name in lower case with hyphens is the key of its sentence. */
public enum Refusal {
    SYNTAX,
    TOO_LONG,
    TOO_DEEP,
    FUNCTION,
    ARGUMENTS,
    COMPUTED_NAME,
    PROPERTY_OF_ELEMENT,
    OBJECT_LITERAL,
    FILTER
}
