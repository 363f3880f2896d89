package org.huisheng.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.ParseException;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import org.huisheng.gateway.testing.MigratedDatabase;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TokenVerificationTest {

    private static final SigningKey FOREIGN = SigningKey.make(UUID.randomUUID());

    private SigningKeys keys;
    private TokenVerification verification;

    @BeforeEach
    void ownKey() throws Exception {
        keys = new SigningKeys(MigratedDatabase.fresh(), Clock.systemUTC());
        keys.load();
        verification = new TokenVerification(keys);
    }

    @Test
    void a_token_of_our_own_is_verified_without_asking_anybody() throws Exception {
        var principal = verification.parse(signed(claims(), keys.active()), own());

        assertThat(principal.getName()).isEqualTo("office");
        assertThat(principal.getGroups()).containsExactly("ADMIN");
        assertThat(principal.<String>getClaim("department")).isEqualTo("DIST");
    }

    @Test
    void what_is_not_quite_a_token_of_ours_is_none() {
        var expired = claims().expiresAt(Instant.now().minus(Duration.ofMinutes(10)));
        var byAnother = claims().issuer("somebody");
        var named = new SigningKey(keys.active().id(), FOREIGN.privateKey(), FOREIGN.publicKey());
        for (var token : new String[] {
            signed(expired, keys.active()),
            signed(byAnother, keys.active()),
            signed(claims(), FOREIGN),
            signed(claims(), named),
            claims().jws().sign(keys.active().privateKey()),
            unsigned(),
            signed(claims(), keys.active()) + "x",
            "nonsense"
        }) {
            assertThatThrownBy(() -> verification.parse(token, own())).as(token).isInstanceOf(ParseException.class);
        }
    }

    @Test
    void a_foreign_issuer_s_tokens_are_verified_by_its_key_set_where_one_is_named() throws Exception {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/jwks", exchange -> {
            var body = keySet().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            var context = new JWTAuthContextInfo(
                    "http://127.0.0.1:" + server.getAddress().getPort() + "/jwks", "huisheng");

            assertThat(verification.parse(signed(claims(), FOREIGN), context).getName())
                    .isEqualTo("office");
            assertThatThrownBy(() -> verification.parse(signed(claims(), keys.active()), context))
                    .isInstanceOf(ParseException.class);
        } finally {
            server.stop(0);
        }
    }

    private static JWTAuthContextInfo own() {
        return new JWTAuthContextInfo(TokenVerification.OWN, "huisheng");
    }

    private static JwtClaimsBuilder claims() {
        return Jwt.issuer("huisheng")
                .upn("office")
                .groups(Set.of("ADMIN"))
                .claim("department", "DIST")
                .issuedAt(Instant.now().minus(Duration.ofMinutes(20)))
                .expiresAt(Instant.now().plus(Duration.ofMinutes(10)));
    }

    private static String signed(JwtClaimsBuilder claims, SigningKey key) {
        return claims.jws().keyId(key.id().toString()).sign(key.privateKey());
    }

    private String unsigned() {
        var payload = signed(claims(), keys.active()).split("\\.", -1)[1];
        var header = "{\"alg\":\"none\",\"kid\":\"" + keys.active().id() + "\"}";
        return Base64.getUrlEncoder().withoutPadding().encodeToString(header.getBytes(StandardCharsets.UTF_8)) + "."
                + payload + ".";
    }

    private static String keySet() {
        var key = new RsaJsonWebKey(FOREIGN.publicKey());
        key.setKeyId(FOREIGN.id().toString());
        return new JsonWebKeySet(key).toJson();
    }
}
