package org.huisheng.gateway.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.huisheng.kit.problem.DomainException.NotAuthenticated;

/** Gives a token to who knows the password. */
@ApplicationScoped
class IssueToken {

    record IssuedToken(String value, Duration life, Account account) {}

    private static final int LONGEST_USERNAME = 64;

    private final Accounts accounts;
    private final Tokens tokens;
    private final GuessLimit guessLimit;
    private final Duration life;

    IssueToken(Accounts accounts, Tokens tokens, GuessLimit guessLimit, IdentityConfig config) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.guessLimit = guessLimit;
        this.life = config.tokenLife();
    }

    IssuedToken issue(String username, String password, String address) throws SQLException {
        var name = normalized(username);
        var account = accounts.find(name);
        authenticate(name, password, address, account);
        var known = account.orElseThrow();
        return new IssuedToken(tokens.sign(known.username(), known.roles(), known.department(), life), life, known);
    }

    /** No longer than any username may be, so that nobody fills the memory of the guess limit with novels. */
    private static String normalized(String username) {
        var name = username.strip().toLowerCase(Locale.ROOT).replace('\0', '?');
        return name.substring(0, Math.min(name.length(), LONGEST_USERNAME + 1));
    }

    /** The limit is looked at again for each of many attempts at once, since they pass here one after the other. */
    private void authenticate(String name, String password, String address, Optional<Account> account) {
        guessLimit.check(name, address);
        var matches = Passwords.oneOfAFew(() -> {
            guessLimit.check(name, address);
            var right = Passwords.matches(password, account);
            if (right) {
                guessLimit.succeeded(name, address);
            } else {
                guessLimit.failed(name, address);
            }
            return right;
        });
        if (!matches) {
            throw new NotAuthenticated("bad-credentials", "Bearer realm=\"huisheng\"");
        }
    }
}
