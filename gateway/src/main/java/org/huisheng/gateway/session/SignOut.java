package org.huisheng.gateway.session;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import org.huisheng.gateway.account.Accounts;

/** Ends sessions. This gateway lets them through no more at once, others after {@link SessionConfig#memory()}. */
@ApplicationScoped
class SignOut {

    private final Sessions sessions;
    private final SessionAccess access;
    private final Accounts accounts;

    SignOut(Sessions sessions, SessionAccess access, Accounts accounts) {
        this.sessions = sessions;
        this.access = access;
        this.accounts = accounts;
    }

    void here(Granted grant) throws SQLException {
        sessions.signOut(grant.secret(), grant.session());
        access.forget(grant.secret());
    }

    void everywhere(Session session) throws SQLException {
        sessions.signOutEverywhere(session);
        access.forgetAll(session.username());
    }

    /** Somebody else, whoever does it is in the log anyway. Refresh tokens end too. */
    void everywhere(String username) throws SQLException {
        accounts.endAll(accounts.require(username).username());
        access.forgetAll(username);
    }
}
