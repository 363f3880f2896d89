package org.huisheng.kpi.sql;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Runs statements on the connection of the present transaction, or each on its own where there is none. */
@ApplicationScoped
public class Database {

    private static final int ROWS_AT_ONCE = 1000;

    private final DataSource dataSource;

    Database(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Reads one row; called with the cursor on it. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /**
     * A parameter that is an SQL array.
     *
     * @param type name of the element type in PostgreSQL
     */
    public record SqlArray(String type, List<? extends @Nullable Object> elements) {}

    public <T> List<T> read(String sql, RowReader<T> reader, @Nullable Object... parameters) {
        try (var connection = dataSource.getConnection();
                var statement = prepare(connection, sql, parameters);
                var rows = statement.executeQuery()) {
            var result = new ArrayList<T>();
            while (rows.next()) {
                result.add(reader.read(rows));
            }
            return result;
        } catch (SQLException failure) {
            throw new DatabaseFailure(failure);
        }
    }

    /** Takes one row; called with the cursor on it. */
    @FunctionalInterface
    public interface RowTaker {
        void take(ResultSet row) throws SQLException;
    }

    /** Hands over row by row, within a transaction, of which the driver keeps a few only. */
    public void each(String sql, RowTaker taker, @Nullable Object... parameters) {
        try (var connection = dataSource.getConnection();
                var statement = prepare(connection, sql, parameters)) {
            statement.setFetchSize(ROWS_AT_ONCE);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    taker.take(rows);
                }
            }
        } catch (SQLException failure) {
            throw new DatabaseFailure(failure);
        }
    }

    /** @return how many rows were written */
    public int write(String sql, @Nullable Object... parameters) {
        try (var connection = dataSource.getConnection();
                var statement = prepare(connection, sql, parameters)) {
            statement.execute();
            return Math.max(0, statement.getUpdateCount());
        } catch (SQLException failure) {
            throw new DatabaseFailure(failure);
        }
    }

    /** Lets all reads of {@code work} see the same moment, so that what they return re-adds. */
    public <T> T snapshot(Supplier<T> work) {
        return QuarkusTransaction.requiringNew().call(() -> {
            write("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
            return work.get();
        });
    }

    /** The same, and no statement of it may take longer than {@code limit}. */
    public <T> T snapshot(Duration limit, Supplier<T> work) {
        return snapshot(() -> {
            read("SELECT set_config('statement_timeout', ?, true)", row -> true, String.valueOf(limit.toMillis()));
            return work.get();
        });
    }

    private static PreparedStatement prepare(Connection connection, String sql, @Nullable Object... parameters)
            throws SQLException {
        var statement = connection.prepareStatement(sql);
        try {
            for (var i = 0; i < parameters.length; i++) {
                if (parameters[i] instanceof SqlArray(var type, var elements)) {
                    statement.setArray(i + 1, connection.createArrayOf(type, elements.toArray()));
                } else {
                    statement.setObject(i + 1, parameters[i]);
                }
            }
            return statement;
        } catch (SQLException | RuntimeException failure) {
            statement.close();
            throw failure;
        }
    }
}
