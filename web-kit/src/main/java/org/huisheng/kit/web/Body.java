package org.huisheng.kit.web;

import org.huisheng.kit.problem.DomainException.Malformed;
import org.jspecify.annotations.Nullable;

/** The body of a request, which JSON's {@code null} and an empty request leave out. */
public final class Body {

    private Body() {}

    /** @throws Malformed if there is none */
    public static <T> T required(@Nullable T body) {
        if (body == null) {
            throw new Malformed("malformed");
        }
        return body;
    }
}
