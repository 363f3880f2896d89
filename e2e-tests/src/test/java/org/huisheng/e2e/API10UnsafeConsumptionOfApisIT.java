package org.huisheng.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** OWASP API10:2023. What others say is believed only of those who are configured, and only as far as it makes sense. */
class API10UnsafeConsumptionOfApisIT {

    @Test
    void a_token_does_not_say_where_its_keys_are() throws Exception {
        var stack = DemoStack.running();
        var calls = new AtomicInteger();
        var keys = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        var jwk = "{\"kty\":\"RSA\",\"kid\":\"mine\",\"alg\":\"RS256\",\"n\":\""
                + encoded(((RSAPublicKey) keys.getPublic()).getModulus().toByteArray()) + "\",\"e\":\"AQAB\"}";
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            calls.incrementAndGet();
            var set = ("{\"keys\":[" + jwk + "]}").getBytes(UTF_8);
            exchange.sendResponseHeaders(200, set.length);
            exchange.getResponseBody().write(set);
            exchange.close();
        });
        server.start();
        try {
            var url = "http://127.0.0.1:" + server.getAddress().getPort() + "/jwks.json";
            for (var header : List.of(
                    "{\"alg\":\"RS256\",\"kid\":\"mine\",\"jku\":\"" + url + "\"}",
                    "{\"alg\":\"RS256\",\"kid\":\"mine\",\"x5u\":\"" + url + "\"}",
                    "{\"alg\":\"RS256\",\"jwk\":" + jwk + "}",
                    "{\"alg\":\"RS256\",\"kid\":\"../../../../dev/null\"}")) {
                var now = Instant.now().getEpochSecond();
                var signed = encoded(header.getBytes(UTF_8)) + "."
                        + encoded(("{\"iss\":\"huisheng\",\"sub\":\"x\",\"upn\":\"x\",\"groups\":[\"ADMIN\"],\"iat\":"
                                        + now + ",\"exp\":" + (now + 600) + "}")
                                .getBytes(UTF_8));
                var signature = Signature.getInstance("SHA256withRSA");
                signature.initSign(keys.getPrivate());
                signature.update(signed.getBytes(UTF_8));
                var forger =
                        Visitor.of(stack).with("Authorization", "Bearer " + signed + "." + encoded(signature.sign()));

                assertThat(forger.get("/api/auth/v1/users").statusCode())
                        .as(header)
                        .isEqualTo(401);
                assertThat(forger.get("/api/kpi/v1/rebuilds").statusCode())
                        .as(header)
                        .isEqualTo(401);
                assertThat(forger.get("/api/survey/v1/dead-letters").statusCode())
                        .as(header)
                        .isEqualTo(401);
            }

            assertThat(calls).hasValue(0);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void what_a_client_says_about_where_it_comes_from_does_not_free_it_from_any_limit() throws Exception {
        var stack = DemoStack.running();
        var victim = "victim-" + System.nanoTime();
        var statuses = new ArrayList<Integer>();

        for (var i = 0; i < 8; i++) {
            statuses.add(Visitor.of(stack)
                    .with("X-Forwarded-For", "203.0.113." + i)
                    .post("/api/auth/v1/tokens", Visitor.credentials(victim, "guess " + i))
                    .statusCode());
        }

        assertThat(statuses).contains(429);
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
