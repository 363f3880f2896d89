package org.huisheng.gateway.identity;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.DefaultJWTTokenParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.security.Key;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.UnresolvableKeyException;
import org.jspecify.annotations.Nullable;

/**
 * Verifies who calls the gateway itself: by its own keys as they are in memory, since it cannot ask its own address for
 * them, or by a foreign issuer's key set where one is configured. What is checked of a token is the library's matter.
 */
@ApplicationScoped
@Alternative
@Priority(1)
class TokenVerification extends JWTCallerPrincipalFactory {

    /** The key set's location that means this gateway. Nothing is ever read from it: {@code .invalid} is no domain. */
    static final String OWN = "https://own.invalid/";

    private final JWTCallerPrincipalFactory foreign = new DefaultJWTCallerPrincipalFactory();
    private final DefaultJWTTokenParser own;

    TokenVerification(SigningKeys keys) {
        this.own = new DefaultJWTTokenParser() {
            @Override
            protected VerificationKeyResolver getVerificationKeyResolver(JWTAuthContextInfo ignored) {
                return (signature, _) -> verifying(keys, signature.getKeyIdHeaderValue());
            }
        };
    }

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo context) throws ParseException {
        return OWN.equals(context.getPublicKeyLocation())
                ? new DefaultJWTCallerPrincipal(own.parse(token, context).getJwtClaims())
                : foreign.parse(token, context);
    }

    private static Key verifying(SigningKeys keys, @Nullable String id) throws UnresolvableKeyException {
        for (var key : keys.all()) {
            if (key.id().toString().equals(id)) {
                return key.publicKey();
            }
        }
        throw new UnresolvableKeyException("No key of ours");
    }
}
