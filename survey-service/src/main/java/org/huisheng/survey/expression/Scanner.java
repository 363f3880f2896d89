package org.huisheng.survey.expression;

import java.util.List;
import org.huisheng.survey.expression.value.Numerals;
import org.huisheng.survey.expression.value.Value;
import org.huisheng.survey.expression.value.Value.Bool;
import org.huisheng.survey.expression.value.Value.Num;
import org.huisheng.survey.expression.value.Value.Text;
import org.jspecify.annotations.Nullable;

/** The characters of an expression and the smallest things they make. What does not fit leaves the position alone. */
final class Scanner {

    private final String text;
    private int position;
    private int furthest;

    Scanner(String text) {
        this.text = text;
    }

    int position() {
        return position;
    }

    void backTo(int earlier) {
        furthest = Math.max(furthest, position);
        position = earlier;
    }

    int furthest() {
        return Math.max(furthest, position);
    }

    boolean atEnd() {
        return position == text.length();
    }

    void skipBlanks() {
        while (position < text.length() && " \t\n\r".indexOf(text.charAt(position)) >= 0) {
            position++;
        }
    }

    boolean take(String exact) {
        if (text.startsWith(exact, position)) {
            position += exact.length();
            return true;
        }
        return false;
    }

    /** In any case, and not only as a whole word. */
    boolean takeWord(String word) {
        if (text.regionMatches(true, position, word, 0, word.length())) {
            position += word.length();
            return true;
        }
        return false;
    }

    /** One of the signs, with the blanks around it. */
    @Nullable
    Operator operator(List<Signs.Sign> signs) {
        var start = position;
        skipBlanks();
        for (var sign : signs) {
            if (takeWord(sign.written())) {
                skipBlanks();
                return sign.operator();
            }
        }
        backTo(start);
        return null;
    }

    @Nullable
    Value constant() {
        if (takeWord("true")) {
            return Bool.TRUE;
        }
        if (takeWord("false")) {
            return Bool.FALSE;
        }
        var number = number();
        if (number != null) {
            return number;
        }
        var word = letters();
        return word == null ? quoted() : Literals.value(word);
    }

    /** A word: letters, then digits and letters. */
    @Nullable
    String letters() {
        var start = position;
        while (position < text.length()
                && (isLetter(text.charAt(position)) || position > start && isDigit(text.charAt(position)))) {
            position++;
        }
        return position == start ? null : text.substring(start, position);
    }

    private @Nullable Value number() {
        var start = position;
        if (take("0x")) {
            var digits = digits();
            if (!digits.isEmpty()) {
                return new Num(Numerals.parseInt("0x" + digits));
            }
            position = start;
        }
        var negative = take("-");
        var whole = digits();
        if (!whole.isEmpty() && take(".")) {
            var fraction = digits();
            if (!fraction.isEmpty()) {
                return new Num(signed(negative, Double.parseDouble(whole + "." + fraction)));
            }
            position--;
        }
        if (whole.isEmpty()) {
            position = start;
            return null;
        }
        if (whole.charAt(0) == '0') {
            position -= whole.length() - 1;
            return new Num(negative ? -0.0 : 0);
        }
        return new Num(signed(negative, Double.parseDouble(whole)));
    }

    private static double signed(boolean negative, double number) {
        return negative ? -number : number;
    }

    private String digits() {
        var start = position;
        while (position < text.length() && isDigit(text.charAt(position))) {
            position++;
        }
        return text.substring(start, position);
    }

    private @Nullable Value quoted() {
        var start = position;
        if (take("''") || take("\"\"")) {
            return Text.EMPTY;
        }
        if (!atEnd() && isQuote(text.charAt(position))) {
            var quote = text.charAt(position++);
            var content = content();
            if (!content.isEmpty() && !atEnd() && text.charAt(position) == quote) {
                position++;
                return new Text(content);
            }
        }
        backTo(start);
        return null;
    }

    private String content() {
        var content = new StringBuilder();
        while (!atEnd()) {
            if (take("\\'")) {
                content.append('\'');
            } else if (take("\\\"")) {
                content.append('"');
            } else if (isQuote(text.charAt(position))) {
                break;
            } else {
                content.append(text.charAt(position++));
            }
        }
        return content.toString();
    }

    /** What stands between braces. */
    @Nullable
    String braced() {
        var start = position;
        if (take("{")) {
            var from = position;
            while (!atEnd() && text.charAt(position) != '{' && text.charAt(position) != '}') {
                position++;
            }
            var name = text.substring(from, position);
            if (!name.isEmpty() && take("}")) {
                return name;
            }
        }
        backTo(start);
        return null;
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isQuote(char c) {
        return c == '\'' || c == '"';
    }
}
