package org.huisheng.gateway.provider;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import org.huisheng.gateway.session.SignOutFromElsewhere;
import org.huisheng.kit.problem.DomainException.Malformed;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jspecify.annotations.Nullable;

/** Signs out here who has signed out there, or was signed out there. */
@ApplicationScoped
class SignOutByProvider {

    private final ProviderTokens tokens;
    private final SignOutFromElsewhere signOut;

    SignOutByProvider(ProviderTokens tokens, SignOutFromElsewhere signOut) {
        this.tokens = tokens;
        this.signOut = signOut;
    }

    /** @throws Malformed if the provider has not said so */
    void with(@Nullable String logoutToken) throws SQLException {
        if (logoutToken == null) {
            throw new Malformed("bad-logout-token");
        }
        try {
            signOut.end(tokens.signedOut(logoutToken));
        } catch (InvalidJwtException unbelievable) {
            throw new Malformed("bad-logout-token");
        }
    }
}
