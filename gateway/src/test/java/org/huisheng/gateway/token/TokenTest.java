package org.huisheng.gateway.token;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huisheng.gateway.testing.GatewayTest;
import org.huisheng.gateway.testing.ServiceStandIns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class TokenTest extends GatewayTest {

    @Test
    void the_right_password_gives_a_token_the_published_key_verifies() throws Exception {
        var answer = login("office", ServiceStandIns.OFFICE_PASSWORD);
        answer.then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("tokenType", equalTo("Bearer"))
                .body("expiresIn", equalTo(3600))
                .body("roles", equalTo(List.of("ADMIN", "OFFICE")))
                .body("department", nullValue());

        var claims = verified(answer.path("accessToken"));

        assertThat(claims.getString("iss")).isEqualTo("huisheng");
        assertThat(claims.getString("sub")).isEqualTo("office");
        assertThat(claims.getString("upn")).isEqualTo("office");
        assertThat(claims.getList("groups")).containsExactlyInAnyOrder("ADMIN", "OFFICE");
        assertThat(claims.getString("jti")).isNotBlank();
        assertThat(claims.getLong("exp") - Instant.now().getEpochSecond()).isBetween(3500L, 3600L);
        assertThat(claims.getString("department")).isNull();
    }

    @Test
    void a_liaison_s_token_names_the_department() throws Exception {
        var answer = login("li", "other words");

        assertThat(answer.<String>path("department")).isEqualTo("DIST");
        assertThat(verified(answer.path("accessToken")).getString("department")).isEqualTo("DIST");
    }

    @Test
    void a_wrong_password_and_an_unknown_user_look_alike() {
        var wrong = login("office", "guess");
        var unknown = login("nobody-" + UUID.randomUUID(), "guess");

        for (var answer : List.of(wrong, unknown)) {
            answer.then()
                    .statusCode(401)
                    .contentType("application/problem+json")
                    .header("WWW-Authenticate", startsWith("Bearer"))
                    .body("type", equalTo("urn:huisheng:problem:bad-credentials"));
        }
        assertThat(wrong.jsonPath().<Map<String, Object>>get())
                .isEqualTo(unknown.jsonPath().<Map<String, Object>>get());
    }

    @Test
    void guessing_is_slowed_down() {
        var victim = "victim-" + UUID.randomUUID().toString().substring(0, 8);
        for (var i = 0; i < 5; i++) {
            login(victim, "guess " + i).then().statusCode(401);
        }

        login(victim, "guess again")
                .then()
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", matchesPattern("\\d+"))
                .body("type", equalTo("urn:huisheng:problem:too-many-attempts"));
        login("office", ServiceStandIns.OFFICE_PASSWORD).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{\"username\": 1, \"password\": \"x\"}",
                "{\"username\": \"a\", \"password\": \"b\", \"more\": 1}"
            })
    void nonsense_is_a_400(String body) {
        given().contentType("application/json")
                .body(body)
                .post("/api/auth/v1/tokens")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{} | 2", "{\"username\": \"office\"} | 1", "{\"password\": null} | 2"})
    void what_is_left_out_is_named(String body, int missing) {
        given().contentType("application/json")
                .body(body)
                .post("/api/auth/v1/tokens")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("violations", hasSize(missing))
                .body("violations.path", hasItem("/password"))
                .body("violations.code", everyItem(equalTo("required")));
    }

    @Test
    void other_methods_types_and_sizes_are_refused_with_problems() {
        given().get("/api/auth/v1/tokens").then().statusCode(405).contentType("application/problem+json");
        given().contentType("text/plain")
                .body("x")
                .post("/api/auth/v1/tokens")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
        login("office", "x".repeat(100_000)).then().statusCode(413).contentType("application/problem+json");
        login("office", "密".repeat(40)).then().statusCode(401);
    }

    @Test
    void a_bi_key_becomes_an_analyst_s_token_for_the_services() throws Exception {
        String authorization = given().auth()
                .preemptive()
                .basic("analyst", ServiceStandIns.BI_KEY)
                .get("/odata/v4/echo")
                .then()
                .statusCode(200)
                .body("headers.authorization[0]", startsWith("Bearer "))
                .extract()
                .path("headers.authorization[0]");

        var claims = verified(authorization.substring("Bearer ".length()));

        assertThat(claims.getList("groups")).containsExactly("ANALYST");
        assertThat(claims.getString("sub")).isEqualTo("analyst");
        String again = given().auth()
                .preemptive()
                .basic("analyst", ServiceStandIns.BI_KEY)
                .body("{}")
                .post("/api/kpi/v1/echo")
                .path("headers.authorization[0]");
        assertThat(again).isEqualTo(authorization);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic YW5hbHlzdDp3cm9uZw==", "Basic !!!", "basic", "Basic "})
    void a_wrong_bi_key_is_a_401_that_asks_for_one(String authorization) {
        given().header("Authorization", authorization.equals("basic") ? "basic eA==" : authorization)
                .body("{}")
                .post("/api/kpi/v1/echo")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", startsWith("Basic"))
                .body("type", equalTo("urn:huisheng:problem:bad-bi-key"));
    }

    @Test
    void a_bi_tool_that_begins_without_a_key_is_asked_for_one() {
        given().get("/odata/v4/echo")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", startsWith("Basic"));
        given().header("Authorization", "Bearer x")
                .get("/odata/v4/echo")
                .then()
                .statusCode(200)
                .body("headers.authorization[0]", equalTo("Bearer x"));
    }

    @Test
    void the_key_set_holds_public_parts_only_and_may_be_cached() {
        given().get("/.well-known/jwks.json")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .header("Cache-Control", "public, max-age=300")
                .body("keys.size()", greaterThan(0))
                .body("keys[0].kty", equalTo("RSA"))
                .body("keys[0].n", notNullValue())
                .body("keys[0].d", nullValue());
    }

    private static Response login(String username, String password) {
        return given().contentType("application/json")
                .body(Map.of("username", username, "password", password))
                .post("/api/auth/v1/tokens");
    }

    /** With nothing but the JDK, so that no mistake of the signing library is made twice. */
    private static JsonPath verified(String token) throws GeneralSecurityException {
        var parts = token.split("\\.", -1);
        var decoder = Base64.getUrlDecoder();
        var header = new JsonPath(new String(decoder.decode(parts[0]), StandardCharsets.UTF_8));
        var kid = header.getString("kid");
        Map<String, String> key =
                given().get("/.well-known/jwks.json").jsonPath().getMap("keys.find { it.kid == '" + kid + "' }");
        var publicKey = KeyFactory.getInstance("RSA")
                .generatePublic(new RSAPublicKeySpec(
                        new BigInteger(1, decoder.decode(key.get("n"))),
                        new BigInteger(1, decoder.decode(key.get("e")))));
        var signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(publicKey);
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        assertThat(header.getString("alg")).isEqualTo("RS256");
        assertThat(signature.verify(decoder.decode(parts[2]))).isTrue();
        return new JsonPath(new String(decoder.decode(parts[1]), StandardCharsets.UTF_8));
    }
}
