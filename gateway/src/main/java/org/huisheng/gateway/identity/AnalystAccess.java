package org.huisheng.gateway.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.huisheng.kit.problem.DomainException.NotAuthenticated;
import org.huisheng.kit.problem.DomainException.TooMany;
import org.jspecify.annotations.Nullable;

/**
 * Lets BI tools in, which can send a fixed name and key but no token: the services get a token made here and learn
 * nothing about keys. The token is kept for most of its life, so a key costs its check once in minutes.
 */
@ApplicationScoped
public class AnalystAccess {

    public static final String CHALLENGE = "Basic realm=\"huisheng\", charset=\"UTF-8\"";

    private static final String SCHEME = "Basic";
    private static final String USERNAME = "analyst";
    private static final int REMEMBERED = 100;

    private record Granted(String bearer, Instant until) {}

    private final AnalystKeys keys;
    private final Tokens tokens;
    private final GuessLimit guessLimit;
    private final Clock clock;
    private final IdentityConfig config;
    private final Map<String, Granted> granted = new ConcurrentHashMap<>();

    AnalystAccess(AnalystKeys keys, Tokens tokens, GuessLimit guessLimit, Clock clock, IdentityConfig config) {
        this.keys = keys;
        this.tokens = tokens;
        this.guessLimit = guessLimit;
        this.clock = clock;
        this.config = config;
    }

    /** Whether the {@code Authorization} header is a name and key rather than a token. */
    public static boolean concerns(@Nullable String authorization) {
        return authorization != null
                && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && (authorization.length() == SCHEME.length() || authorization.charAt(SCHEME.length()) == ' ');
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
        guessLimit.check(SCHEME + USERNAME, address);
        if (!keys.contain(keyIn(authorization))) {
            guessLimit.failed(SCHEME + USERNAME, address);
            throw new NotAuthenticated("bad-bi-key", CHALLENGE);
        }
        guessLimit.succeeded(SCHEME + USERNAME, address);
        var life = config.analystTokenLife();
        var bearer = "Bearer " + tokens.sign(USERNAME, Set.of("ANALYST"), null, life);
        if (granted.size() >= REMEMBERED) {
            granted.clear();
        }
        granted.put(
                authorization,
                new Granted(bearer, clock.instant().plus(life.multipliedBy(4).dividedBy(5))));
        return bearer;
    }

    private static String keyIn(String authorization) {
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
