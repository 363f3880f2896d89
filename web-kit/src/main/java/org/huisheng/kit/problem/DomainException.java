package org.huisheng.kit.problem;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A refusal the caller can understand and act on. {@code code} is stable: it ends the problem's {@code type} and is the
 * key of its texts in {@code problems*.properties}.
 */
public abstract sealed class DomainException extends RuntimeException {

    private final String code;
    private final transient List<Object> arguments;
    private final transient List<Violation> violations;

    private DomainException(String code, List<Object> arguments, List<Violation> violations) {
        super(code + arguments + violations, null, false, false);
        this.code = code;
        this.arguments = List.copyOf(arguments);
        this.violations = List.copyOf(violations);
    }

    public final String code() {
        return code;
    }

    /** What fills the placeholders of the texts. */
    public final List<Object> arguments() {
        return arguments;
    }

    public final List<Violation> violations() {
        return violations;
    }

    /** The HTTP status it is answered with. */
    public final int status() {
        return switch (this) {
            case Malformed _ -> 400;
            case NotAuthenticated _ -> 401;
            case NotAllowed _ -> 403;
            case NotFound _ -> 404;
            case Conflict _ -> 409;
            case Gone _ -> 410;
            case Outdated _ -> 412;
            case TooLarge _ -> 413;
            case RuleViolated _ -> 422;
            case TooMany _ -> 429;
            case Busy _ -> 503;
        };
    }

    /** The header fields that belong to the answer. */
    final Map<String, String> headers() {
        return switch (this) {
            case Busy busy -> Map.of("Retry-After", String.valueOf(busy.retryAfterSeconds));
            case TooMany tooMany -> Map.of("Retry-After", String.valueOf(tooMany.retryAfterSeconds));
            case NotAuthenticated stranger -> Map.of("WWW-Authenticate", stranger.challenge);
            default -> Map.of();
        };
    }

    private static long seconds(Duration duration) {
        return Math.max(1, duration.plusMillis(999).toSeconds());
    }

    /** 400: the request cannot be read as what it should be. */
    public static final class Malformed extends DomainException {
        public Malformed(String code, Object... arguments) {
            super(code, List.of(arguments), List.of());
        }

        public Malformed(Violation violation) {
            this(List.of(violation));
        }

        public Malformed(List<Violation> violations) {
            super("malformed", List.of(), violations);
        }

        private Malformed(String code, List<Object> arguments, List<Violation> violations) {
            super(code, arguments, violations);
        }

        /** A parameter of the address. @param why a violation, with what fills its text: what may be asked instead */
        public static Malformed query(String name, String why, Object... arguments) {
            return new Malformed("bad-query", List.of(name), List.of(new Violation("?" + name, why, arguments)));
        }
    }

    /** 401: whoever they say they are, they have not shown it. */
    public static final class NotAuthenticated extends DomainException {

        private final String challenge;

        /** @param challenge the {@code WWW-Authenticate} of the answer */
        public NotAuthenticated(String code, String challenge) {
            super(code, List.of(), List.of());
            this.challenge = challenge;
        }

        public String challenge() {
            return challenge;
        }
    }

    /** 403: known caller, but not theirs to see or do. */
    public static final class NotAllowed extends DomainException {
        public NotAllowed(String code, Object... arguments) {
            super(code, List.of(arguments), List.of());
        }
    }

    /** 404. @param what the kind of thing, a key of the texts ({@code thing.<what>}) */
    public static final class NotFound extends DomainException {
        public NotFound(String what, Object id) {
            super("not-found", List.of(new Thing(what), id.toString()), List.of());
        }
    }

    /** 409: the present state forbids it. */
    public static final class Conflict extends DomainException {
        public Conflict(String code, Object... arguments) {
            super(code, List.of(arguments), List.of());
        }

        /** A step the state machine does not know. @param what the kind of thing, a key of the texts */
        public static Conflict transition(String what, Enum<?> from, Enum<?> to) {
            return new Conflict("illegal-transition", new Thing(what), state(what, from), state(what, to));
        }
    }

    /** 410: it was here, and is kept elsewhere now. */
    public static final class Gone extends DomainException {
        public Gone(String code, Object... arguments) {
            super(code, List.of(arguments), List.of());
        }
    }

    /** 412: {@code If-Match} names a version that is no longer the present one. */
    public static final class Outdated extends DomainException {
        public Outdated() {
            super("outdated", List.of(), List.of());
        }
    }

    /** 413. */
    public static final class TooLarge extends DomainException {
        public TooLarge(long limitBytes) {
            super("too-large", List.of(limitBytes), List.of());
        }
    }

    /** 422: well formed, but against a rule. */
    public static final class RuleViolated extends DomainException {
        public RuleViolated(String code, Object... arguments) {
            super(code, List.of(arguments), List.of());
        }

        public RuleViolated(List<Violation> violations) {
            super("rule-violated", List.of(), violations);
        }
    }

    /** 429. */
    public static final class TooMany extends DomainException {

        private final long retryAfterSeconds;

        public TooMany(String code, Duration retryAfter) {
            super(code, List.of(seconds(retryAfter)), List.of());
            this.retryAfterSeconds = seconds(retryAfter);
        }

        public long retryAfterSeconds() {
            return retryAfterSeconds;
        }
    }

    /** 503: try again in a moment; nothing was stored. */
    public static final class Busy extends DomainException {

        private final long retryAfterSeconds;

        public Busy() {
            this("busy", Duration.ofSeconds(1));
        }

        public Busy(String code, Duration retryAfter) {
            super(code, List.of(), List.of());
            this.retryAfterSeconds = seconds(retryAfter);
        }
    }

    /** Where a thing stands, as people call it. @param what the kind of thing ({@code state.<what>.<CONSTANT>}) */
    public static Object state(String what, Enum<?> where) {
        return new State(what, where.name());
    }

    /** A word of the texts, translated when the problem is rendered. */
    record Thing(String key) {}

    record State(String what, String name) {}
}
