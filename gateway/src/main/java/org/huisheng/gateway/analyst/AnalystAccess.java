package org.huisheng.gateway.analyst;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.huisheng.gateway.identity.GuessLimit;
import org.huisheng.gateway.identity.Tokens;
import org.huisheng.kit.problem.DomainException.NotAuthenticated;
import org.huisheng.kit.problem.DomainException.TooMany;
import org.jspecify.annotations.Nullable;

/**
 * Lets BI tools in, which can send a fixed name and key but no token: the services get a token made here and learn
 * nothing about keys but what they are limited to. A key let in is not asked about again for some seconds: so long, and no
 * longer, one that was revoked may still be let in, whichever gateway it was revoked at.
 */
@ApplicationScoped
public class AnalystAccess {

    public static final String CHALLENGE = "Basic realm=\"huisheng\", charset=\"UTF-8\"";

    private static final String SCHEME = "Basic";
    private static final String BEARER = "Bearer";
    /** Tokens have dots, keys are Base64. */
    private static final Pattern BARE_KEY = Pattern.compile("(?i:bearer) +[A-Za-z0-9_-]{16,}");

    private static final String USERNAME = "analyst";
    /** The claim that says which sets the services may show; all without it. */
    private static final String SETS = "sets";

    private static final int REMEMBERED = 100;
    private static final Duration USE_IS_WRITTEN_EVERY = Duration.ofMinutes(1);

    private record Granted(String bearer, Instant until) {}

    private final AnalystKeys keys;
    private final Tokens tokens;
    private final GuessLimit guessLimit;
    private final Clock clock;
    private final AnalystConfig config;
    private final Map<String, Granted> granted = new ConcurrentHashMap<>();

    AnalystAccess(AnalystKeys keys, Tokens tokens, GuessLimit guessLimit, Clock clock, AnalystConfig config) {
        this.keys = keys;
        this.tokens = tokens;
        this.guessLimit = guessLimit;
        this.clock = clock;
        this.config = config;
    }

    /** Whether the {@code Authorization} header holds a key rather than a token: with the name, or where a token would be. */
    public static boolean concerns(@Nullable String authorization) {
        return authorization != null
                && (hasScheme(SCHEME, authorization)
                        || BARE_KEY.matcher(authorization).matches());
    }

    private static boolean hasScheme(String scheme, String authorization) {
        return authorization.regionMatches(true, 0, scheme, 0, scheme.length())
                && (authorization.length() == scheme.length() || authorization.charAt(scheme.length()) == ' ');
    }

    /** The {@code Authorization} to go on with, if this key was let in a moment ago. Does not block. */
    public @Nullable String remembered(String authorization) {
        var grant = granted.get(authorization);
        return grant != null && clock.instant().isBefore(grant.until()) ? grant.bearer() : null;
    }

    /**
     * Checks the key and returns the {@code Authorization} to go on with. Blocks.
     *
     * @throws NotAuthenticated if the key is none of ours
     * @throws TooMany if there were too many such
     */
    public String admit(String authorization, String address) throws SQLException {
        var secret = new Secret(keyIn(authorization));
        // By secret: a tool with a wrong one must not lock out its neighbours, who are asked about every few seconds.
        var guess = SCHEME + ' ' + secret.fingerprint();
        guessLimit.check(guess, address);
        // Before the question: what is revoked while it is being answered must not be remembered longer for it.
        var now = clock.instant();
        var presented = keys.presented(secret);
        if (presented.isEmpty()) {
            guessLimit.failed(guess, address);
            throw new NotAuthenticated("bad-bi-key", CHALLENGE);
        }
        if (!presented.get().admits(now)) {
            granted.remove(authorization);
            throw new NotAuthenticated("bi-key-ended", CHALLENGE);
        }
        guessLimit.succeeded(guess, address);
        return granted(authorization, presented.get().key(), now);
    }

    private String granted(String authorization, AnalystKey key, Instant now) throws SQLException {
        keys.used(key.id(), now, USE_IS_WRITTEN_EVERY);
        var bearer = BEARER
                + ' '
                + tokens.sign(USERNAME, Set.of("ANALYST"), key.department(), config.tokenLife(), limits(key));
        if (granted.size() >= REMEMBERED) {
            granted.clear();
        }
        granted.put(authorization, new Granted(bearer, earlier(now.plus(config.keyMemory()), key.expiresAt())));
        return bearer;
    }

    private static Instant earlier(Instant one, @Nullable Instant other) {
        return other == null || one.isBefore(other) ? one : other;
    }

    private static Map<String, Object> limits(AnalystKey key) {
        var sets = key.sets();
        return sets == null ? Map.of() : Map.of(SETS, sets);
    }

    private static String keyIn(String authorization) {
        if (hasScheme(BEARER, authorization)) {
            return authorization.substring(BEARER.length()).strip();
        }
        try {
            var decoded = Base64.getDecoder()
                    .decode(authorization.substring(SCHEME.length()).strip());
            var pair = new String(decoded, StandardCharsets.UTF_8);
            return pair.startsWith(USERNAME + ":") ? pair.substring(USERNAME.length() + 1) : "";
        } catch (IllegalArgumentException notBase64) {
            return "";
        }
    }
}
