package org.huisheng.gateway.session;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.huisheng.gateway.identity.RandomSecret;
import org.huisheng.gateway.identity.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * Knows which sessions are good. One found so is not asked about again for some seconds: so long, and no longer, one that
 * was ended may still be let through by another gateway than the one it was ended at.
 */
@ApplicationScoped
class SessionAccess {

    private static final String CSRF = "csrf";
    private static final int REMEMBERED = 10_000;
    private static final Duration USE_IS_WRITTEN_EVERY = Duration.ofMinutes(1);

    private final Sessions sessions;
    private final Tokens tokens;
    private final Clock clock;
    private final SessionConfig config;
    private final Map<String, Granted> granted = new ConcurrentHashMap<>();

    SessionAccess(Sessions sessions, Tokens tokens, Clock clock, SessionConfig config) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.clock = clock;
        this.config = config;
    }

    /** If it was found good a moment ago. Does not block. */
    @Nullable
    Granted remembered(String secret) {
        var grant = granted.get(secret);
        return grant != null && clock.instant().isBefore(grant.until()) ? grant : null;
    }

    /** Asks the database. Blocks. */
    Optional<Granted> admit(RandomSecret secret) throws SQLException {
        // Before the question: what ends while it is being answered must not be remembered longer for it.
        var now = clock.instant();
        var found = sessions.find(secret, now);
        if (found.isEmpty()) {
            granted.remove(secret.text());
            return Optional.empty();
        }
        sessions.used(secret, now, USE_IS_WRITTEN_EVERY);
        return Optional.of(grant(secret, found.get(), now));
    }

    Granted grant(RandomSecret secret, Session session, Instant now) {
        var before = granted.get(secret.text());
        var until = now.plus(config.memory());
        var grant = before != null && before.session().isLike(session) && until.isBefore(before.bearerUntil())
                ? new Granted(secret, session, before.csrfToken(), before.bearer(), before.bearerUntil(), until)
                : new Granted(
                        secret,
                        session,
                        secret.derived(CSRF),
                        bearer(session),
                        now.plus(config.tokenLife().dividedBy(2)),
                        until);
        if (granted.size() >= REMEMBERED) {
            granted.values().removeIf(old -> !now.isBefore(old.until()));
        }
        if (granted.size() < REMEMBERED) {
            granted.put(secret.text(), grant);
        }
        return grant;
    }

    void forget(RandomSecret secret) {
        granted.remove(secret.text());
    }

    void forgetAll(String username) {
        granted.values().removeIf(grant -> grant.session().username().equals(username));
    }

    /** Who has to change the password first is nobody in particular until then. */
    private String bearer(Session session) {
        var roles = session.mustChangePassword() ? Set.<String>of() : session.roles();
        return "Bearer " + tokens.sign(session.username(), roles, session.department(), config.tokenLife());
    }
}
