package org.huisheng.kpi.odata.filter;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.huisheng.kpi.odata.filter.Expression.Both;
import org.huisheng.kpi.odata.filter.Expression.Comparison;
import org.huisheng.kpi.odata.filter.Expression.Literal;
import org.huisheng.kpi.odata.filter.Expression.Property;
import org.huisheng.kpi.odata.filter.Token.Kind;
import org.jspecify.annotations.Nullable;

/** The key in an address, as the condition that names its row. */
public final class Key {

    private static final int LONGEST = 500;
    private static final Pattern PART =
            Pattern.compile("\\s*(?:([A-Za-z]\\w*)\\s*=\\s*)?('(?:[^']|'')*'|[^',=]+)\\s*(?:,|$)");

    private Key() {}

    /** @param text what stands between the parentheses: {@code 'A'}, or {@code eventId=…,ordinal=0} */
    public static Expression parse(String text, List<Column> columns) {
        var values = parts(text, columns);
        if (values.size() != columns.size()) {
            throw Refusal.malformed("bad-key");
        }
        return columns.stream()
                .map(column -> (Expression) equal(column, values.get(column.name())))
                .reduce(Both::new)
                .orElseThrow();
    }

    private static Map<String, String> parts(String text, List<Column> columns) {
        var values = new HashMap<String, String>();
        var part = PART.matcher(text.substring(0, Math.min(LONGEST, text.length())));
        var end = 0;
        while (end < text.length()) {
            if (!part.find(end) || part.start() != end || part.group(1) == null && columns.size() > 1) {
                throw Refusal.malformed("bad-key");
            }
            var name = part.group(1) == null ? columns.getFirst().name() : part.group(1);
            if (values.put(name, part.group(2).strip()) != null) {
                throw Refusal.malformed("bad-key");
            }
            end = part.end();
        }
        return values;
    }

    private static Comparison equal(Column column, @Nullable String text) {
        var tokens = Lexer.tokens(text == null ? "" : text);
        var value = tokens.getFirst().value();
        if (tokens.size() != 2
                || tokens.getFirst().kind() != Kind.LITERAL
                || value == null
                || !column.type().comparableWith(Literals.type(value))) {
            throw Refusal.malformed("bad-key");
        }
        return new Comparison(Operator.EQ, new Property(column), new Literal(Literals.type(value), value));
    }
}
