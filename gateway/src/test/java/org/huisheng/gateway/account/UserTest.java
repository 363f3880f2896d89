package org.huisheng.gateway.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huisheng.gateway.testing.Browser;
import org.huisheng.gateway.testing.GatewayTest;
import org.huisheng.gateway.testing.Login;
import org.huisheng.gateway.testing.ServiceStandIns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class UserTest extends GatewayTest {

    private static final String OWN_WORDS = "eight small green boats";

    private final String username = "u-" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void a_new_user_gets_a_password_to_be_told_once() {
        var made = create("LIAISON", "DIST");

        made.then()
                .statusCode(201)
                .header("Location", equalTo("/api/auth/v1/users/" + username))
                .header("Cache-Control", "no-store")
                .body("username", equalTo(username))
                .body("name", equalTo("王小明"))
                .body("roles", equalTo(List.of("LIAISON")))
                .body("department", equalTo("DIST"))
                .body("mustChangePassword", equalTo(true))
                .body("locked", equalTo(false))
                .body("lastSignedInAt", nullValue())
                .body("createdAt", notNullValue());
        assertThat(made.<String>path("temporaryPassword")).hasSize(16);
        assertThat(listed()).doesNotContainKey("temporaryPassword").containsEntry("name", "王小明");
    }

    @Test
    void until_the_temporary_password_is_changed_nothing_else_is_open() {
        String temporary = create("ADMIN", null).path("temporaryPassword");
        var browser = Browser.of(username, temporary);

        browser.reads()
                .get("/api/auth/v1/sessions/current")
                .then()
                .statusCode(200)
                .body("mustChangePassword", equalTo(true));
        for (var path : List.of("/api/auth/v1/users", "/api/survey/v1/echo", "/odata/v4/echo")) {
            browser.reads()
                    .get(path)
                    .then()
                    .statusCode(403)
                    .body("type", equalTo("urn:huisheng:problem:password-change-required"));
        }
        given().contentType("application/json")
                .body(Map.of("username", username, "password", temporary))
                .post("/api/auth/v1/tokens")
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:huisheng:problem:password-change-required"));

        change(browser, temporary, OWN_WORDS).then().statusCode(204);

        browser.reads().get("/api/auth/v1/users").then().statusCode(200);
        browser.reads().get("/api/auth/v1/sessions/current").then().body("mustChangePassword", equalTo(false));
        Browser.signIn(username, temporary).then().statusCode(401);
        assertThat(listed().get("lastSignedInAt")).isNotNull();
    }

    @Test
    void changing_the_password_keeps_this_session_and_ends_the_others() {
        var here = usedToIt();
        var there = Browser.of(username, OWN_WORDS);

        change(here, OWN_WORDS, OWN_WORDS + " more").then().statusCode(204);

        here.reads().get("/api/auth/v1/sessions/current").then().statusCode(200);
        there.reads().get("/api/auth/v1/sessions/current").then().statusCode(401);
    }

    @ParameterizedTest
    @CsvSource({
        "too short,password-too-short",
        "密密密密密密密密密密密密密密密密密密密密密密密密密,password-too-long",
        "aaaabbbbccccdddd,password-too-plain",
        "NAME and more words,password-too-plain",
        "eight small green boats,same-password"
    })
    void a_password_is_long_and_not_plain(String wanted, String violation) {
        var browser = usedToIt();

        change(browser, OWN_WORDS, wanted.replace("NAME", username))
                .then()
                .statusCode(422)
                .body("violations.code", hasItem(violation));
    }

    @Test
    void a_stolen_session_does_not_know_the_password() {
        var browser = usedToIt();

        change(browser, "guessed at random", "some other long words").then().statusCode(401);
        for (var i = 0; i < 4; i++) {
            change(browser, "guess " + i, "some other long words");
        }

        change(browser, OWN_WORDS, "some other long words").then().statusCode(429);
    }

    @Test
    void a_reset_gives_a_temporary_password_and_ends_what_there_was() {
        var browser = usedToIt();

        var reset = Login.admin().post("/api/auth/v1/users/" + username + "/password-reset");

        reset.then().statusCode(200).header("Cache-Control", "no-store");
        awaitEndOf(browser);
        Browser.signIn(username, OWN_WORDS).then().statusCode(401);
        Browser.signIn(username, reset.path("temporaryPassword"))
                .then()
                .statusCode(201)
                .body("mustChangePassword", equalTo(true));
    }

    @Test
    void an_administrator_changes_roles_departments_and_who_may_sign_in() {
        var browser = usedToIt();

        patch("{\"roles\": [\"SURVEYOR\", \"LEADER\"], \"department\": null, \"name\": \"Wang\"}")
                .then()
                .statusCode(200)
                .body("roles", equalTo(List.of("LEADER", "SURVEYOR")))
                .body("department", nullValue())
                .body("name", equalTo("Wang"));
        patch("{\"department\": \"MKT\"}")
                .then()
                .body("department", equalTo("MKT"))
                .body("name", equalTo("Wang"));
        patch("{\"disabled\": true}").then().body("disabled", equalTo(true));

        Browser.signIn(username, OWN_WORDS).then().statusCode(401);
        patch("{\"disabled\": false}").then().statusCode(200);
        Browser.signIn(username, OWN_WORDS).then().statusCode(201);
        awaitEndOf(browser);
    }

    @Test
    void an_administrator_ends_the_sessions_of_somebody() {
        var browser = usedToIt();

        Login.admin()
                .delete("/api/auth/v1/users/" + username + "/sessions")
                .then()
                .statusCode(204);

        browser.reads().get("/api/auth/v1/sessions/current").then().statusCode(401);
        Login.admin().delete("/api/auth/v1/users/nobody-here/sessions").then().statusCode(404);
    }

    @Test
    void somebody_who_is_locked_is_let_in_again() {
        usedToIt();
        for (var i = 0; i < 5; i++) {
            Browser.signIn(username, "wrong " + i);
        }
        Browser.signIn(username, OWN_WORDS).then().statusCode(429);

        Login.admin().post("/api/auth/v1/users/" + username + "/unlock").then().statusCode(204);

        Browser.signIn(username, OWN_WORDS).then().statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"username\": \"Big\", \"name\": \"x\", \"roles\": [\"OFFICE\"]}",
                "{\"username\": \"ok\", \"name\": \" \", \"roles\": [\"OFFICE\"]}",
                "{\"username\": \"ok\", \"name\": \"x\", \"roles\": []}",
                "{\"username\": \"ok\", \"name\": \"x\", \"roles\": [\"EMPEROR\"]}",
                "{\"username\": \"ok\", \"name\": \"x\"}",
                "{\"username\": null, \"name\": \"x\", \"roles\": [\"OFFICE\"]}",
                "{\"username\": \"ok\", \"name\": \"x\", \"roles\": [\"LIAISON\"]}",
                "{\"username\": \"ok\", \"name\": \"x\", \"roles\": [\"LIAISON\"], \"department\": \"dist\"}"
            })
    void nobody_is_made_against_the_rules(String body) {
        Login.admin()
                .body(body)
                .post("/api/auth/v1/users")
                .then()
                .statusCode(422)
                .body("violations", hasSize(1));
    }

    @Test
    void a_username_means_one_person() {
        create("OFFICE", null).then().statusCode(201);

        create("OFFICE", null).then().statusCode(409).body("type", equalTo("urn:huisheng:problem:username-taken"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"department\": 1}", "{\"password\": \"x\"}", "", "[]", "{\"roles\": [null]}"})
    void nonsense_is_refused(String body) {
        create("OFFICE", null);

        patch(body).then().statusCode(400);
    }

    @Test
    void pages_of_users_follow_one_another() {
        create("OFFICE", null);
        var seen = new ArrayList<String>();
        var admin = Browser.of("office", ServiceStandIns.OFFICE_PASSWORD);
        String next = "";
        while (next != null) {
            var page = admin.reads().get("/api/auth/v1/users?limit=1&after=" + next);
            page.then().statusCode(200).body("items", hasSize(1));
            seen.add(page.path("items[0].username"));
            next = page.path("next");
        }

        assertThat(seen).isSorted().doesNotHaveDuplicates().contains("li", "office", username);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "9999999999", "1.5", "0", "-1"})
    void a_limit_nobody_can_mean_is_a_bad_query(String limit) {
        Login.admin()
                .get("/api/auth/v1/users?limit=" + limit)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:huisheng:problem:bad-query"), "detail", containsString("limit"));
    }

    @Test
    void only_administrators_see_users() {
        given().get("/api/auth/v1/users").then().statusCode(401);
        Login.liaison().get("/api/auth/v1/users").then().statusCode(403);
        Login.liaison().post("/api/auth/v1/users/office/password-reset").then().statusCode(403);
        Login.liaison().delete("/api/auth/v1/users/office/sessions").then().statusCode(403);
        Browser.of("office", ServiceStandIns.OFFICE_PASSWORD)
                .reads()
                .get("/api/auth/v1/users")
                .then()
                .statusCode(200);
    }

    private Response create(String role, String department) {
        var body = new HashMap<String, Object>(Map.of("username", username, "name", "王小明", "roles", List.of(role)));
        body.put("department", department);
        return Login.admin().body(body).post("/api/auth/v1/users");
    }

    private Response patch(String body) {
        return Login.admin().body(body).patch("/api/auth/v1/users/" + username);
    }

    private Browser usedToIt() {
        String temporary = create("LIAISON", "DIST").path("temporaryPassword");
        change(Browser.of(username, temporary), temporary, OWN_WORDS).then().statusCode(204);
        return Browser.of(username, OWN_WORDS);
    }

    /** Some seconds at most, as long as a session goes unasked. */
    private static void awaitEndOf(Browser browser) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> browser.reads()
                        .get("/api/auth/v1/sessions/current")
                        .then()
                        .statusCode(401));
    }

    private static Response change(Browser browser, String current, String wanted) {
        return browser.writes()
                .body(Map.of("currentPassword", current, "newPassword", wanted))
                .put("/api/auth/v1/password");
    }

    private Map<String, Object> listed() {
        return Login.admin()
                .get("/api/auth/v1/users?limit=500")
                .jsonPath()
                .getMap("items.find { it.username == '" + username + "' }");
    }
}
