package org.huisheng.gateway.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.huisheng.gateway.database.Database;
import org.huisheng.gateway.database.Database.Transaction;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.huisheng.kit.problem.DomainException.NotAllowed;
import org.jspecify.annotations.Nullable;

/**
 * Accounts of those whom an OIDC provider vouches for. Each time they are what it says of them, but for the username, which
 * stays the one they had first: it stands under what they did.
 */
@ApplicationScoped
public class ForeignAccounts {

    /** Nobody's: no hash begins so. */
    private static final String NO_PASSWORD = "!";

    private static final int LONGEST_NAME = 100;

    private final Database database;
    private final Accounts accounts;
    private final Clock clock;

    ForeignAccounts(Database database, Accounts accounts, Clock clock) {
        this.database = database;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** @param subject what the issuer knows them by @param roles of which only ours count */
    public record Person(
            String issuer,
            String subject,
            String username,
            @Nullable String name,
            Set<String> roles,
            @Nullable String department) {

        Set<String> ourRoles() {
            var ours = new HashSet<>(roles);
            ours.retainAll(UserRules.ROLES);
            return ours;
        }

        String usernameHere() {
            return username.strip().toLowerCase(Locale.ROOT);
        }

        String nameHere() {
            var said = name == null || name.isBlank() ? username.strip() : name.strip();
            return said.substring(0, Math.min(said.length(), LONGEST_NAME));
        }
    }

    /**
     * @return their account, made if this is the first time
     * @throws NotAllowed if they are nobody here, or their account was closed
     * @throws Conflict if somebody else has their username
     */
    public Account of(Person person) throws SQLException {
        var known = find(person);
        // The usual case, several times a minute, writes nothing.
        if (known.isEmpty() || differs(known.get(), person)) {
            if (known.isPresent() && person.ourRoles().isEmpty()) {
                accounts.endAll(known.get().username());
            }
            UserRules.checkForeign(person.usernameHere(), person.ourRoles(), person.department());
            known = Optional.of(database.together(transaction -> store(transaction, person)));
        }
        if (known.get().disabled()) {
            throw new NotAllowed("account-disabled");
        }
        return known.get();
    }

    private Optional<Account> find(Person person) throws SQLException {
        return database.first(
                Accounts.SELECT + "WHERE issuer = ? AND subject = ?",
                Accounts::account,
                person.issuer(),
                person.subject());
    }

    private static boolean differs(Account account, Person person) {
        return !account.roles().equals(person.ourRoles())
                || !account.name().equals(person.nameHere())
                || !Objects.equals(account.department(), person.department());
    }

    private Account store(Transaction transaction, Person person) throws SQLException {
        var updated = transaction.write(
                "UPDATE account SET name = ?, roles = ?, department = ? WHERE issuer = ? AND subject = ?",
                person.nameHere(),
                person.ourRoles(),
                person.department(),
                person.issuer(),
                person.subject());
        if (updated == 0) {
            add(transaction, person);
        }
        return transaction
                .first(
                        Accounts.SELECT + "WHERE issuer = ? AND subject = ?",
                        Accounts::account,
                        person.issuer(),
                        person.subject())
                .orElseThrow(() -> new Conflict("username-taken", person.usernameHere()));
    }

    /** Nothing, if another gateway has just done so, or somebody else has the username. */
    private void add(Transaction transaction, Person person) throws SQLException {
        transaction.write(
                """
                INSERT INTO account (username, name, password_hash, roles, department, created_at, issuer, subject)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                """,
                person.usernameHere(),
                person.nameHere(),
                NO_PASSWORD,
                person.ourRoles(),
                person.department(),
                clock.instant(),
                person.issuer(),
                person.subject());
    }
}
