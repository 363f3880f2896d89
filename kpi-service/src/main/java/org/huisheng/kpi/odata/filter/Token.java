package org.huisheng.kpi.odata.filter;

import org.jspecify.annotations.Nullable;

/**
 * A word of a filter.
 *
 * @param value what a literal stands for, null for others
 */
record Token(Kind kind, String text, int position, @Nullable Object value) {

    enum Kind {
        WORD,
        LITERAL,
        OPEN,
        CLOSE,
        COMMA,
        /** Signs of parts of the language that are not spoken here: arithmetic, paths, lambdas, aliases. */
        OTHER,
        END
    }

    boolean is(String word) {
        return kind == Kind.WORD && text.equals(word);
    }
}
