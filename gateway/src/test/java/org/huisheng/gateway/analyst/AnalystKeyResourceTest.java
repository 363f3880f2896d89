package org.huisheng.gateway.analyst;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.smallrye.jwt.build.Jwt;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.huisheng.gateway.testing.GatewayTest;
import org.huisheng.gateway.testing.Login;
import org.huisheng.gateway.testing.ServiceStandIns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class AnalystKeyResourceTest extends GatewayTest {

    private static final String KEYS = "/api/auth/v1/analyst-keys";

    @Test
    void a_key_is_made_with_limits_and_its_secret_is_shown_once() {
        var name = name();
        var made = Login.admin().body("""
                        {"name": "%s", "sets": ["Scores", "Rates", "Scores"], "department": "DIST",
                         "expiresAt": "2999-01-01T00:00:00+08:00"}
                        """.formatted(name)).post(KEYS);
        made.then()
                .statusCode(201)
                .header("Cache-Control", "no-store")
                .header("Location", matchesPattern(KEYS + "/[0-9a-f-]{36}"))
                .body("name", equalTo(name))
                .body("sets", equalTo(List.of("Scores", "Rates")))
                .body("department", equalTo("DIST"))
                .body("state", equalTo("ACTIVE"))
                .body("createdBy", equalTo("office"))
                .body("createdAt", notNullValue())
                .body("lastUsedAt", nullValue())
                .body("expiresAt", equalTo("2998-12-31T16:00:00Z"))
                .body("secret", matchesPattern("hsbi_[A-Za-z0-9_-]{43}"));

        Login.admin()
                .get(KEYS + "/" + made.path("id"))
                .then()
                .statusCode(200)
                .body("name", equalTo(name))
                .body("secret", nullValue());
        assertThat(Login.admin().get(KEYS + "?limit=500").asString())
                .contains(name)
                .doesNotContain(made.<String>path("secret"));
    }

    @Test
    void the_services_learn_what_a_key_is_limited_to() {
        var made = made("{\"name\": \"%s\", \"sets\": [\"Rates\"], \"department\": \"DIST\"}".formatted(name()));

        var claims = claimsSeenByTheService(made.path("secret"));

        assertThat(claims.getList("groups")).containsExactly("ANALYST");
        assertThat(claims.getString("sub")).isEqualTo("analyst");
        assertThat(claims.getString("department")).isEqualTo("DIST");
        assertThat(claims.getList("sets")).containsExactly("Rates");
        var unlimited =
                claimsSeenByTheService(made("{\"name\": \"" + name() + "\"}").path("secret"));
        assertThat(unlimited.getMap("")).doesNotContainKeys("sets", "department");
    }

    @Test
    void the_bootstrap_key_is_in_the_list() {
        Login.admin()
                .get(KEYS + "?limit=500")
                .then()
                .statusCode(200)
                .body("items.name", hasItem("bootstrap"))
                .body("items.find{it.name=='bootstrap'}.sets", nullValue());
    }

    @Test
    void the_list_is_paged() {
        var ids = List.of(
                made("{\"name\": \"" + name() + "\"}").<String>path("id"),
                made("{\"name\": \"" + name() + "\"}").<String>path("id"),
                made("{\"name\": \"" + name() + "\"}").<String>path("id"));
        var seen = new ArrayList<String>();
        String cursor = null;
        do {
            var page = Login.admin().get(KEYS + "?limit=2" + (cursor == null ? "" : "&cursor=" + cursor));
            page.then().statusCode(200);
            assertThat(page.<List<String>>path("items.id")).hasSizeBetween(1, 2);
            seen.addAll(page.<List<String>>path("items.id"));
            cursor = page.path("next");
        } while (cursor != null);

        assertThat(seen).doesNotHaveDuplicates().containsAll(ids);
        Login.admin()
                .get(KEYS + "?limit=abc")
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:huisheng:problem:bad-query"), "detail", containsString("limit"));
        Login.admin()
                .get(KEYS + "?cursor=nonsense")
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:huisheng:problem:bad-cursor"));
    }

    @Test
    void a_rotation_ends_the_old_secret_at_once() {
        var made = made("{\"name\": \"" + name() + "\"}");

        var rotated = Login.admin().post(KEYS + "/" + made.path("id") + "/rotation");

        rotated.then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("id", equalTo(made.path("id")))
                .body("rotatedAt", notNullValue())
                .body("secret", not(equalTo(made.<String>path("secret"))));
        refused(made.path("secret"), "bi-key-ended");
        admitted(rotated.path("secret"));
    }

    @Test
    void the_old_secret_stays_for_an_overlap_that_is_asked_for() {
        var made = made("{\"name\": \"" + name() + "\"}");

        var rotated = Login.admin().body("{\"overlapSeconds\": 3600}").post(KEYS + "/" + made.path("id") + "/rotation");

        admitted(made.path("secret"));
        admitted(rotated.path("secret"));
        Login.admin()
                .body("{\"overlapSeconds\": -1}")
                .post(KEYS + "/" + made.path("id") + "/rotation")
                .then()
                .statusCode(422)
                .body("violations[0].path", equalTo("/overlapSeconds"));
    }

    @Test
    void a_revoked_key_is_not_let_in_and_stays_in_the_list() {
        var made = made("{\"name\": \"" + name() + "\"}");
        var path = KEYS + "/" + made.path("id");

        var first = Login.admin().post(path + "/revocation");
        var second = Login.admin().post(path + "/revocation");

        first.then()
                .statusCode(200)
                .body("state", equalTo("REVOKED"))
                .body("revokedBy", equalTo("office"))
                .body("revokedAt", notNullValue());
        assertThat(second.<String>path("revokedAt")).isEqualTo(first.<String>path("revokedAt"));
        refused(made.path("secret"), "bi-key-ended");
        Login.admin().get(path).then().statusCode(200).body("state", equalTo("REVOKED"));
        Login.admin()
                .post(path + "/rotation")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:huisheng:problem:analyst-key-ended"));
    }

    @Test
    void a_name_means_one_key_at_a_time() {
        var body = "{\"name\": \"" + name() + "\"}";
        var first = made(body);

        Login.admin()
                .body(body)
                .post(KEYS)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:huisheng:problem:analyst-key-name-taken"));
        Login.admin().post(KEYS + "/" + first.path("id") + "/revocation").then().statusCode(200);
        Login.admin().body(body).post(KEYS).then().statusCode(201);
    }

    @Test
    void when_a_key_was_last_used_is_told() {
        var made = made("{\"name\": \"" + name() + "\"}");
        var before = Instant.now().truncatedTo(ChronoUnit.MICROS).minusMillis(1);

        admitted(made.path("secret"));

        String used = Login.admin().get(KEYS + "/" + made.path("id")).path("lastUsedAt");
        assertThat(Instant.parse(used)).isBetween(before, Instant.now());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\": \" \"} | 422 | /name",
                "{\"name\": \"x\", \"sets\": []} | 422 | /sets",
                "{\"name\": \"x\", \"sets\": [\"Scores\", \"Secrets\"]} | 422 | /sets/1",
                "{\"name\": \"x\", \"department\": \"dist\"} | 422 | /department",
                "{\"name\": \"x\", \"expiresAt\": \"2020-01-01T00:00:00Z\"} | 422 | /expiresAt",
                "{\"sets\": [\"Scores\"]} | 422 | /name",
                "{\"name\": \"x\", \"role\": \"ADMIN\"} | 400 | /role"
            })
    void a_key_against_the_rules_is_refused_with_the_place(String body, int status, String path) {
        Login.admin()
                .body(body)
                .post(KEYS)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("violations.path", hasItems(path));
    }

    @Test
    void an_unknown_key_is_a_404() {
        for (var step : List.of("/rotation", "/revocation")) {
            Login.admin()
                    .post(KEYS + "/" + UUID.randomUUID() + step)
                    .then()
                    .statusCode(404)
                    .contentType("application/problem+json");
        }
    }

    @Test
    void only_administrators_come_near() throws Exception {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        var foreign = token(
                "huisheng",
                generator.generateKeyPair().getPrivate(),
                Instant.now().plusSeconds(600));
        given().get(KEYS).then().statusCode(401).header("WWW-Authenticate", startsWith("Bearer"));
        given().header("Authorization", "Bearer " + foreign).get(KEYS).then().statusCode(401);
        given().header("Authorization", "Bearer nonsense").get(KEYS).then().statusCode(401);
        given().auth()
                .preemptive()
                .basic("analyst", ServiceStandIns.BI_KEY)
                .get(KEYS)
                .then()
                .statusCode(401);
        Login.liaison().get(KEYS).then().statusCode(403).contentType("application/problem+json");
        Login.liaison().body("{\"name\": \"x\"}").post(KEYS).then().statusCode(403);
        for (var step : List.of("/rotation", "/revocation")) {
            Login.liaison().post(KEYS + "/" + UUID.randomUUID() + step).then().statusCode(403);
        }
    }

    @Test
    void what_was_open_to_everybody_still_is() {
        given().get("/.well-known/jwks.json").then().statusCode(200);
        given().header("Authorization", "Bearer nonsense")
                .get("/.well-known/jwks.json")
                .then()
                .statusCode(200);
        given().get("/q/openapi").then().statusCode(200);
        given().get("/").then().statusCode(200);
    }

    private static String token(String issuer, PrivateKey key, Instant expiry) {
        return Jwt.issuer(issuer)
                .upn("x")
                .groups(Set.of("ADMIN"))
                .expiresAt(expiry)
                .sign(key);
    }

    private static String name() {
        return "Finance " + UUID.randomUUID();
    }

    private static Response made(String body) {
        var made = Login.admin().body(body).post(KEYS);
        made.then().statusCode(201);
        return made;
    }

    private static void admitted(String secret) {
        given().auth()
                .preemptive()
                .basic("analyst", secret)
                .get("/odata/v4/echo")
                .then()
                .statusCode(200);
    }

    private static void refused(String secret, String code) {
        given().auth()
                .preemptive()
                .basic("analyst", secret)
                .get("/odata/v4/echo")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", startsWith("Basic"))
                .body("type", equalTo("urn:huisheng:problem:" + code));
    }

    private static JsonPath claimsSeenByTheService(String secret) {
        String authorization = given().auth()
                .preemptive()
                .basic("analyst", secret)
                .get("/odata/v4/echo")
                .path("headers.authorization[0]");
        var payload = authorization.split("\\.", -1)[1];
        return new JsonPath(new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8));
    }
}
