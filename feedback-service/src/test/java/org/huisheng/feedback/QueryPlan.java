package org.huisheng.feedback;

import java.sql.SQLException;
import java.util.StringJoiner;
import javax.sql.DataSource;

/** How PostgreSQL runs a query. */
public final class QueryPlan {

    private QueryPlan() {}

    /**
     * As if the tables were large, where a planner would not read one whole, nor sort what an index has in order: on the small
     * ones of a test it rightly does, and what it prefers changes with the statistics it happens to have.
     */
    public static String inOrder(DataSource database, String query) throws SQLException {
        return without(database, query, "seqscan", "sort", "bitmapscan");
    }

    /** @param denied what the planner is kept from wherever it can do otherwise */
    public static String without(DataSource database, String query, String... denied) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                for (var way : denied) {
                    statement.execute("SET LOCAL enable_" + way + " = off");
                }
                var lines = new StringJoiner("\n");
                try (var rows = statement.executeQuery("EXPLAIN " + query)) {
                    while (rows.next()) {
                        lines.add(rows.getString(1));
                    }
                }
                return lines.toString();
            } finally {
                connection.rollback();
            }
        }
    }
}
