package org.huisheng.gateway.session;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Optional;
import org.huisheng.gateway.account.Accounts;

/**
 * Ends sessions. This gateway lets them through no more at once, others after {@link SessionConfig#memory()}. Whom somebody
 * vouched for is told where to sign out as well: else the next one at this desk would be signed in without a question.
 */
@ApplicationScoped
class SignOut {

    private final Sessions sessions;
    private final SessionAccess access;
    private final Accounts accounts;
    private final SignOutElsewhere elsewhere;

    SignOut(Sessions sessions, SessionAccess access, Accounts accounts, SignOutElsewhere elsewhere) {
        this.sessions = sessions;
        this.access = access;
        this.accounts = accounts;
        this.elsewhere = elsewhere;
    }

    /** @return where to sign out as well */
    Optional<String> here(Granted grant) throws SQLException {
        var idToken = sessions.idToken(grant.secret());
        sessions.signOut(grant.secret(), grant.session());
        access.forget(grant.secret());
        return idToken.flatMap(elsewhere::address);
    }

    /** @return where to sign this browser out as well */
    Optional<String> everywhere(Granted grant) throws SQLException {
        var session = grant.session();
        var idToken = sessions.idToken(grant.secret());
        sessions.signOutEverywhere(session);
        access.forgetAll(session.username());
        return idToken.flatMap(elsewhere::address);
    }

    /** Somebody else, whoever does it is in the log anyway. Refresh tokens end too. */
    void everywhere(String username) throws SQLException {
        accounts.endAll(accounts.require(username).username());
        access.forgetAll(username);
    }
}
