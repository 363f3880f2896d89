package org.huisheng.gateway.session;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.huisheng.gateway.account.Account;
import org.huisheng.gateway.account.Accounts;
import org.huisheng.gateway.account.SignInLog;
import org.huisheng.gateway.account.SignInLog.Way;
import org.huisheng.gateway.database.Database;
import org.huisheng.gateway.database.Database.Transaction;
import org.huisheng.gateway.identity.RandomSecret;
import org.huisheng.gateway.session.SignOutFromElsewhere.Ended;
import org.jspecify.annotations.Nullable;

/** The sessions of all gateways, by the digests of their secrets. */
@ApplicationScoped
class Sessions {

    private static final int ENDED_AT_A_TIME = 100;

    private final Database database;
    private final SessionConfig config;
    private final SignInLog log;

    Sessions(Database database, SessionConfig config, SignInLog log) {
        this.log = log;
        this.database = database;
        this.config = config;
    }

    /** @param voucher of whoever vouched for them, null after a password */
    Session begin(RandomSecret secret, Account account, Way way, @Nullable Voucher voucher, Instant now)
            throws SQLException {
        var expiresAt = now.plus(config.life());
        database.together(transaction -> {
            log.signedIn(transaction, account, way);
            return transaction.write(
                    """
                    INSERT INTO session (digest, username, generation, created_at, last_used_at, expires_at,
                        id_token, provider_session)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                    secret.digest(),
                    account.username(),
                    account.generation(),
                    now,
                    now,
                    expiresAt,
                    voucher == null ? null : voucher.idToken(),
                    voucher == null ? null : voucher.session());
        });
        forgetEnded(now);
        return of(account, now, expiresAt);
    }

    /** The session that goes on after its account got another generation. */
    void carryOver(RandomSecret secret, Account account) throws SQLException {
        database.write(
                "UPDATE session SET generation = ? WHERE digest = ? AND username = ?",
                account.generation(),
                secret.digest(),
                account.username());
    }

    Optional<Session> find(RandomSecret secret, Instant now) throws SQLException {
        return database.first("""
                SELECT username, name, roles, department, must_change_password, issuer IS NOT NULL AS "foreign",
                       last_used_at, expires_at
                FROM session JOIN account USING (username)
                WHERE digest = ? AND session.generation = account.generation AND NOT disabled
                  AND expires_at > ? AND last_used_at > ?
                """, Sessions::session, secret.digest(), now, now.minus(config.idle()));
    }

    /** Writes down that it is used, unless that was done {@code lately}, by whichever gateway. */
    void used(RandomSecret secret, Instant now, Duration lately) throws SQLException {
        database.write(
                "UPDATE session SET last_used_at = ? WHERE digest = ? AND last_used_at <= ?",
                now,
                secret.digest(),
                now.minus(lately));
    }

    void end(RandomSecret secret) throws SQLException {
        database.together(transaction -> end(transaction, secret));
    }

    private static int end(Transaction transaction, RandomSecret secret) throws SQLException {
        return transaction.write("DELETE FROM session WHERE digest = ?", secret.digest());
    }

    /** With what whoever vouched for its owner said; empty after a password. */
    Optional<String> idToken(RandomSecret secret) throws SQLException {
        return database.first(
                "SELECT id_token FROM session WHERE digest = ? AND id_token IS NOT NULL",
                row -> row.getString("id_token"),
                secret.digest());
    }

    /** As its owner wishes. */
    void signOut(RandomSecret secret, Session session) throws SQLException {
        database.together(transaction -> {
            if (end(transaction, secret) > 0) {
                log.signedOut(transaction, session.username(), session.roles(), session.department(), Way.SESSION);
            }
            return session;
        });
    }

    /** All of its owner's, as they wish; refresh tokens end too. */
    void signOutEverywhere(Session session) throws SQLException {
        database.together(transaction -> {
            Accounts.endAll(transaction, session.username());
            log.signedOut(transaction, session.username(), session.roles(), session.department(), Way.EVERYWHERE);
            return session;
        });
    }

    private record Owner(
            String username, Set<String> roles, @Nullable String department) {}

    /** @return whose they were */
    Set<String> endedElsewhere(Ended there) throws SQLException {
        return database.together(transaction -> {
            var owners = Set.copyOf(transaction.rows(
                    """
                    DELETE FROM session USING account
                    WHERE session.username = account.username AND issuer = ? AND session.created_at <= ?
                      AND (?::text IS NULL OR subject = ?) AND (?::text IS NULL OR provider_session = ?)
                    RETURNING account.username, roles, department
                    """,
                    row -> new Owner(
                            row.getString("username"), Database.texts(row, "roles"), row.getString("department")),
                    there.issuer(),
                    there.at(),
                    there.subject(),
                    there.subject(),
                    there.session(),
                    there.session()));
            for (var owner : owners) {
                log.signedOut(transaction, owner.username(), owner.roles(), owner.department(), Way.PROVIDER);
            }
            return owners.stream().map(Owner::username).collect(Collectors.toUnmodifiableSet());
        });
    }

    private void forgetEnded(Instant now) throws SQLException {
        database.write("""
                DELETE FROM session WHERE digest IN (
                    SELECT digest FROM session WHERE expires_at < ? ORDER BY expires_at LIMIT ?)
                """, now, ENDED_AT_A_TIME);
    }

    private static Session of(Account account, Instant now, Instant expiresAt) {
        return new Session(
                account.username(),
                account.name(),
                account.roles(),
                account.department(),
                account.mustChangePassword(),
                account.foreign(),
                now,
                expiresAt);
    }

    private static Session session(ResultSet row) throws SQLException {
        return new Session(
                row.getString("username"),
                row.getString("name"),
                Database.texts(row, "roles"),
                row.getString("department"),
                row.getBoolean("must_change_password"),
                row.getBoolean("foreign"),
                Database.instant(row, "last_used_at"),
                Database.instant(row, "expires_at"));
    }
}
