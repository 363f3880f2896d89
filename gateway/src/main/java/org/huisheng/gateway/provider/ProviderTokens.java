package org.huisheng.gateway.provider;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.huisheng.gateway.account.ForeignAccounts.Person;
import org.huisheng.gateway.session.SignOutFromElsewhere.Ended;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwt.consumer.Validator;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.jspecify.annotations.Nullable;

/** Believes what the provider has signed, for us, and not too long ago. */
@ApplicationScoped
class ProviderTokens {

    private static final int CLOCKS_DIFFER_SECONDS = 30;

    /** A provider may try more than once. */
    private static final int TOLD_WITHIN_SECONDS = 300;

    private static final String SESSION = "sid";
    private static final String SIGN_OUT = "http://schemas.openid.net/event/backchannel-logout";

    private static final Validator OF_A_SIGN_OUT =
            context -> isSignOut(context.getJwtClaims()) ? null : "of no sign-out";

    /** Only what is signed with a private key: nothing that whoever knows the public one could make. */
    private static final String[] SIGNED = {
        "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"
    };

    private final Provider provider;
    private final ProviderConfig config;

    ProviderTokens(Provider provider, ProviderConfig config) {
        this.provider = provider;
        this.config = config;
    }

    /** A person, and until when they are vouched for. @param session what it calls their session there */
    record Vouched(Person person, Instant until, @Nullable String session) {}

    /** @throws InvalidJwtException if it is not ours to believe, or of another sign-in */
    Vouched signedIn(String idToken, String nonce) throws InvalidJwtException {
        var client = config.clientId().orElseThrow();
        return vouched(rules(client)
                .registerValidator(ofThisSignIn(client, nonce))
                .build()
                .processToClaims(idToken));
    }

    /** @throws InvalidJwtException if it is not ours to believe */
    Vouched brought(String accessToken) throws InvalidJwtException {
        return vouched(rules(config.audience().orElseThrow()).build().processToClaims(accessToken));
    }

    /**
     * Says that somebody has signed out there (OpenID Connect Back-Channel Logout).
     *
     * @throws InvalidJwtException if it is not ours to believe, or says something else
     */
    Ended signedOut(String logoutToken) throws InvalidJwtException {
        var claims = signed(config.clientId().orElseThrow())
                .setRequireIssuedAt()
                .setIssuedAtRestrictions(CLOCKS_DIFFER_SECONDS, TOLD_WITHIN_SECONDS)
                .registerValidator(OF_A_SIGN_OUT)
                .build()
                .processToClaims(logoutToken);
        try {
            return new Ended(
                    claims.getIssuer(),
                    text(claims, "sub").orElse(null),
                    text(claims, SESSION).orElse(null),
                    Instant.ofEpochMilli(claims.getIssuedAt().getValueInMillis())
                            .plusSeconds(1));
        } catch (MalformedClaimException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** An ID token has a nonce, and may be in more hands than it should. */
    private static boolean isSignOut(JwtClaims claims) {
        return claims.getClaimValue("events") instanceof Map<?, ?> events
                && events.get(SIGN_OUT) instanceof Map
                && !claims.hasClaim("nonce")
                && (text(claims, "sub").isPresent() || text(claims, SESSION).isPresent());
    }

    private static Validator ofThisSignIn(String client, String nonce) {
        return context -> isOf(context.getJwtClaims(), client, nonce) ? null : "of another sign-in";
    }

    private static boolean isOf(JwtClaims claims, String client, String nonce) {
        return nonce.equals(claims.getClaimValue("nonce"))
                && (!claims.hasClaim("azp") || client.equals(claims.getClaimValue("azp")));
    }

    private JwtConsumerBuilder rules(String audience) {
        return signed(audience).setRequireExpirationTime().setRequireSubject();
    }

    private JwtConsumerBuilder signed(String audience) {
        return new JwtConsumerBuilder()
                .setVerificationKeyResolver(new HttpsJwksVerificationKeyResolver(
                        provider.endpoints().keys()))
                .setJwsAlgorithmConstraints(ConstraintType.PERMIT, SIGNED)
                .setExpectedIssuer(provider.issuer())
                .setExpectedAudience(audience)
                .setAllowedClockSkewInSeconds(CLOCKS_DIFFER_SECONDS);
    }

    private Vouched vouched(JwtClaims claims) {
        try {
            var names = config.claims();
            var username = text(claims, names.username())
                    .orElseGet(() -> text(claims, "sub").orElseThrow());
            var person = new Person(
                    claims.getIssuer(),
                    claims.getSubject(),
                    username,
                    text(claims, names.name()).orElse(null),
                    texts(value(claims, names.roles())),
                    text(claims, names.department()).orElse(null));
            return new Vouched(
                    person,
                    Instant.ofEpochMilli(claims.getExpirationTime().getValueInMillis()),
                    text(claims, SESSION).orElse(null));
        } catch (MalformedClaimException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Optional<String> text(JwtClaims claims, String way) {
        var found = texts(value(claims, way));
        return found.size() == 1 ? found.stream().findFirst().filter(text -> !text.isBlank()) : Optional.empty();
    }

    private static Set<String> texts(@Nullable Object value) {
        return switch (value) {
            case String text -> Set.of(text);
            case Collection<?> many ->
                many.stream().filter(Objects::nonNull).map(Object::toString).collect(Collectors.toSet());
            case null, default -> Set.of();
        };
    }

    private static @Nullable Object value(JwtClaims claims, String way) {
        Object value = claims.getClaimsMap();
        // A name that has a slash itself, as some providers' have, is not a way.
        if (claims.hasClaim(way)) {
            return claims.getClaimValue(way);
        }
        for (var step : way.split("/", -1)) {
            value = value instanceof Map<?, ?> inside ? inside.get(step) : null;
        }
        return value;
    }
}
