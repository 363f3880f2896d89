package org.huisheng.gateway.token;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.huisheng.gateway.account.Account;
import org.huisheng.gateway.account.SignInLog;
import org.huisheng.gateway.account.SignInLog.Way;
import org.huisheng.gateway.database.Database;
import org.huisheng.gateway.database.Database.Transaction;
import org.huisheng.gateway.identity.RandomSecret;
import org.huisheng.kit.platform.Uuid7;
import org.jboss.logging.Logger;

/**
 * Tokens of which each is good once. One that is shown twice has two owners, and nobody can tell which is the thief: its
 * whole family ends, and the right one has to give the password again.
 */
@ApplicationScoped
class RefreshTokens {

    private static final Logger LOG = Logger.getLogger(RefreshTokens.class);
    private static final String PREFIX = "hsrt_";
    private static final int ENDED_AT_A_TIME = 100;

    /** The next token, and whose it is. */
    record Rotated(RandomSecret next, String username) {}

    private record Family(UUID id, String username, Instant expiresAt) {}

    private final Database database;
    private final TokenConfig config;
    private final Clock clock;
    private final SignInLog log;

    RefreshTokens(Database database, TokenConfig config, Clock clock, SignInLog log) {
        this.log = log;
        this.database = database;
        this.config = config;
        this.clock = clock;
    }

    /** The first of a family. */
    RandomSecret begin(Account account) throws SQLException {
        var now = clock.instant();
        var family = new Family(Uuid7.at(now), account.username(), now.plus(config.life()));
        return database.together(transaction -> {
            transaction.write("""
                    DELETE FROM refresh_family WHERE id IN (
                        SELECT id FROM refresh_family WHERE expires_at < ? ORDER BY expires_at LIMIT ?)
                    """, now, ENDED_AT_A_TIME);
            transaction.write("""
                    INSERT INTO refresh_family (id, username, generation, created_at, expires_at)
                    VALUES (?, ?, ?, ?, ?)
                    """, family.id(), account.username(), account.generation(), now, family.expiresAt());
            log.signedIn(transaction, account, Way.TOKEN);
            return add(transaction, family, now);
        });
    }

    /** @return empty if the token is none, was used, or has ended */
    Optional<Rotated> rotate(RandomSecret shown) throws SQLException {
        var now = clock.instant();
        return database.together(transaction -> {
            if (transaction.write("UPDATE refresh_token SET used = true WHERE digest = ? AND NOT used", shown.digest())
                    == 0) {
                endFamilyOf(transaction, shown);
                return refused(transaction, shown);
            }
            var family = good(transaction, shown, now);
            return family.isEmpty()
                    ? refused(transaction, shown)
                    : Optional.of(new Rotated(
                            add(transaction, family.get(), now), family.get().username()));
        });
    }

    private Optional<Rotated> refused(Transaction transaction, RandomSecret shown) throws SQLException {
        var owner = transaction.first(
                "SELECT f.username FROM refresh_token t JOIN refresh_family f ON f.id = t.family WHERE t.digest = ?",
                row -> row.getString("username"),
                shown.digest());
        log.refreshRefused(transaction, owner.orElse(null));
        return Optional.empty();
    }

    private static Optional<Family> good(Transaction transaction, RandomSecret shown, Instant now) throws SQLException {
        return transaction.first(
                """
                SELECT f.id, f.username, f.expires_at
                FROM refresh_token t JOIN refresh_family f ON f.id = t.family JOIN account a USING (username)
                WHERE t.digest = ? AND t.expires_at > ? AND f.expires_at > ? AND NOT f.ended
                  AND f.generation = a.generation AND NOT a.disabled
                """,
                row -> new Family(
                        row.getObject("id", UUID.class),
                        row.getString("username"),
                        Database.instant(row, "expires_at")),
                shown.digest(),
                now,
                now);
    }

    private RandomSecret add(Transaction transaction, Family family, Instant now) throws SQLException {
        var secret = RandomSecret.make(PREFIX);
        var unused = now.plus(config.idle());
        transaction.write(
                "INSERT INTO refresh_token (digest, family, expires_at) VALUES (?, ?, ?)",
                secret.digest(),
                family.id(),
                unused.isBefore(family.expiresAt()) ? unused : family.expiresAt());
        return secret;
    }

    private static void endFamilyOf(Transaction transaction, RandomSecret shown) throws SQLException {
        var ended = transaction.write("""
                UPDATE refresh_family SET ended = true
                WHERE NOT ended AND id = (SELECT family FROM refresh_token WHERE digest = ?)
                """, shown.digest());
        if (ended > 0) {
            LOG.warn("A refresh token was shown twice; its family has ended");
        }
    }
}
