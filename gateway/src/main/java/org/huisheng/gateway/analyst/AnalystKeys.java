package org.huisheng.gateway.analyst;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
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

    private final DataSource dataSource;

    AnalystKeys(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** @return false if a key of this name is in use */
    boolean add(AnalystKey key, Secret secret) throws SQLException {
        try (var connection = dataSource.getConnection();
                var insert = connection.prepareStatement("""
                        WITH made AS (
                            INSERT INTO analyst_key (id, name, sets, department, created_at, created_by, expires_at)
                            VALUES (?, ?, ?, ?, ?, ?, ?)
                            ON CONFLICT (name) WHERE revoked_at IS NULL DO NOTHING
                            RETURNING id, created_at
                        )
                        INSERT INTO analyst_secret (digest, key, created_at) SELECT ?, id, created_at FROM made
                        """)) {
            var sets = key.sets();
            insert.setObject(1, key.id());
            insert.setString(2, key.name());
            insert.setArray(3, sets == null ? null : connection.createArrayOf("text", sets.toArray()));
            insert.setString(4, key.department());
            set(insert, 5, key.createdAt());
            insert.setString(6, key.createdBy());
            set(insert, 7, key.expiresAt());
            insert.setBytes(8, secret.digest());
            return insert.executeUpdate() == 1;
        }
    }

    Optional<AnalystKey> find(UUID id) throws SQLException {
        return read("SELECT " + COLUMNS + " FROM analyst_key k WHERE k.id = ?", id).stream()
                .findFirst();
    }

    Optional<AnalystKey> inUse(String name) throws SQLException {
        return read("SELECT " + COLUMNS + " FROM analyst_key k WHERE k.name = ? AND k.revoked_at IS NULL", name)
                .stream()
                .findFirst();
    }

    /** @param id the last one of the page before, null for the first page */
    List<AnalystKey> after(@Nullable UUID id, int limit) throws SQLException {
        return read(
                "SELECT " + COLUMNS + " FROM analyst_key k WHERE k.id > ? ORDER BY k.id LIMIT ?",
                id == null ? BEFORE_ALL : id,
                limit);
    }

    Optional<Presented> presented(Secret secret) throws SQLException {
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement("SELECT " + COLUMNS + """
                        , s.valid_until FROM analyst_secret s JOIN analyst_key k ON k.id = s.key WHERE s.digest = ?
                        """)) {
            query.setBytes(1, secret.digest());
            try (var row = query.executeQuery()) {
                return row.next()
                        ? Optional.of(new Presented(key(row), instant(row, "valid_until")))
                        : Optional.empty();
            }
        }
    }

    /**
     * Gives a key another secret; those it had end at {@code until}, or before.
     *
     * @return false if it is revoked or has expired
     */
    boolean rotate(UUID id, Secret secret, Instant now, Duration overlap) throws SQLException {
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                var rotated = rotate(connection, id, secret, now, overlap);
                connection.commit();
                return rotated;
            } catch (SQLException failure) {
                connection.rollback();
                throw failure;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    /** The first statement locks the key, so that of two rotations at once the later one ends the earlier one's secret. */
    private static boolean rotate(Connection connection, UUID id, Secret secret, Instant now, Duration overlap)
            throws SQLException {
        try (var mark = connection.prepareStatement("""
                        UPDATE analyst_key SET rotated_at = ?
                        WHERE id = ? AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > ?)
                        """);
                var end = connection.prepareStatement(
                        "UPDATE analyst_secret SET valid_until = least(valid_until, ?) WHERE key = ?");
                var insert = connection.prepareStatement(
                        "INSERT INTO analyst_secret (digest, key, created_at) VALUES (?, ?, ?)")) {
            set(mark, 1, now);
            mark.setObject(2, id);
            set(mark, 3, now);
            if (mark.executeUpdate() == 0) {
                return false;
            }
            set(end, 1, now.plus(overlap));
            end.setObject(2, id);
            end.executeUpdate();
            insert.setBytes(1, secret.digest());
            insert.setObject(2, id);
            set(insert, 3, now);
            return insert.executeUpdate() == 1;
        }
    }

    /** Does nothing to a key that is revoked already. */
    void revoke(UUID id, Instant now, String by) throws SQLException {
        write("UPDATE analyst_key SET revoked_at = ?, revoked_by = ? WHERE id = ? AND revoked_at IS NULL", now, by, id);
    }

    /** Writes down that a key is used, unless that was done {@code lately}, by whichever gateway. */
    void used(UUID id, Instant now, Duration lately) throws SQLException {
        write(
                "UPDATE analyst_key SET last_used_at = ? WHERE id = ? AND (last_used_at IS NULL OR last_used_at <= ?)",
                now,
                id,
                now.minus(lately));
    }

    private List<AnalystKey> read(String sql, Object... parameters) throws SQLException {
        try (var connection = dataSource.getConnection();
                var query = prepare(connection, sql, parameters);
                var rows = query.executeQuery()) {
            var keys = new ArrayList<AnalystKey>();
            while (rows.next()) {
                keys.add(key(rows));
            }
            return keys;
        }
    }

    private void write(String sql, Object... parameters) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = prepare(connection, sql, parameters)) {
            statement.executeUpdate();
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... parameters)
            throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (var i = 0; i < parameters.length; i++) {
            if (parameters[i] instanceof Instant instant) {
                set(statement, i + 1, instant);
            } else {
                statement.setObject(i + 1, parameters[i]);
            }
        }
        return statement;
    }

    private static void set(PreparedStatement statement, int index, @Nullable Instant instant) throws SQLException {
        statement.setObject(index, instant == null ? null : instant.atOffset(ZoneOffset.UTC));
    }

    private static AnalystKey key(ResultSet row) throws SQLException {
        var sets = row.getArray("sets");
        return new AnalystKey(
                row.getObject("id", UUID.class),
                row.getString("name"),
                sets == null ? null : List.of((String[]) sets.getArray()),
                row.getString("department"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getString("created_by"),
                instant(row, "expires_at"),
                instant(row, "rotated_at"),
                instant(row, "revoked_at"),
                row.getString("revoked_by"),
                instant(row, "last_used_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
