package org.huisheng.gateway.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.huisheng.gateway.database.Database;
import org.huisheng.gateway.database.Database.Transaction;
import org.huisheng.kit.problem.DomainException.NotFound;
import org.jspecify.annotations.Nullable;

/** The accounts of the embedded issuer. */
@ApplicationScoped
public class Accounts {

    static final String SELECT = """
            SELECT username, name, password_hash, roles, department, must_change_password, disabled,
                   issuer IS NOT NULL AS "foreign", generation, last_signed_in_at, created_at
            FROM account
            """;

    private final Database database;

    Accounts(Database database) {
        this.database = database;
    }

    public Optional<Account> find(String username) throws SQLException {
        return database.first(SELECT + "WHERE username = ?", Accounts::account, username);
    }

    public Account require(String username) throws SQLException {
        return find(username).orElseThrow(() -> new NotFound("user", username));
    }

    /** @param username the last one of the page before, null for the first page */
    List<Account> after(@Nullable String username, int limit) throws SQLException {
        return database.rows(
                SELECT + "WHERE username > ? ORDER BY username LIMIT ?",
                Accounts::account,
                username == null ? "" : username,
                limit);
    }

    /** Those who may be sent to visit; the index has just them. */
    List<Account> surveyorsAfter(@Nullable String username, int limit) throws SQLException {
        return database.rows(
                SELECT + "WHERE 'SURVEYOR' = ANY (roles) AND NOT disabled AND username > ? ORDER BY username LIMIT ?",
                Accounts::account,
                username == null ? "" : username,
                limit);
    }

    /** @return false if the username was taken */
    boolean add(Account account) throws SQLException {
        return database.write(
                        """
                        INSERT INTO account (username, name, password_hash, roles, department, must_change_password, created_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (username) DO NOTHING
                        """,
                        account.username(),
                        account.name(),
                        account.passwordHash(),
                        account.roles(),
                        account.department(),
                        account.mustChangePassword(),
                        account.createdAt())
                == 1;
    }

    /** Locked until the transaction ends, and with it whoever else could be the last administrator. */
    static Optional<Account> lock(Transaction transaction, String username) throws SQLException {
        transaction.rows("SELECT 1 FROM account WHERE 'ADMIN' = ANY (roles) ORDER BY username FOR UPDATE", _ -> 1);
        return transaction.first(SELECT + "WHERE username = ? FOR UPDATE", Accounts::account, username);
    }

    static boolean hasAnotherAdministrator(Transaction transaction, String username) throws SQLException {
        return transaction
                .first(
                        "SELECT 1 FROM account WHERE 'ADMIN' = ANY (roles) AND NOT disabled AND username <> ? LIMIT 1",
                        _ -> 1,
                        username)
                .isPresent();
    }

    /** Another generation if it is disabled: what it was given out ends. */
    static void update(Transaction transaction, Account account) throws SQLException {
        transaction.write(
                """
                UPDATE account SET name = ?, roles = ?, department = ?, disabled = ?,
                                   generation = generation + CASE WHEN ? THEN 1 ELSE 0 END
                WHERE username = ?
                """,
                account.name(),
                account.roles(),
                account.department(),
                account.disabled(),
                account.disabled(),
                account.username());
    }

    /**
     * Sets another password, and ends what was given out for the last one.
     *
     * @return false if meanwhile somebody else has set one
     */
    boolean setPassword(Account account, String hash, boolean mustChange) throws SQLException {
        return database.write("""
                        UPDATE account SET password_hash = ?, must_change_password = ?, generation = generation + 1
                        WHERE username = ? AND password_hash = ?
                        """, hash, mustChange, account.username(), account.passwordHash()) == 1;
    }

    /** Ends all sessions and refresh tokens. */
    public void endAll(String username) throws SQLException {
        database.together(transaction -> endAll(transaction, username));
    }

    public static int endAll(Transaction transaction, String username) throws SQLException {
        return transaction.write("UPDATE account SET generation = generation + 1 WHERE username = ?", username);
    }

    static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getString("username"),
                row.getString("name"),
                row.getString("password_hash"),
                Database.texts(row, "roles"),
                row.getString("department"),
                row.getBoolean("must_change_password"),
                row.getBoolean("disabled"),
                row.getBoolean("foreign"),
                row.getInt("generation"),
                Database.instantOrNull(row, "last_signed_in_at"),
                Database.instant(row, "created_at"));
    }
}
