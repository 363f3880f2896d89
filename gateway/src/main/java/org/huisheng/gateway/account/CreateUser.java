package org.huisheng.gateway.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.huisheng.kit.audit.AuditTrail;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Makes an account with a password to be changed at the first sign-in. */
@ApplicationScoped
class CreateUser {

    private static final Logger LOG = Logger.getLogger(CreateUser.class);

    /** The password is known here and to nobody afterwards. */
    record Created(Account account, String temporaryPassword) {
        @Override
        public String toString() {
            return "Created[" + account + "]";
        }
    }

    private final Accounts accounts;
    private final AuditTrail trail;
    private final Clock clock;

    CreateUser(Accounts accounts, AuditTrail trail, Clock clock) {
        this.accounts = accounts;
        this.trail = trail;
        this.clock = clock;
    }

    Created create(String username, String name, List<String> roles, @Nullable String department, String by)
            throws SQLException {
        UserRules.check(username, name, roles, department);
        var password = Passwords.temporary();
        var account = Account.made(
                username, name.strip(), Passwords.hash(password), Set.copyOf(roles), department, true, clock.instant());
        trail.makes(username);
        if (!accounts.add(account)) {
            throw new Conflict("username-taken", username);
        }
        LOG.infof("Account %s made by %s", username, by);
        return new Created(account, password);
    }
}
