package org.huisheng.gateway.analyst;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huisheng.gateway.database.Database;
import org.jspecify.annotations.Nullable;

/** The keys of BI tools, and their secrets as digests. */
@ApplicationScoped
class AnalystKeys {

    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final String COLUMNS = """
            k.id, k.name, k.sets, k.department, k.created_at, k.created_by, k.expires_at, k.rotated_at,
            k.revoked_at, k.revoked_by, k.last_used_at
            """;

    /** A key as it was sent. @param secretUntil when the secret ends before the key does, null if it does not */
    record Presented(AnalystKey key, @Nullable Instant secretUntil) {
        boolean admits(Instant now) {
            return key.state(now) == AnalystKey.State.ACTIVE && (secretUntil == null || now.isBefore(secretUntil));
        }
    }

    private final Database database;

    AnalystKeys(Database database) {
        this.database = database;
    }

    /** @return false if a key of this name is in use */
    boolean add(AnalystKey key, Secret secret) throws SQLException {
        return database.write(
                        """
                        WITH made AS (
                            INSERT INTO analyst_key (id, name, sets, department, created_at, created_by, expires_at)
                            VALUES (?, ?, ?::text[], ?, ?, ?, ?::timestamptz)
                            ON CONFLICT (name) WHERE revoked_at IS NULL DO NOTHING
                            RETURNING id, created_at
                        )
                        INSERT INTO analyst_secret (digest, key, created_at) SELECT ?, id, created_at FROM made
                        """,
                        key.id(),
                        key.name(),
                        key.sets(),
                        key.department(),
                        key.createdAt(),
                        key.createdBy(),
                        key.expiresAt(),
                        secret.digest())
                == 1;
    }

    Optional<AnalystKey> find(UUID id) throws SQLException {
        return database.first("SELECT " + COLUMNS + " FROM analyst_key k WHERE k.id = ?", AnalystKeys::key, id);
    }

    Optional<AnalystKey> inUse(String name) throws SQLException {
        return database.first(
                "SELECT " + COLUMNS + " FROM analyst_key k WHERE k.name = ? AND k.revoked_at IS NULL",
                AnalystKeys::key,
                name);
    }

    /** @param id the last one of the page before, null for the first page */
    List<AnalystKey> after(@Nullable UUID id, int limit) throws SQLException {
        return database.rows(
                "SELECT " + COLUMNS + " FROM analyst_key k WHERE k.id > ? ORDER BY k.id LIMIT ?",
                AnalystKeys::key,
                id == null ? BEFORE_ALL : id,
                limit);
    }

    Optional<Presented> presented(Secret secret) throws SQLException {
        return database.first(
                "SELECT " + COLUMNS + """
                , s.valid_until FROM analyst_secret s JOIN analyst_key k ON k.id = s.key WHERE s.digest = ?
                """,
                row -> new Presented(key(row), Database.instantOrNull(row, "valid_until")),
                (Object) secret.digest());
    }

    /**
     * Gives a key another secret; those it had end at {@code until}, or before.
     *
     * @return false if it is revoked or has expired
     */
    boolean rotate(UUID id, Secret secret, Instant now, Duration overlap) throws SQLException {
        return database.together(transaction -> {
            // This locks the key, so that of two rotations at once the later one ends the earlier one's secret.
            var marked = transaction.write("""
                    UPDATE analyst_key SET rotated_at = ?
                    WHERE id = ? AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > ?)
                    """, now, id, now);
            if (marked == 0) {
                return false;
            }
            transaction.write(
                    "UPDATE analyst_secret SET valid_until = least(valid_until, ?) WHERE key = ?",
                    now.plus(overlap),
                    id);
            return transaction.write(
                            "INSERT INTO analyst_secret (digest, key, created_at) VALUES (?, ?, ?)",
                            secret.digest(),
                            id,
                            now)
                    == 1;
        });
    }

    /** Does nothing to a key that is revoked already. */
    void revoke(UUID id, Instant now, String by) throws SQLException {
        database.write(
                "UPDATE analyst_key SET revoked_at = ?, revoked_by = ? WHERE id = ? AND revoked_at IS NULL",
                now,
                by,
                id);
    }

    /** Writes down that a key is used, unless that was done {@code lately}, by whichever gateway. */
    void used(UUID id, Instant now, Duration lately) throws SQLException {
        database.write(
                "UPDATE analyst_key SET last_used_at = ? WHERE id = ? AND (last_used_at IS NULL OR last_used_at <= ?)",
                now,
                id,
                now.minus(lately));
    }

    private static AnalystKey key(ResultSet row) throws SQLException {
        var sets = row.getArray("sets");
        return new AnalystKey(
                row.getObject("id", UUID.class),
                row.getString("name"),
                sets == null ? null : List.of((String[]) sets.getArray()),
                row.getString("department"),
                Database.instant(row, "created_at"),
                row.getString("created_by"),
                Database.instantOrNull(row, "expires_at"),
                Database.instantOrNull(row, "rotated_at"),
                Database.instantOrNull(row, "revoked_at"),
                row.getString("revoked_by"),
                Database.instantOrNull(row, "last_used_at"));
    }
}
