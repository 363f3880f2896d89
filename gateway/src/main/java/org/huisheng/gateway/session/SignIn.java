package org.huisheng.gateway.session;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import org.huisheng.gateway.account.CheckPassword;
import org.huisheng.gateway.identity.RandomSecret;
import org.jspecify.annotations.Nullable;

/** Begins a session for who knows the password, always a new one; the one this browser had before ends. */
@ApplicationScoped
class SignIn {

    private static final String PREFIX = "hsse_";

    private final CheckPassword checkPassword;
    private final Sessions sessions;
    private final SessionAccess access;
    private final Clock clock;

    SignIn(CheckPassword checkPassword, Sessions sessions, SessionAccess access, Clock clock) {
        this.checkPassword = checkPassword;
        this.sessions = sessions;
        this.access = access;
        this.clock = clock;
    }

    Granted signIn(String username, String password, String address, @Nullable Granted before) throws SQLException {
        var account = checkPassword.signIn(username, password, address);
        if (before != null) {
            sessions.end(before.secret());
            access.forget(before.secret());
        }
        var secret = RandomSecret.make(PREFIX);
        var now = clock.instant();
        return access.grant(secret, sessions.begin(secret, account, now), now);
    }
}
