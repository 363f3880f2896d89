package org.huisheng.gateway.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huisheng.gateway.database.Database;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.huisheng.kit.problem.DomainException.NotFound;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Changes who somebody is here: name, roles, department, or whether they may sign in at all. */
@ApplicationScoped
class ChangeUser {

    private static final Logger LOG = Logger.getLogger(ChangeUser.class);

    /** Null leaves a field as it is. @param department empty for none */
    record Change(
            @Nullable String name,
            @Nullable List<String> roles,
            @Nullable Optional<String> department,
            @Nullable Boolean disabled) {

        boolean saysOnlyWhetherItIsOpen() {
            return name == null && roles == null && department == null;
        }

        Account of(Account before) {
            return new Account(
                    before.username(),
                    name == null ? before.name() : name.strip(),
                    before.passwordHash(),
                    roles == null ? before.roles() : Set.copyOf(roles),
                    department == null ? before.department() : department.orElse(null),
                    before.mustChangePassword(),
                    disabled == null ? before.disabled() : disabled,
                    before.foreign(),
                    before.generation(),
                    before.lastSignedInAt(),
                    before.createdAt());
        }
    }

    private final Database database;

    ChangeUser(Database database) {
        this.database = database;
    }

    Account change(String username, Change change, String by) throws SQLException {
        var changed = database.together(transaction -> {
            var before = Accounts.lock(transaction, username).orElseThrow(() -> new NotFound("user", username));
            var after = change.of(before);
            if (!before.foreign()) {
                UserRules.check(username, after.name(), after.roles(), after.department());
            } else if (!change.saysOnlyWhetherItIsOpen()) {
                // Their provider would say otherwise at the next sign-in.
                throw new Conflict("account-of-provider", username);
            }
            if (isAdministrator(before)
                    && !isAdministrator(after)
                    && !Accounts.hasAnotherAdministrator(transaction, username)) {
                throw new Conflict("last-administrator");
            }
            Accounts.update(transaction, after);
            return after;
        });
        LOG.infof("Account %s changed by %s", username, by);
        return changed;
    }

    private static boolean isAdministrator(Account account) {
        return account.roles().contains("ADMIN") && !account.disabled();
    }
}
