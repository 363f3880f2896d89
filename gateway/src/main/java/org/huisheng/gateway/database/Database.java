package org.huisheng.gateway.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.huisheng.kit.audit.AuditTrail;
import org.jspecify.annotations.Nullable;

/** The gateway's database, one statement at a time or several in a transaction; what users change is noted with it. */
@ApplicationScoped
public class Database {

    /** Makes something of a row. */
    public interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** What is done in one transaction. */
    public interface Work<T> {
        T in(Transaction transaction) throws SQLException;
    }

    private final DataSource dataSource;
    private final @Nullable AuditTrail trail;

    @Inject
    Database(DataSource dataSource, AuditTrail trail) {
        this.dataSource = dataSource;
        this.trail = trail;
    }

    /** For whoever asks it outside of any request. */
    public Database(DataSource dataSource) {
        this.dataSource = dataSource;
        this.trail = null;
    }

    public <T> List<T> rows(String sql, Row<T> row, @Nullable Object... parameters) throws SQLException {
        try (var connection = dataSource.getConnection()) {
            return new Transaction(connection).rows(sql, row, parameters);
        }
    }

    public <T> Optional<T> first(String sql, Row<T> row, @Nullable Object... parameters) throws SQLException {
        return rows(sql, row, parameters).stream().findFirst();
    }

    /** @return how many rows it changed */
    public int write(String sql, @Nullable Object... parameters) throws SQLException {
        if (trail != null && trail.isAudited()) {
            return together(transaction -> transaction.write(sql, parameters));
        }
        try (var connection = dataSource.getConnection()) {
            return new Transaction(connection).write(sql, parameters);
        }
    }

    /** All of it, or nothing if it fails. */
    public <T> T together(Work<T> work) throws SQLException {
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                var result = work.in(new Transaction(connection));
                if (trail != null) {
                    trail.noteChange(connection);
                }
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException failure) {
                connection.rollback();
                throw failure;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    public static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    public static Set<String> texts(ResultSet row, String column) throws SQLException {
        return Set.of((String[]) row.getArray(column).getArray());
    }

    /** Statements on one connection. */
    public record Transaction(Connection connection) {

        public <T> List<T> rows(String sql, Row<T> row, @Nullable Object... parameters) throws SQLException {
            return Statements.rows(connection, sql, row, parameters);
        }

        public <T> Optional<T> first(String sql, Row<T> row, @Nullable Object... parameters) throws SQLException {
            return rows(sql, row, parameters).stream().findFirst();
        }

        public int write(String sql, @Nullable Object... parameters) throws SQLException {
            return Statements.write(connection, sql, parameters);
        }
    }
}
