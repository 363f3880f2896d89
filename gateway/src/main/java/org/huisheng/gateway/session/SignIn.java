package org.huisheng.gateway.session;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import org.huisheng.gateway.account.Account;
import org.huisheng.gateway.account.CheckPassword;
import org.huisheng.gateway.account.SignInLog.Way;
import org.huisheng.gateway.edge.Origins;
import org.huisheng.gateway.identity.RandomSecret;
import org.jspecify.annotations.Nullable;

/** Begins a session for who knows the password or is vouched for, always a new one; the one this browser had before ends. */
@ApplicationScoped
public class SignIn {

    private static final String PREFIX = "hsse_";

    private final CheckPassword checkPassword;
    private final Sessions sessions;
    private final SessionAccess access;
    private final Origins origins;
    private final Clock clock;

    SignIn(CheckPassword checkPassword, Sessions sessions, SessionAccess access, Origins origins, Clock clock) {
        this.checkPassword = checkPassword;
        this.sessions = sessions;
        this.access = access;
        this.origins = origins;
        this.clock = clock;
    }

    Granted signIn(String username, String password, String address, @Nullable Granted before) throws SQLException {
        return begin(checkPassword.of(username, password, address), Way.SESSION, null, before);
    }

    /** For whom somebody else has asked for their password, and said so. @return the cookie to be set */
    public String vouchedFor(Account account, Voucher voucher, RoutingContext exchange) throws SQLException {
        var grant = begin(account, Way.PROVIDER, voucher, SessionRoutes.of(exchange));
        return SessionCookie.of(grant.secret(), origins.isHttps(exchange.request()));
    }

    /** Of somebody who was vouched for and is nobody here: what this browser had is not theirs. @return the cookie to be set */
    public String turnedAway(RoutingContext exchange) {
        return SessionCookie.gone(origins.isHttps(exchange.request()));
    }

    private Granted begin(Account account, Way way, @Nullable Voucher voucher, @Nullable Granted before)
            throws SQLException {
        if (before != null) {
            sessions.end(before.secret());
            access.forget(before.secret());
        }
        var secret = RandomSecret.make(PREFIX);
        var now = clock.instant();
        return access.grant(secret, sessions.begin(secret, account, way, voucher, now), now);
    }
}
