package org.huisheng.gateway.token;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import org.huisheng.gateway.account.Account;
import org.huisheng.gateway.account.Accounts;
import org.huisheng.gateway.account.CheckPassword;
import org.huisheng.gateway.identity.IdentityConfig;
import org.huisheng.gateway.identity.RandomSecret;
import org.huisheng.gateway.identity.Tokens;
import org.huisheng.kit.problem.DomainException.NotAllowed;
import org.huisheng.kit.problem.DomainException.NotAuthenticated;

/** Gives a token to who knows the password, and another one to who has the refresh token of the last. */
@ApplicationScoped
class IssueToken {

    record IssuedToken(String value, Duration life, Account account, RandomSecret refreshToken) {
        @Override
        public String toString() {
            return "IssuedToken[" + account.username() + "]";
        }
    }

    private final CheckPassword checkPassword;
    private final Accounts accounts;
    private final Tokens tokens;
    private final RefreshTokens refreshTokens;
    private final Duration life;

    IssueToken(
            CheckPassword checkPassword,
            Accounts accounts,
            Tokens tokens,
            RefreshTokens refreshTokens,
            IdentityConfig config) {
        this.checkPassword = checkPassword;
        this.accounts = accounts;
        this.tokens = tokens;
        this.refreshTokens = refreshTokens;
        this.life = config.tokenLife();
    }

    IssuedToken issue(String username, String password, String address) throws SQLException {
        var account = checkPassword.of(username, password, address);
        if (account.mustChangePassword()) {
            // A program cannot; somebody has to sign in with a browser once.
            throw new NotAllowed("password-change-required");
        }
        return issued(account, refreshTokens.begin(account));
    }

    IssuedToken refresh(String refreshToken) throws SQLException {
        var rotated = refreshTokens
                .rotate(new RandomSecret(refreshToken))
                .orElseThrow(() -> new NotAuthenticated("bad-refresh-token", "Bearer realm=\"huisheng\""));
        return issued(accounts.require(rotated.username()), rotated.next());
    }

    private IssuedToken issued(Account account, RandomSecret refreshToken) {
        var token = tokens.sign(account.username(), account.roles(), account.department(), life);
        return new IssuedToken(token, life, account, refreshToken);
    }
}
