package org.huisheng.gateway.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import org.huisheng.gateway.identity.GuessLimit;
import org.huisheng.kit.problem.DomainException.NotAuthenticated;
import org.huisheng.kit.problem.DomainException.TooMany;

/** Finds out whether somebody knows their password, and makes finding it out by trying slow. */
@ApplicationScoped
public class CheckPassword {

    private static final int LONGEST_USERNAME = 64;

    private final Accounts accounts;
    private final GuessLimit guessLimit;
    private final SignInLocks locks;

    CheckPassword(Accounts accounts, GuessLimit guessLimit, SignInLocks locks) {
        this.accounts = accounts;
        this.guessLimit = guessLimit;
        this.locks = locks;
    }

    /**
     * @return whose account it is
     * @throws NotAuthenticated if it is none's, or closed
     * @throws TooMany if the caller has to wait
     */
    public Account of(String username, String password, String address) throws SQLException {
        return check(normalized(username), password, address);
    }

    Account check(String name, String password, String address) throws SQLException {
        guessLimit.check(name, address);
        var known = accounts.find(name);
        var key = known.map(Account::username).orElseGet(() -> SignInLocks.stranger(name));
        locks.check(key, address);
        var account = known.filter(found -> !found.disabled() && !found.foreign());
        if (!matches(name, password, address, account)) {
            locks.failed(key, known.orElse(null));
            throw new NotAuthenticated("bad-credentials", "Bearer realm=\"huisheng\"");
        }
        locks.succeeded(name, address);
        return account.orElseThrow();
    }

    /** The limit is looked at again for each of many attempts at once, since they pass here one after the other. */
    private boolean matches(String name, String password, String address, Optional<Account> account) {
        return Passwords.oneOfAFew(() -> {
            guessLimit.check(name, address);
            var right = Passwords.matches(password, account);
            if (right) {
                guessLimit.succeeded(name, address);
            } else {
                guessLimit.failed(name, address);
            }
            return right;
        });
    }

    /** No longer than any username may be, so that nobody fills the memory of the guess limit with novels. */
    private static String normalized(String username) {
        var name = username.strip().toLowerCase(Locale.ROOT).replace('\0', '?');
        return name.substring(0, Math.min(name.length(), LONGEST_USERNAME + 1));
    }
}
