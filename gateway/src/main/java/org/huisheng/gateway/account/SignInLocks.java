package org.huisheng.gateway.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.huisheng.gateway.database.Database;
import org.huisheng.gateway.database.Database.Transaction;
import org.huisheng.gateway.identity.IdentityConfig;
import org.huisheng.gateway.identity.RandomSecret;
import org.huisheng.kit.problem.DomainException.TooMany;
import org.jspecify.annotations.Nullable;

/**
 * Slows guessing of one password from many addresses and at many gateways: after some failures each further one closes the
 * account for twice as long, five minutes at most. Not for those who come from where they have signed in before, or
 * anybody could keep anybody out.
 */
@ApplicationScoped
class SignInLocks {

    /** Failures that cost nothing; an address by itself is slowed much earlier. */
    static final int FREE = 20;

    private static final int LONGEST_WAIT_SECONDS = 300;
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(15);
    private static final Duration FAMILIAR_FOR = Duration.ofDays(30);

    private final Database database;
    private final Clock clock;
    private final boolean enabled;
    private final SignInLog log;

    SignInLocks(Database database, Clock clock, IdentityConfig config, SignInLog log) {
        this.log = log;
        this.database = database;
        this.clock = clock;
        this.enabled = config.rateLimits();
    }

    /** @throws TooMany if nobody from there may try now */
    void check(String username, String address) throws SQLException {
        var now = clock.instant();
        var until = database.first(
                """
                SELECT locked_until FROM failed_sign_in f
                WHERE username = ? AND locked_until > ? AND NOT EXISTS (
                    SELECT FROM familiar_address a WHERE a.username = f.username AND address = ? AND seen_at > ?)
                """, row -> Database.instant(row, "locked_until"), username, now, address, now.minus(FAMILIAR_FOR));
        if (enabled && until.isPresent()) {
            throw new TooMany("too-many-attempts", Duration.between(now, until.get()));
        }
    }

    /** @param account null if there is none */
    void failed(String username, @Nullable Account account) throws SQLException {
        var now = clock.instant();
        database.write("DELETE FROM failed_sign_in WHERE last_failed_at < ?", now.minus(FORGOTTEN_AFTER));
        database.together(transaction -> {
            var failures = another(transaction, username, now);
            log.refused(transaction, account, failures);
            return failures;
        });
    }

    private static int another(Transaction transaction, String username, Instant now) throws SQLException {
        return transaction
                .first("""
                        INSERT INTO failed_sign_in AS f (username, failures, last_failed_at) VALUES (?, 1, ?)
                        ON CONFLICT (username) DO UPDATE SET
                            failures = f.failures + 1,
                            last_failed_at = excluded.last_failed_at,
                            locked_until = CASE WHEN f.failures + 1 >= ? THEN excluded.last_failed_at
                                + make_interval(secs => least(?, power(2, least(20, f.failures + 1 - ?)))) END
                        RETURNING failures
                        """, row -> row.getInt("failures"), username, now, FREE, LONGEST_WAIT_SECONDS, FREE)
                .orElseThrow();
    }

    /** For a name that is nobody's, which may be a password that was typed into the wrong field. */
    static String stranger(String name) {
        return "?" + new RandomSecret(name).fingerprint();
    }

    /** The right password shows that the address is one of theirs; it does not make strangers' guesses undone. */
    void succeeded(String username, String address) throws SQLException {
        var now = clock.instant();
        database.write("DELETE FROM familiar_address WHERE seen_at < ?", now.minus(FAMILIAR_FOR));
        database.write("""
                INSERT INTO familiar_address (username, address, seen_at) VALUES (?, ?, ?)
                ON CONFLICT (username, address) DO UPDATE SET seen_at = excluded.seen_at
                """, username, address, now);
    }

    void unlock(String username) throws SQLException {
        database.write("DELETE FROM failed_sign_in WHERE username = ?", username);
    }

    /** Which of them are closed to strangers now. */
    Set<String> locked(Collection<String> usernames, Instant now) throws SQLException {
        return new HashSet<>(database.rows(
                "SELECT username FROM failed_sign_in WHERE username = ANY (?) AND locked_until > ?",
                row -> row.getString("username"),
                usernames,
                now));
    }
}
