package org.huisheng.kpi.odata.filter;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request the feed does not answer, in the statuses OData asks for. {@code code} is the key of its texts. */
public final class Refusal extends RuntimeException {

    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int NOT_ACCEPTABLE = 406;
    private static final int UNPROCESSABLE = 422;
    private static final int NOT_IMPLEMENTED = 501;

    private final int status;
    private final String code;
    private final transient List<Object> arguments;

    private Refusal(int status, String code, Object... arguments) {
        super(code + List.of(arguments), null, false, false);
        this.status = status;
        this.code = code;
        this.arguments = List.of(arguments);
    }

    public static Refusal malformed(String code, Object... arguments) {
        return new Refusal(BAD_REQUEST, code, arguments);
    }

    public static Refusal missing(String code, Object... arguments) {
        return new Refusal(NOT_FOUND, code, arguments);
    }

    public static Refusal method(String code) {
        return new Refusal(METHOD_NOT_ALLOWED, code);
    }

    public static Refusal format(String code, Object... arguments) {
        return new Refusal(NOT_ACCEPTABLE, code, arguments);
    }

    public static Refusal tooMuch(String code, Object... arguments) {
        return new Refusal(UNPROCESSABLE, code, arguments);
    }

    /** OData knows it, the feed does not. */
    public static Refusal unsupported(String code, Object... arguments) {
        return new Refusal(NOT_IMPLEMENTED, code, arguments);
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public List<Object> arguments() {
        return arguments;
    }

    /** @param token what stands there, null at the end */
    static Refusal unreadable(int position, @Nullable String token) {
        return token == null ? malformed("filter-ends-early") : malformed("bad-filter", position + 1, token);
    }
}
