package org.huisheng.gateway.session;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Ends what was begun because somebody vouched for its user, and does so no more. */
@ApplicationScoped
public class SignOutFromElsewhere {

    private final Sessions sessions;
    private final SessionAccess access;

    SignOutFromElsewhere(Sessions sessions, SessionAccess access) {
        this.sessions = sessions;
        this.access = access;
    }

    /**
     * What has ended there.
     *
     * @param subject whom the issuer knows by it; null if only the session is named
     * @param session what the issuer calls it; null if all of the subject's have ended
     */
    public record Ended(
            String issuer,
            @Nullable String subject,
            @Nullable String session,
            Instant at) {}

    /** Sessions begun after that stay: said again, it ends nothing new. */
    public void end(Ended there) throws SQLException {
        sessions.endedElsewhere(there).forEach(access::forgetAll);
    }
}
