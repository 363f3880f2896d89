package org.huisheng.kit.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.inject.Any;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Remembers for a short time which tokens were found good: checking a signature costs more than answering most requests.
 * It never outlives the token, and a key that is no longer trusted is found out within {@link #TRUSTED}.
 */
@Decorator
@Priority(1)
abstract class VerifiedTokens implements JWTParser {

    private static final Duration TRUSTED = Duration.ofSeconds(30);
    private static final int MOST_CHARACTERS = 4 << 20;

    private final JWTParser parser;
    private final Clock clock;
    private final Cache<String, JsonWebToken> known = Caffeine.newBuilder()
            .expireAfterWrite(TRUSTED)
            .maximumWeight(MOST_CHARACTERS)
            .weigher((String token, JsonWebToken _) -> token.length())
            .build();

    VerifiedTokens(@Any @Delegate JWTParser parser, Clock clock) {
        this.parser = parser;
        this.clock = clock;
    }

    @Override
    public JsonWebToken parse(String token) throws ParseException {
        var remembered = known.getIfPresent(token);
        if (remembered != null && clock.instant().getEpochSecond() < remembered.getExpirationTime()) {
            return remembered;
        }
        var verified = parser.parse(token);
        known.put(token, verified);
        return verified;
    }
}
