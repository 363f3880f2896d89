package org.huisheng.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.huisheng.e2e.Visitor.json;
import static org.huisheng.e2e.Visitor.problem;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** OWASP API2:2023. Who somebody is has to be shown, and cannot be made up, guessed or kept for ever. */
class API2BrokenAuthenticationIT {

    private static final String SCORES = "/api/kpi/v1/scores?period=" + DemoStack.year();

    @Test
    void a_token_that_was_touched_is_no_token() throws Exception {
        var stack = DemoStack.running();
        var token = json(Visitor.of(stack).post("/api/auth/v1/tokens", Visitor.credentials(stack, "liaison-mkt")))
                .path("accessToken")
                .asText();
        var parts = token.split("\\.", -1);
        var admin = encoded(decoded(parts[1]).replace("LIAISON", "ADMIN"));
        var none = encoded(decoded(parts[0]).replace("RS256", "none"));
        var symmetric = encoded(decoded(parts[0]).replace("RS256", "HS256")) + "." + admin;
        assertThat(Visitor.of(stack)
                        .with("Authorization", "Bearer " + token)
                        .get(SCORES)
                        .statusCode())
                .isEqualTo(200);

        for (var forged : List.of(
                parts[0] + "." + admin + "." + parts[2],
                none + "." + admin + ".",
                none + "." + parts[1] + "." + parts[2],
                // Whoever takes the public key for a shared secret would believe this one.
                symmetric + "." + hmac(publicKey(stack), symmetric),
                parts[0] + "." + parts[1] + ".",
                "")) {
            var forger = Visitor.of(stack).with("Authorization", "Bearer " + forged);
            for (var path :
                    List.of(SCORES, "/api/auth/v1/users", "/api/feedback/v1/cases", "/api/survey/v1/campaigns")) {
                assertThat(forger.get(path).statusCode())
                        .as(path + " " + forged)
                        .isEqualTo(401);
            }
            for (var service : List.of("survey", "feedback", "kpi")) {
                // The network behind the gateway is not trusted either.
                var behind = Visitor.at(
                        stack.json().at("/services/" + service + "/url").asText());
                var path = "/api/" + service + "/v1/dead-letters";
                assertThat(behind.with("Authorization", "Bearer " + forged)
                                .get(path)
                                .statusCode())
                        .as(path + " " + forged)
                        .isEqualTo(401);
            }
        }
    }

    @Test
    void guessing_is_slowed_and_does_not_tell_who_exists() throws Exception {
        var stack = DemoStack.running();
        var nobody = "nobody-" + UUID.randomUUID().toString().substring(0, 8);
        var visitor = Visitor.of(stack);
        var known = visitor.post("/api/auth/v1/tokens", Visitor.credentials("leader", "guess"));
        var unknown = visitor.post("/api/auth/v1/tokens", Visitor.credentials(nobody, "guess"));

        assertThat(known.statusCode()).isEqualTo(401);
        assertThat(known.body()).isEqualTo(unknown.body());
        var slowed = unknown;
        for (var guesses = 1; slowed.statusCode() == 401 && guesses < 20; guesses++) {
            slowed = visitor.post("/api/auth/v1/sessions", Visitor.credentials(nobody, "guess " + guesses));
        }
        assertThat(slowed.statusCode()).isEqualTo(429);
        assertThat(slowed.headers().firstValueAsLong("Retry-After").orElse(0)).isPositive();
    }

    @Test
    void a_cookie_alone_changes_nothing_and_ends_with_signing_out() throws Exception {
        var stack = DemoStack.running();
        var signedIn = Visitor.of(stack).post("/api/auth/v1/sessions", Visitor.credentials(stack, "leader"));
        var cookie = signedIn.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).contains("HttpOnly", "SameSite=Strict", "Path=/");
        var browser = Visitor.of(stack).with("Cookie", cookie.substring(0, cookie.indexOf(';')));
        assertThat(browser.get(SCORES).statusCode()).isEqualTo(200);

        var withoutCsrf = browser.post("/api/feedback/v1/cases", "{}");
        assertThat(withoutCsrf.statusCode()).isEqualTo(403);
        assertThat(problem(withoutCsrf)).isEqualTo("csrf-token-missing");

        var csrfToken = json(signedIn).path("csrfToken").asText();
        assertThat(browser.with("X-CSRF-Token", csrfToken)
                        .send("DELETE", "/api/auth/v1/sessions/current", null)
                        .statusCode())
                .isEqualTo(204);
        assertThat(browser.get(SCORES).statusCode()).isEqualTo(401);
    }

    private static byte[] publicKey(DemoStack stack) throws Exception {
        var key = json(Visitor.of(stack).get("/.well-known/jwks.json")).at("/keys/0");
        var numbers = new RSAPublicKeySpec(
                number(key.path("n").asText()), number(key.path("e").asText()));
        return KeyFactory.getInstance("RSA").generatePublic(numbers).getEncoded();
    }

    private static BigInteger number(String text) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(text));
    }

    private static String hmac(byte[] secret, String text) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret, "HmacSHA256"));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(text.getBytes(UTF_8)));
    }

    private static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), UTF_8);
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }
}
