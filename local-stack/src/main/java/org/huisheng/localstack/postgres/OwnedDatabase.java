package org.huisheng.localstack.postgres;

import java.sql.SQLException;
import java.sql.Statement;
import org.huisheng.localstack.process.StartFailed;

/** A database and the one role that owns it and can do nothing elsewhere. */
public record OwnedDatabase(String name, Login owner) {

    /** May be repeated; also sets the password again. */
    public void createOn(PostgresServer server) {
        try (var connection = server.connect("postgres");
                var statement = connection.createStatement()) {
            var verb = exists(statement, "select 1 from pg_roles where rolname = ") ? "alter" : "create";
            statement.execute("%s role %s login nosuperuser nocreatedb nocreaterole password %s"
                    .formatted(verb, quotedOwner(statement), statement.enquoteLiteral(owner.password())));
            if (!exists(statement, "select 1 from pg_database where datname = ")) {
                statement.execute(
                        "create database %s owner %s".formatted(quotedName(statement), quotedOwner(statement)));
            }
            statement.execute("revoke all on database %s from public".formatted(quotedName(statement)));
        } catch (SQLException e) {
            throw new StartFailed("Could not create the database " + name + ": " + e.getMessage());
        }
    }

    private String quotedName(Statement statement) throws SQLException {
        return statement.enquoteIdentifier(name, true);
    }

    private String quotedOwner(Statement statement) throws SQLException {
        return statement.enquoteIdentifier(owner.user(), true);
    }

    // Role and database bear the same name.
    private boolean exists(Statement statement, String query) throws SQLException {
        try (var rows = statement.executeQuery(query + statement.enquoteLiteral(name))) {
            return rows.next();
        }
    }
}
