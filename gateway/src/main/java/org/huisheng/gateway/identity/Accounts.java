package org.huisheng.gateway.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/** The accounts of the embedded issuer. */
@ApplicationScoped
class Accounts {

    private final DataSource dataSource;

    Accounts(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    Optional<Account> find(String username) throws SQLException {
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement(
                        "SELECT password_hash, roles, department FROM account WHERE username = ?")) {
            query.setString(1, username);
            try (var row = query.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                var roles = (String[]) row.getArray("roles").getArray();
                return Optional.of(new Account(
                        username, row.getString("password_hash"), Set.of(roles), row.getString("department")));
            }
        }
    }

    /** @return false if the username was taken */
    boolean add(Account account) throws SQLException {
        try (var connection = dataSource.getConnection();
                var insert = connection.prepareStatement("""
                        INSERT INTO account (username, password_hash, roles, department) VALUES (?, ?, ?, ?)
                        ON CONFLICT (username) DO NOTHING
                        """)) {
            insert.setString(1, account.username());
            insert.setString(2, account.passwordHash());
            insert.setArray(3, connection.createArrayOf("text", account.roles().toArray()));
            insert.setString(4, account.department());
            return insert.executeUpdate() == 1;
        }
    }
}
