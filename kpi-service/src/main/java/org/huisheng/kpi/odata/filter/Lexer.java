package org.huisheng.kpi.odata.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huisheng.kpi.odata.filter.Token.Kind;
import org.jspecify.annotations.Nullable;

/** Cuts a filter into words. */
final class Lexer {

    private static final Pattern SPACE = Pattern.compile("[ \\t]++");
    private static final Pattern WORD = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_.]*+");
    private static final Pattern BARE_LITERAL =
            Pattern.compile("(?:-(?=\\d))?[0-9A-Za-z](?:[-+.:0-9A-Za-z]|(?<=\\d) (?=\\d\\d:\\d\\d))*+");
    private static final String SIGNS = "/@*-+:;[]{}";

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int position;

    private Lexer(String text) {
        this.text = text;
    }

    static List<Token> tokens(String text) {
        return new Lexer(text).read();
    }

    private List<Token> read() {
        skipSpace();
        while (position < text.length()) {
            tokens.add(next());
            skipSpace();
        }
        tokens.add(new Token(Kind.END, "", position, null));
        return tokens;
    }

    private void skipSpace() {
        var space = at(SPACE);
        position = space == null ? position : space.end();
    }

    private Token next() {
        var sign = text.charAt(position);
        return switch (sign) {
            case '(' -> sign(Kind.OPEN);
            case ')' -> sign(Kind.CLOSE);
            case ',' -> sign(Kind.COMMA);
            case '\'' -> string();
            default -> wordOrLiteral(sign);
        };
    }

    private Token wordOrLiteral(char sign) {
        var literal = at(BARE_LITERAL);
        if (literal != null && (sign == '-' || Character.isDigit(sign) || Literals.isGuid(literal.group()))) {
            return taken(Kind.LITERAL, literal, Literals.of(position, literal.group()));
        }
        var word = at(WORD);
        if (word != null) {
            return taken(Kind.WORD, word, null);
        }
        if (SIGNS.indexOf(sign) >= 0) {
            return sign(Kind.OTHER);
        }
        throw Refusal.unreadable(position, text.substring(position, text.offsetByCodePoints(position, 1)));
    }

    private Token taken(Kind kind, Matcher match, @Nullable Object value) {
        var token = new Token(kind, match.group(), position, value);
        position = match.end();
        return token;
    }

    private Token sign(Kind kind) {
        position++;
        return new Token(kind, text.substring(position - 1, position), position - 1, null);
    }

    /** In single quotes; a quote within is written twice. */
    private Token string() {
        var start = position;
        var value = new StringBuilder();
        for (position++; position < text.length(); position++) {
            var character = text.charAt(position);
            if (character != '\'') {
                value.append(character);
            } else if (text.startsWith("''", position)) {
                value.append('\'');
                position++;
            } else {
                position++;
                return new Token(Kind.LITERAL, text.substring(start, position), start, value.toString());
            }
        }
        throw Refusal.malformed("filter-ends-early");
    }

    private @Nullable Matcher at(Pattern pattern) {
        var matcher = pattern.matcher(text).region(position, text.length());
        matcher.useTransparentBounds(true);
        return matcher.lookingAt() ? matcher : null;
    }
}
