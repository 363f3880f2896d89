package org.huisheng.gateway.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** An OpenID Connect provider of a few lines, as strict as a real one about codes. */
public final class StandInProvider implements QuarkusTestResourceLifecycleManager {

    static final String CLIENT = "huisheng";
    static final String AUDIENCE = "huisheng-api";
    private static final String SECRET = "a secret: with %";

    /** What somebody was sent with, and who they turned out to be. */
    private record Asked(Map<String, String> parameters, Consumer<JwtClaims> person) {}

    private static final Map<String, Asked> CODES = new ConcurrentHashMap<>();
    private static RsaJsonWebKey key;
    private static String issuer;

    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            key = newKey("one");
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            issuer = "http://127.0.0.1:" + server.getAddress().getPort() + "/realms/test";
            server.createContext("/realms/test/.well-known/openid-configuration", StandInProvider::describe);
            server.createContext(
                    "/realms/test/keys",
                    exchange -> answer(exchange, 200, new JsonWebKeySet(key).toJson(OutputControlLevel.PUBLIC_ONLY)));
            server.createContext("/realms/test/token", StandInProvider::token);
            server.start();
            return Map.of(
                    "huisheng.oidc.issuer", issuer,
                    "huisheng.oidc.client-id", CLIENT,
                    "huisheng.oidc.client-secret", SECRET,
                    "huisheng.oidc.audience", AUDIENCE,
                    "huisheng.oidc.token-memory", "PT0S",
                    "huisheng.oidc.claims.roles", "realm_access/roles");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    /** Somebody shows the provider who they are. @return the code they come back with */
    static String signIn(URI sentTo, Consumer<JwtClaims> person) {
        var code = UUID.randomUUID().toString();
        CODES.put(code, new Asked(form(sentTo.getRawQuery()), person));
        return code;
    }

    /** A token as a program gets it. */
    static String token(Consumer<JwtClaims> person) {
        return signed(key, claims(AUDIENCE, person));
    }

    static JwtClaims claims(String audience, Consumer<JwtClaims> person) {
        var claims = new JwtClaims();
        claims.setIssuer(issuer);
        claims.setAudience(audience);
        claims.setExpirationTimeMinutesInTheFuture(5);
        claims.setIssuedAtToNow();
        person.accept(claims);
        return claims;
    }

    static String signed(RsaJsonWebKey key, JwtClaims claims) {
        try {
            var signature = new JsonWebSignature();
            signature.setPayload(claims.toJson());
            signature.setKey(key.getPrivateKey());
            signature.setKeyIdHeaderValue(key.getKeyId());
            signature.setAlgorithmHeaderValue("RS256");
            return signature.getCompactSerialization();
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static RsaJsonWebKey ownKey() {
        return key;
    }

    static RsaJsonWebKey newKey(String id) {
        try {
            var made = RsaJwkGenerator.generateJwk(2048);
            made.setKeyId(id);
            return made;
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void describe(HttpExchange exchange) throws IOException {
        answer(exchange, 200, """
                {"issuer": "%1$s", "authorization_endpoint": "%1$s/auth", "token_endpoint": "%1$s/token",
                 "jwks_uri": "%1$s/keys", "end_session_endpoint": "%1$s/logout"}
                """.formatted(issuer));
    }

    private static void token(HttpExchange exchange) throws IOException {
        var posted = form(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        var asked = CODES.remove(posted.getOrDefault("code", ""));
        var authorization = exchange.getRequestHeaders().getFirst("Authorization");
        var expected =
                "Basic " + Base64.getEncoder().encodeToString((CLIENT + ":a+secret%3A+with+%25").getBytes(UTF_8));
        if (!expected.equals(authorization)
                || asked == null
                || !"authorization_code".equals(posted.get("grant_type"))
                || !asked.parameters().get("redirect_uri").equals(posted.get("redirect_uri"))
                || !asked.parameters().get("code_challenge").equals(s256(posted.get("code_verifier")))) {
            answer(exchange, 400, "{\"error\": \"invalid_grant\"}");
            return;
        }
        var claims = claims(CLIENT, asked.person());
        if (!claims.hasClaim("nonce")) {
            claims.setClaim("nonce", asked.parameters().get("nonce"));
        }
        answer(exchange, 200, "{\"id_token\": \"" + signed(key, claims) + "\"}");
    }

    private static String s256(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Map<String, String> form(String text) {
        var fields = new HashMap<String, String>();
        Arrays.stream(text.split("&", -1))
                .map(field -> field.split("=", 2))
                .forEach(pair -> fields.put(pair[0], URLDecoder.decode(pair[1], UTF_8)));
        return fields;
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
