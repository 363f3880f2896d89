package org.huisheng.gateway.identity;

import io.smallrye.jwt.build.Jwt;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Signs tokens. */
@ApplicationScoped
public class Tokens {

    private final SigningKeys keys;
    private final Clock clock;
    private final String issuer;

    Tokens(SigningKeys keys, Clock clock, IdentityConfig config) {
        this.keys = keys;
        this.clock = clock;
        this.issuer = config.issuer();
    }

    public String sign(String username, Set<String> roles, @Nullable String department, Duration life) {
        return sign(username, roles, department, life, Map.of());
    }

    /** @param further claims of other names */
    public String sign(
            String username,
            Set<String> roles,
            @Nullable String department,
            Duration life,
            Map<String, Object> further) {
        var now = clock.instant();
        var key = keys.active();
        var claims = Jwt.issuer(issuer)
                .subject(username)
                .upn(username)
                .groups(roles)
                .issuedAt(now)
                .expiresAt(now.plus(life))
                .claim("jti", UUID.randomUUID().toString());
        if (department != null) {
            claims.claim("department", department);
        }
        further.forEach(claims::claim);
        return claims.jws().keyId(key.id().toString()).sign(key.privateKey());
    }
}
