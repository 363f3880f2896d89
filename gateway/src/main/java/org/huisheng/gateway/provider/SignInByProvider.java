package org.huisheng.gateway.provider;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.stream.Collectors;
import org.huisheng.gateway.account.ForeignAccounts;
import org.huisheng.gateway.account.SignInLog;
import org.huisheng.gateway.session.SignIn;
import org.huisheng.gateway.session.Voucher;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.huisheng.kit.problem.DomainException.NotAllowed;
import org.huisheng.kit.problem.DomainException.NotAuthenticated;
import org.jboss.logging.Logger;
import org.jose4j.jwt.consumer.ErrorCodeValidator;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jspecify.annotations.Nullable;

/** Begins a session for whom the provider has sent back. */
@ApplicationScoped
class SignInByProvider {

    private static final Logger LOG = Logger.getLogger(SignInByProvider.class);

    private final AuthorizationCode code;
    private final ProviderTokens tokens;
    private final ForeignAccounts accounts;
    private final SignIn signIn;
    private final SignInLog log;

    SignInByProvider(
            AuthorizationCode code, ProviderTokens tokens, ForeignAccounts accounts, SignIn signIn, SignInLog log) {
        this.log = log;
        this.code = code;
        this.tokens = tokens;
        this.accounts = accounts;
        this.signIn = signIn;
    }

    /**
     * @return the session's cookie
     * @throws NotAuthenticated if this is not the browser that was sent there, or the provider vouches for nobody
     */
    String with(@Nullable String given, @Nullable String state, @Nullable Handshake handshake, RoutingContext exchange)
            throws SQLException {
        if (given == null || state == null || handshake == null || !same(state, handshake.state())) {
            throw AuthorizationCode.refused();
        }
        try {
            var idToken = code.redeem(given, handshake);
            var vouched = tokens.signedIn(idToken, handshake.nonce());
            return signIn.vouchedFor(accounts.of(vouched.person()), new Voucher(idToken, vouched.session()), exchange);
        } catch (InvalidJwtException unbelievable) {
            LOG.warnf("The OIDC provider's ID token: %s", reasons(unbelievable));
            log.providerRefused();
            throw AuthorizationCode.refused();
        } catch (NotAllowed | Conflict unwanted) {
            log.providerRefused();
            throw unwanted;
        }
    }

    private static boolean same(String shown, String expected) {
        return MessageDigest.isEqual(shown.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }

    /** Not the exception's own words: they hold all claims, and with them whom they are about. */
    private static String reasons(InvalidJwtException unbelievable) {
        return unbelievable.getErrorDetails().stream()
                .map(ErrorCodeValidator.Error::getErrorMessage)
                .collect(Collectors.joining("; "));
    }
}
