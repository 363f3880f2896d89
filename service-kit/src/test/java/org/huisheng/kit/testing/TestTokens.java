package org.huisheng.kit.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Set;

/**
 * An issuer for a service's tests, with keys made for this run: {@code @QuarkusTestResource(TestTokens.class)}, then
 * {@code TestTokens.bearer("li", "DIST", "LIAISON")}.
 */
public final class TestTokens implements QuarkusTestResourceLifecycleManager {

    private static final String PRIVATE_KEY = "huisheng.test.private-key";

    @Override
    public Map<String, String> start() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            var keys = generator.generateKeyPair();
            var encoder = Base64.getMimeEncoder(64, new byte[] {'\n'});
            var file = Files.createTempFile("huisheng-test", ".pem");
            file.toFile().deleteOnExit();
            Files.writeString(
                    file,
                    "-----BEGIN PUBLIC KEY-----\n"
                            + encoder.encodeToString(keys.getPublic().getEncoded()) + "\n-----END PUBLIC KEY-----\n");
            // A property, not a field: this class is loaded once by the test runner and again by Quarkus.
            System.setProperty(
                    PRIVATE_KEY,
                    Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded()));
            return Map.of(
                    "mp.jwt.verify.publickey.location",
                    Path.of(file.toString()).toUri().toString(),
                    // Quarkus makes a key of its own for tests, which would come before any location.
                    "mp.jwt.verify.publickey",
                    Base64.getEncoder().encodeToString(keys.getPublic().getEncoded()));
        } catch (GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void stop() {
        System.clearProperty(PRIVATE_KEY);
    }

    /** @param department null for callers that belong to none */
    public static String bearer(String user, String department, String... roles) {
        return bearer(user, department, Map.of(), roles);
    }

    /** @param claims besides the usual ones */
    public static String bearer(String user, String department, Map<String, Object> claims, String... roles) {
        var expiry = Instant.now().plus(Duration.ofMinutes(10));
        return bearer(user, department, expiry, privateKey(), claims, roles);
    }

    public static String bearerUntil(Instant expiry, String user, String... roles) {
        return bearer(user, null, expiry, privateKey(), roles);
    }

    public static String expiredBearer(String user, String... roles) {
        return bearer(user, null, Instant.now().minus(Duration.ofMinutes(10)), privateKey(), roles);
    }

    /** Well formed, but signed by a key nobody trusts. */
    public static String foreignBearer(String user, String... roles) {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return bearer(
                    user,
                    null,
                    Instant.now().plus(Duration.ofMinutes(10)),
                    generator.generateKeyPair().getPrivate(),
                    roles);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String bearer(String user, String department, Instant expiry, PrivateKey key, String... roles) {
        return bearer(user, department, expiry, key, Map.of(), roles);
    }

    private static String bearer(
            String user,
            String department,
            Instant expiry,
            PrivateKey key,
            Map<String, Object> further,
            String... roles) {
        var claims = Jwt.issuer("huisheng")
                .upn(user)
                .subject(user)
                .groups(Set.of(roles))
                .issuedAt(expiry.minus(Duration.ofMinutes(20)))
                .expiresAt(expiry);
        if (department != null) {
            claims.claim("department", department);
        }
        further.forEach(claims::claim);
        return "Bearer " + claims.sign(key);
    }

    private static PrivateKey privateKey() {
        try {
            var encoded = Base64.getDecoder().decode(System.getProperty(PRIVATE_KEY));
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
