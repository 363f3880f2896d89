package org.huisheng.kit.problem;

import java.util.List;

/**
 * One thing wrong with a request.
 *
 * @param path JSON pointer into the request body, {@code ""} for the whole
 * @param code key of its message ({@code violation.<code>} in {@code problems*.properties})
 */
public record Violation(String path, String code, List<Object> arguments) {

    public Violation {
        arguments = List.copyOf(arguments);
    }

    public Violation(String path, String code, Object... arguments) {
        this(path, code, List.of(arguments));
    }

    /** The same violation seen from an enclosing object. */
    public Violation below(String parent) {
        return new Violation(parent + path, code, arguments);
    }
}
