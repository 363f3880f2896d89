package org.huisheng.gateway.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import org.huisheng.gateway.identity.GuessLimit;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.jboss.logging.Logger;

/** Helps somebody who has forgotten their password, or is kept from trying. */
@ApplicationScoped
class ResetPassword {

    private static final Logger LOG = Logger.getLogger(ResetPassword.class);

    private final Accounts accounts;
    private final SignInLocks locks;
    private final GuessLimit guessLimit;

    ResetPassword(Accounts accounts, SignInLocks locks, GuessLimit guessLimit) {
        this.accounts = accounts;
        this.locks = locks;
        this.guessLimit = guessLimit;
    }

    /** @return the password to tell them, which they have to change; all their sessions end */
    String reset(String username, String by) throws SQLException {
        var account = accounts.require(username);
        if (account.foreign()) {
            throw new Conflict("account-of-provider", username);
        }
        var password = Passwords.temporary();
        if (!accounts.setPassword(account, Passwords.hash(password), true)) {
            throw new Conflict("lost-update");
        }
        letTry(username);
        LOG.infof("Password of %s reset by %s", username, by);
        return password;
    }

    void unlock(String username, String by) throws SQLException {
        accounts.require(username);
        letTry(username);
        LOG.infof("Account %s unlocked by %s", username, by);
    }

    private void letTry(String username) throws SQLException {
        locks.unlock(username);
        guessLimit.forget(username);
    }
}
