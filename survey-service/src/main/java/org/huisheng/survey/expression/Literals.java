package org.huisheng.survey.expression;

import org.huisheng.survey.expression.value.Coercion;
import org.huisheng.survey.expression.value.Value;
import org.huisheng.survey.expression.value.Value.Bool;
import org.huisheng.survey.expression.value.Value.Num;
import org.huisheng.survey.expression.value.Value.Text;

/** What a text stands for in an expression, be it written there or answered. */
final class Literals {

    private Literals() {}

    static Value value(String text) {
        if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
            return Bool.of(text.equalsIgnoreCase("true"));
        }
        if (text.length() > 1 && isQuote(text.charAt(0)) && isQuote(text.charAt(text.length() - 1))) {
            return new Text(text.substring(1, text.length() - 1));
        }
        var literal = new Text(text);
        var number = Coercion.surveyNumber(literal);
        return Double.isNaN(number) || isPadded(text) ? literal : new Num(number);
    }

    private static boolean isQuote(char c) {
        return c == '\'' || c == '"';
    }

    /** A number written with a leading zero is more likely a code. */
    private static boolean isPadded(String text) {
        return text.length() > 1
                && text.charAt(0) == '0'
                && !text.startsWith("0x")
                && text.charAt(1) != '.'
                && text.charAt(1) != ',';
    }
}
