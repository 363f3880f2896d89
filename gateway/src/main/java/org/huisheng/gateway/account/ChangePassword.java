package org.huisheng.gateway.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.huisheng.kit.problem.DomainException.RuleViolated;
import org.huisheng.kit.problem.Violation;
import org.jspecify.annotations.Nullable;

/** Sets the password somebody has chosen. */
@ApplicationScoped
public class ChangePassword {

    static final int SHORTEST = 12;
    private static final int FEWEST_CHARACTERS = 5;
    private static final String PATH = "/newPassword";

    private final Accounts accounts;
    private final CheckPassword checkPassword;

    ChangePassword(Accounts accounts, CheckPassword checkPassword) {
        this.accounts = accounts;
        this.checkPassword = checkPassword;
    }

    /**
     * Ends what was given out for the old one, that is all sessions and refresh tokens.
     *
     * @return the account as it is now
     * @throws Conflict if their OIDC provider has the password
     */
    public Account change(String username, String current, String wanted, String address) throws SQLException {
        if (accounts.find(username).filter(Account::foreign).isPresent()) {
            throw new Conflict("password-of-provider");
        }
        var account = checkPassword.check(username, current, address);
        var wrong = current.equals(wanted) ? new Violation(PATH, "same-password") : objection(username, wanted);
        if (wrong != null) {
            throw new RuleViolated(List.of(wrong));
        }
        if (!accounts.setPassword(account, Passwords.hash(wanted), false)) {
            throw new Conflict("lost-update");
        }
        return accounts.require(username);
    }

    /** Length is what counts; of what is long and yet guessed at once, the plainest is refused. */
    private static @Nullable Violation objection(String username, String wanted) {
        if (wanted.codePointCount(0, wanted.length()) < SHORTEST) {
            return new Violation(PATH, "password-too-short", SHORTEST);
        }
        if (!Passwords.fits(wanted)) {
            return new Violation(PATH, "password-too-long", Passwords.MAX_BYTES);
        }
        if (wanted.codePoints().distinct().count() < FEWEST_CHARACTERS
                || wanted.toLowerCase(Locale.ROOT).contains(username) && username.length() > 2) {
            return new Violation(PATH, "password-too-plain");
        }
        return null;
    }
}
