package org.huisheng.survey.expression.value;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers written as text, and back: {@code Number()}, {@code parseInt}, {@code parseFloat}, {@code String()}. */
public final class Numerals {

    private Numerals() {}

    /** The whole text as a number, {@code NaN} when it is none; blank text is 0. */
    public static double number(String text) {
        var trimmed = trim(text);
        if (trimmed.isEmpty()) {
            return 0;
        }
        if (trimmed.length() > 2 && trimmed.charAt(0) == '0') {
            var radix = radix(trimmed.charAt(1));
            if (radix > 0) {
                return digits(trimmed, 2, radix, true);
            }
        }
        var end = decimalEnd(trimmed);
        return end == trimmed.length() && end > 0 ? decimal(trimmed) : Double.NaN;
    }

    /** The number a text begins with. */
    public static double parseFloat(String text) {
        var trimmed = trim(text);
        var end = decimalEnd(trimmed);
        return end == 0 ? Double.NaN : decimal(trimmed.substring(0, end));
    }

    /** The whole number a text begins with. */
    public static double parseInt(String text) {
        var trimmed = trim(text);
        var signed = !trimmed.isEmpty() && (trimmed.charAt(0) == '-' || trimmed.charAt(0) == '+');
        var start = signed ? 1 : 0;
        var sign = signed && trimmed.charAt(0) == '-' ? -1 : 1;
        if (trimmed.regionMatches(true, start, "0x", 0, 2)) {
            return sign * digits(trimmed, start + 2, 16, false);
        }
        return sign * digits(trimmed, start, 10, false);
    }

    public static String text(double value) {
        if (value == (long) value && Math.abs(value) < 1e15) {
            return Long.toString((long) value);
        }
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "Infinity" : "-Infinity";
        }
        return shortest(value);
    }

    private static String shortest(double value) {
        var exact = new BigDecimal(Double.toString(Math.abs(value))).stripTrailingZeros();
        var digits = exact.unscaledValue().toString();
        var exponent = digits.length() - exact.scale() - 1;
        var sign = value < 0 ? "-" : "";
        if (exponent >= -6 && exponent < 21) {
            return sign + exact.toPlainString();
        }
        var mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        return sign + mantissa + "e" + (exponent < 0 ? "-" : "+") + Math.abs(exponent);
    }

    /** {@code parseFloat(value.toFixed(digits))} */
    static double rounded(double value, int digits) {
        return Double.isNaN(value) || Double.isInfinite(value) || Math.abs(value) >= 1e21
                ? value
                : new BigDecimal(value).setScale(digits, RoundingMode.HALF_UP).doubleValue();
    }

    static String trim(String text) {
        var start = 0;
        var end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return start == 0 && end == text.length() ? text : text.substring(start, end);
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c >= '\t' && c <= '\r' || c >= '\u00a0' && (c == '\ufeff' || Character.isSpaceChar(c));
    }

    private static int radix(char letter) {
        return switch (letter) {
            case 'x', 'X' -> 16;
            case 'o', 'O' -> 8;
            case 'b', 'B' -> 2;
            default -> 0;
        };
    }

    private static double digits(String text, int start, int radix, boolean toTheEnd) {
        var position = start;
        double value = 0;
        for (; position < text.length(); position++) {
            var digit = text.charAt(position) < 128 ? Character.digit(text.charAt(position), radix) : -1;
            if (digit < 0) {
                break;
            }
            value = value * radix + digit;
        }
        if (position == start || toTheEnd && position < text.length()) {
            return Double.NaN;
        }
        return radix == 10 && position - start > 15 ? Double.parseDouble(text.substring(start, position)) : value;
    }

    private static double decimal(String literal) {
        return Double.parseDouble(literal);
    }

    /** Where the decimal literal that the text begins with ends; 0 if there is none. */
    private static int decimalEnd(String text) {
        var length = text.length();
        var position = length > 0 && (text.charAt(0) == '-' || text.charAt(0) == '+') ? 1 : 0;
        if (text.startsWith("Infinity", position)) {
            return position + "Infinity".length();
        }
        var whole = position;
        position = skipDigits(text, position);
        var digits = position - whole;
        if (position < length && text.charAt(position) == '.') {
            var fraction = skipDigits(text, position + 1);
            digits += fraction - position - 1;
            if (digits > 0) {
                position = fraction;
            }
        }
        return digits == 0 ? 0 : exponentEnd(text, position);
    }

    private static int exponentEnd(String text, int position) {
        if (position < text.length() && (text.charAt(position) == 'e' || text.charAt(position) == 'E')) {
            var signed = position + 1 < text.length()
                    && (text.charAt(position + 1) == '-' || text.charAt(position + 1) == '+');
            var start = position + (signed ? 2 : 1);
            var end = skipDigits(text, start);
            return end > start ? end : position;
        }
        return position;
    }

    private static int skipDigits(String text, int start) {
        var position = start;
        while (position < text.length() && text.charAt(position) >= '0' && text.charAt(position) <= '9') {
            position++;
        }
        return position;
    }
}
