package org.huisheng.gateway.provider;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.huisheng.gateway.testing.GatewayTest;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.Test;

/** People sign in where they have an account already, and are here what they are called there. */
@QuarkusTest
@QuarkusTestResource(value = StandInProvider.class, restrictToAnnotatedClass = true)
class ProviderSignInTest extends GatewayTest {

    private static final String PROVIDER = "/api/auth/v1/provider";
    static final String SESSION = "huisheng_session";

    @Test
    void whom_the_provider_vouches_for_has_a_session_like_any_other() {
        var name = someName();
        var browser = sent();

        var back = comeBack(browser, StandInProvider.signIn(location(browser), person(name, "LIAISON", "DIST")));

        assertThat(back.header("Location")).endsWith("/console/");
        assertThat(back.headers().getValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith(SESSION + "=hsse_")
                        && cookie.contains("HttpOnly")
                        && cookie.contains("SameSite=Strict"))
                .anyMatch(cookie -> cookie.startsWith(Handshake.COOKIE + "=;") && cookie.contains("Max-Age=0"));
        given().cookie(SESSION, back.cookie(SESSION))
                .get("/api/auth/v1/sessions/current")
                .then()
                .statusCode(200)
                .body("username", equalTo(name))
                .body("name", equalTo("李 " + name))
                .body("roles", contains("LIAISON"))
                .body("department", equalTo("DIST"))
                .body("foreign", equalTo(true))
                .body("mustChangePassword", equalTo(false));
    }

    @Test
    void the_browser_is_sent_with_what_only_it_can_answer_for() {
        var one = sent();
        var other = sent();

        assertThat(location(one).getRawQuery())
                .contains("response_type=code", "code_challenge_method=S256", "scope=openid+profile")
                .contains("redirect_uri=http%3A%2F%2F127.0.0.1%3A8080%2Fapi%2Fauth%2Fv1%2Fprovider%2Fcallback")
                .doesNotContain(one.cookie(Handshake.COOKIE));
        assertThat(query(one, "state")).isNotEqualTo(query(other, "state"));
        assertThat(query(one, "nonce")).isNotEqualTo(query(other, "nonce")).isNotEqualTo(query(one, "state"));
        assertThat(one.getHeader("Set-Cookie")).contains("HttpOnly", "SameSite=Lax", "Path=/api/auth/v1/provider");
    }

    @Test
    void a_code_is_good_in_no_other_browser_than_the_one_that_was_sent() {
        var victim = sent();
        var attacker = sent();
        var stolen = StandInProvider.signIn(location(victim), person(someName(), "OFFICE", null));

        assertThat(refused(comeBack(attacker, stolen))).isEqualTo("sign-in-failed");
        assertThat(refused(callback(stolen, query(victim, "state"), null))).isEqualTo("sign-in-failed");
        assertThat(refused(callback(stolen, query(victim, "state"), attacker.cookie(Handshake.COOKIE))))
                .isEqualTo("sign-in-failed");
        assertThat(refused(callback(null, query(victim, "state"), victim.cookie(Handshake.COOKIE))))
                .isEqualTo("sign-in-failed");
    }

    @Test
    void an_id_token_of_another_sign_in_or_for_another_client_is_not_believed() {
        for (Consumer<JwtClaims> wrong : List.<Consumer<JwtClaims>>of(
                claims -> claims.setClaim("nonce", "of somebody else"),
                claims -> claims.setAudience("another-client"),
                claims -> claims.setAudience(List.of(StandInProvider.CLIENT, "another-client")),
                claims -> claims.setIssuer("https://evil.example.org"),
                claims -> claims.setExpirationTimeMinutesInTheFuture(-5))) {
            var browser = sent();
            var person = person(someName(), "OFFICE", null).andThen(wrong).andThen(claims -> {
                if (claims.getClaimValue("aud") instanceof List<?>) {
                    claims.setClaim("azp", "another-client");
                }
            });

            assertThat(refused(comeBack(browser, StandInProvider.signIn(location(browser), person))))
                    .isEqualTo("sign-in-failed");
        }
    }

    @Test
    void who_has_no_role_here_no_department_or_the_name_of_somebody_else_is_not_let_in() {
        assertThat(refused(signIn(person(someName(), "offline_access", null)))).isEqualTo("no-role-here");
        assertThat(refused(signIn(person(someName(), "LIAISON", null)))).isEqualTo("no-department-here");
        assertThat(refused(signIn(person(someName(), "OFFICE", "not a code")))).isEqualTo("no-department-here");
        assertThat(refused(signIn(person("office", "ADMIN", null)))).isEqualTo("username-taken");
        assertThat(refused(signIn(person("Robert'); DROP", "ADMIN", null)))).isEqualTo("username-unusable");
    }

    @Test
    void who_is_nobody_here_does_not_go_on_with_the_session_of_whoever_sat_there_before() {
        assertThat(signIn(person(someName(), "offline_access", null)).headers().getValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith(SESSION + "=; Max-Age=0"));
        // What any site can make a browser send signs nobody out.
        assertThat(comeBack(sent(), "no code").headers().getValues("Set-Cookie"))
                .noneMatch(cookie -> cookie.startsWith(SESSION));
    }

    @Test
    void what_the_provider_says_of_somebody_later_holds_then_and_their_username_stays() {
        var name = someName();
        var first = signIn(person(name, "OFFICE", null));
        var again = signIn(person(name, "LIAISON", "MKT").andThen(claims -> {
            claims.setStringClaim("preferred_username", "married-" + name);
            claims.setStringClaim("name", "新名");
        }));

        for (var session : List.of(again.cookie(SESSION), first.cookie(SESSION))) {
            // The first is remembered as it was for some seconds.
            await().untilAsserted(() -> given().cookie(SESSION, session)
                    .get("/api/auth/v1/sessions/current")
                    .then()
                    .body("username", equalTo(name))
                    .body("name", equalTo("新名"))
                    .body("roles", contains("LIAISON")));
        }
    }

    @Test
    void their_accounts_have_no_password_and_can_be_closed_here() {
        var name = someName() + "@example.org";
        var session = signIn(person(name, "SURVEYOR", null)).cookie(SESSION);
        var admin = "Bearer " + admin();

        given().header("Authorization", admin)
                .contentType("application/json")
                .post("/api/auth/v1/users/" + name + "/password-reset")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:huisheng:problem:account-of-provider"));
        change(name, admin, "{\"roles\": [\"ADMIN\"]}").then().statusCode(409);
        given().contentType("application/json")
                .body(Map.of("username", name, "password", "!"))
                .post("/api/auth/v1/tokens")
                .then()
                .statusCode(401);
        change(name, admin, "{\"disabled\": true}").then().statusCode(200).body("foreign", equalTo(true));

        assertThat(refused(signIn(person(name, "SURVEYOR", null)))).isEqualTo("account-disabled");
        await().untilAsserted(() -> given().cookie(SESSION, session)
                .get("/api/auth/v1/sessions/current")
                .then()
                .statusCode(401));
    }

    @Test
    void their_password_is_not_ours_to_change_and_asking_for_it_is_no_guess() {
        var name = someName();
        var session = signIn(person(name, "SURVEYOR", null)).cookie(SESSION);
        String csrf = given().cookie(SESSION, session)
                .get("/api/auth/v1/sessions/current")
                .path("csrfToken");

        for (var i = 0; i < 10; i++) {
            given().cookie(SESSION, session)
                    .header("X-CSRF-Token", csrf)
                    .contentType("application/json")
                    .body(Map.of("currentPassword", "!", "newPassword", "Harbour lantern 27 quiet"))
                    .put("/api/auth/v1/password")
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("urn:huisheng:problem:password-of-provider"));
        }

        given().contentType("application/json")
                .body(Map.of("username", name, "password", "Harbour lantern 27 quiet"))
                .post("/api/auth/v1/sessions")
                .then()
                .statusCode(401);
    }

    @Test
    void who_signs_out_is_told_where_to_sign_out_as_well_and_may_come_back() {
        for (var path : List.of("/api/auth/v1/sessions/current", "/api/auth/v1/sessions")) {
            var name = someName();
            var session = signIn(person(name, "SURVEYOR", null)).cookie(SESSION);
            String csrf = given().cookie(SESSION, session)
                    .get("/api/auth/v1/sessions/current")
                    .path("csrfToken");

            String address = given().cookie(SESSION, session)
                    .header("X-CSRF-Token", csrf)
                    .delete(path)
                    .then()
                    .statusCode(200)
                    .header("Cache-Control", "no-store")
                    .extract()
                    .path("signOut");

            assertThat(address)
                    .contains("/realms/test/logout?client_id=huisheng&id_token_hint=ey")
                    .endsWith("&post_logout_redirect_uri=http%3A%2F%2F127.0.0.1%3A8080%2Fconsole%2Fsign-in");
            given().cookie(SESSION, session)
                    .get("/api/auth/v1/sessions/current")
                    .then()
                    .statusCode(401);
            assertThat(signIn(person(name, "SURVEYOR", null)).cookie(SESSION)).isNotNull();
        }
    }

    @Test
    void the_console_is_told_where_to_send_a_browser() {
        given().get(PROVIDER).then().statusCode(200).body("signIn", equalTo(PROVIDER + "/sign-in"));
    }

    private static Response change(String name, String admin, String body) {
        return given().header("Authorization", admin)
                .contentType("application/json")
                .body(body)
                .patch("/api/auth/v1/users/" + name);
    }

    private static String admin() {
        return StandInProvider.token(person(someName(), "ADMIN", null));
    }

    static Response signIn(Consumer<JwtClaims> person) {
        var browser = sent();
        return comeBack(browser, StandInProvider.signIn(location(browser), person));
    }

    private static Response sent() {
        var answer = given().redirects().follow(false).get(PROVIDER + "/sign-in");
        assertThat(answer.statusCode()).isEqualTo(303);
        return answer;
    }

    private static Response comeBack(Response sent, String code) {
        return callback(code, query(sent, "state"), sent.cookie(Handshake.COOKIE));
    }

    private static Response callback(String code, String state, String cookie) {
        var request = given().redirects().follow(false).queryParam("state", state);
        if (code != null) {
            request.queryParam("code", code);
        }
        if (cookie != null) {
            request.cookie(Handshake.COOKIE, cookie);
        }
        var answer = request.get(PROVIDER + "/callback");
        assertThat(answer.statusCode()).isEqualTo(303);
        return answer;
    }

    private static String refused(Response back) {
        assertThat(back.cookie(SESSION)).isNullOrEmpty();
        return URI.create(back.header("Location")).getQuery().replace("refused=", "");
    }

    private static URI location(Response sent) {
        return URI.create(sent.header("Location"));
    }

    private static String query(Response sent, String name) {
        for (var pair : location(sent).getRawQuery().split("&", -1)) {
            if (pair.startsWith(name + "=")) {
                return pair.substring(name.length() + 1);
            }
        }
        throw new AssertionError("No " + name + " in " + location(sent));
    }

    static String someName() {
        return "p" + UUID.randomUUID().toString().substring(0, 12);
    }

    /** Whose subject is their name, so that they are somebody else each time. */
    static Consumer<JwtClaims> person(String name, String role, String department) {
        return claims -> {
            claims.setSubject("subject of " + name);
            claims.setStringClaim("preferred_username", name);
            claims.setStringClaim("name", "李 " + name);
            claims.setClaim("realm_access", Map.of("roles", List.of("uma_authorization", role)));
            if (department != null) {
                claims.setStringClaim("department", department);
            }
        };
    }
}
