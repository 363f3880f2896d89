package org.huisheng.kit.audit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huisheng.kit.audit.AuditChain.Head;

/** The log's tables; each call is part of the connection's transaction. */
final class AuditRows {

    static final String COLUMNS = """
            id, at, actor, roles, department, action, subject_type, subject_id, request_id, detail, position, hash
            """;

    private AuditRows() {}

    /** Whether the transaction has changed anything so far. Asks only, so that a read-only transaction may be asked too. */
    static boolean hasWritten(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement("SELECT pg_current_xact_id_if_assigned() IS NOT NULL");
                var row = query.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    /** Not linked yet, so that nobody waits for anybody. */
    static void add(Connection connection, AuditEntry entry) throws SQLException {
        try (var insert = connection.prepareStatement("""
                INSERT INTO audit_entry
                    (id, at, actor, roles, department, action, subject_type, subject_id, request_id, detail)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)) {
            insert.setObject(1, entry.id());
            insert.setObject(2, entry.at().atOffset(ZoneOffset.UTC));
            insert.setString(3, entry.actor());
            insert.setString(4, entry.roles());
            insert.setString(5, entry.department());
            insert.setString(6, entry.action());
            insert.setString(7, entry.subjectType());
            insert.setString(8, entry.subjectId());
            insert.setString(9, entry.requestId());
            insert.setString(10, entry.detail());
            insert.executeUpdate();
        }
    }

    /** @return whether this transaction is the one that links, until it ends */
    static boolean lead(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement("SELECT pg_try_advisory_xact_lock(hashtext('audit-linker'))");
                var row = query.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    /** Committed and without a place yet, in the order they were written; a later commit comes later, with a lower number. */
    static List<AuditEntry> waiting(Connection connection, int limit) throws SQLException {
        try (var query = connection.prepareStatement(
                "SELECT " + COLUMNS + " FROM audit_entry WHERE position IS NULL ORDER BY seq LIMIT ?")) {
            query.setInt(1, limit);
            try (var rows = query.executeQuery()) {
                var entries = new ArrayList<AuditEntry>();
                while (rows.next()) {
                    entries.add(entry(rows));
                }
                return entries;
            }
        }
    }

    static void link(Connection connection, List<LinkedEntry> linked) throws SQLException {
        try (var update = connection.prepareStatement("""
                UPDATE audit_entry e SET position = l.position, hash = l.hash
                FROM unnest(?::uuid[], ?::bigint[], ?::bytea[]) AS l (id, position, hash) WHERE e.id = l.id
                """)) {
            update.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid", linked.stream().map(one -> one.entry().id()).toArray()));
            update.setArray(
                    2,
                    connection.createArrayOf(
                            "bigint", linked.stream().map(LinkedEntry::position).toArray()));
            update.setArray(
                    3,
                    connection.createArrayOf(
                            "bytea", linked.stream().map(LinkedEntry::hash).toArray(byte[][]::new)));
            update.executeUpdate();
        }
    }

    static Optional<Head> head(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement("SELECT position, hash FROM audit_head");
                var row = query.executeQuery()) {
            return row.next() ? Optional.of(new Head(row.getLong("position"), row.getBytes("hash"))) : Optional.empty();
        }
    }

    static void moveHead(Connection connection, Head head) throws SQLException {
        try (var upsert = connection.prepareStatement("""
                INSERT INTO audit_head (position, hash) VALUES (?, ?)
                ON CONFLICT (only_one) DO UPDATE SET position = excluded.position, hash = excluded.hash
                """)) {
            upsert.setLong(1, head.position());
            upsert.setBytes(2, head.hash());
            upsert.executeUpdate();
        }
    }

    /** Linked entries in the order of the chain. */
    static List<LinkedEntry> linked(Connection connection, long after, int limit) throws SQLException {
        try (var query = connection.prepareStatement(
                "SELECT " + COLUMNS + " FROM audit_entry WHERE position > ? ORDER BY position LIMIT ?")) {
            query.setLong(1, after);
            query.setInt(2, limit);
            try (var rows = query.executeQuery()) {
                var entries = new ArrayList<LinkedEntry>();
                while (rows.next()) {
                    entries.add(new LinkedEntry(rows.getLong("position"), entry(rows), rows.getBytes("hash")));
                }
                return entries;
            }
        }
    }

    static long countWaiting(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement("SELECT count(*) FROM audit_entry WHERE position IS NULL");
                var row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    static AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getObject("id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("roles"),
                row.getString("department"),
                row.getString("action"),
                row.getString("subject_type"),
                row.getString("subject_id"),
                row.getString("request_id"),
                row.getString("detail"));
    }
}
