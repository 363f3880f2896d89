package org.huisheng.gateway.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huisheng.gateway.database.Database;
import org.huisheng.gateway.testing.Browser;
import org.huisheng.gateway.testing.GatewayTest;
import org.huisheng.gateway.testing.Login;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SignInLogTest extends GatewayTest {

    private static final String SESSIONS = "/api/auth/v1/sessions";
    private static final String TOKENS = "/api/auth/v1/tokens";
    private static final String PASSWORD = "a long enough secret";

    private final String username = "s-" + UUID.randomUUID().toString().substring(0, 8);

    @Inject
    Database database;

    @BeforeEach
    void somebodyWithAPassword() {
        String temporary = Login.admin()
                .body(Map.of("username", username, "name", "王小明", "roles", List.of("LIAISON"), "department", "DIST"))
                .post("/api/auth/v1/users")
                .then()
                .statusCode(201)
                .extract()
                .path("temporaryPassword");
        Browser.of(username, temporary)
                .writes()
                .body(Map.of("currentPassword", temporary, "newPassword", PASSWORD))
                .put("/api/auth/v1/password")
                .then()
                .statusCode(204);
    }

    @AfterEach
    void the_log_can_be_written() throws SQLException {
        database.write("ALTER TABLE audit_entry DROP CONSTRAINT IF EXISTS not_about_them");
    }

    @Test
    void who_signs_in_and_out_is_in_the_log() {
        Browser.of(username, PASSWORD)
                .writes()
                .delete(SESSIONS + "/current")
                .then()
                .statusCode(204);
        Browser.of(username, PASSWORD).writes().delete(SESSIONS).then().statusCode(204);
        token(PASSWORD).then().statusCode(200);

        entries()
                .body(
                        "items.action[0..4]",
                        equalTo(List.of(
                                "sign-in.token",
                                "sign-out.everywhere",
                                "sign-in.session",
                                "sign-out.session",
                                "sign-in.session")))
                .body("items[0].actor", equalTo(username))
                .body("items[0].roles", equalTo("LIAISON"))
                .body("items[0].department", equalTo("DIST"));
    }

    @Test
    void a_wrong_password_is_in_the_log_and_not_what_was_typed() {
        Browser.signIn(username, "letmein-please").then().statusCode(401);
        token("letmein-please").then().statusCode(401);

        entries()
                .body("items[0].action", equalTo("sign-in.refused"))
                .body("items[0].actor", equalTo("(nobody)"))
                .body("items[0].detail", equalTo("{\"count\":\"2\"}"))
                .body("items.detail", everyItem(not(containsString("letmein"))));
    }

    @Test
    void a_password_typed_for_a_name_is_kept_nowhere() throws SQLException {
        var typed = "tr0ub4dor-" + UUID.randomUUID();

        Browser.signIn(typed, "x").then().statusCode(401);

        assertThat(database.rows(
                        "SELECT to_jsonb(e)::text AS row FROM audit_entry e"
                                + " UNION ALL SELECT to_jsonb(f)::text FROM failed_sign_in f",
                        row -> row.getString("row")))
                .isNotEmpty()
                .noneSatisfy(row -> assertThat(row).contains("tr0ub4dor"));
    }

    @Test
    void a_refresh_token_that_is_shown_twice_is_in_the_log() {
        String refreshToken = token(PASSWORD).path("refreshToken");
        refresh(refreshToken).then().statusCode(200);

        refresh(refreshToken).then().statusCode(401);
        refresh("hsrt_made-up").then().statusCode(401);

        entries().body("items[0].action", equalTo("refresh.refused")).body("items[0].actor", equalTo("(nobody)"));
        Login.admin()
                .queryParam("action", "refresh.refused")
                .get("/api/auth/v1/audit/entries")
                .then()
                .body("items.subject", hasItem(nullValue()));
    }

    @Test
    void nobody_is_signed_in_without_an_entry() throws SQLException {
        database.write("ALTER TABLE audit_entry ADD CONSTRAINT not_about_them CHECK (subject_id <> '%s') NOT VALID"
                .formatted(username));

        Browser.signIn(username, PASSWORD).then().statusCode(500);
        token(PASSWORD).then().statusCode(500);

        assertThat(database.rows("SELECT 1 FROM session WHERE username = ?", _ -> 1, username))
                .hasSize(1); // the one that changed the temporary password
        assertThat(database.rows("SELECT 1 FROM refresh_family WHERE username = ?", _ -> 1, username))
                .isEmpty();
    }

    @Test
    void an_administrator_who_ends_somebody_s_sessions_is_the_one_in_the_log() {
        Login.admin()
                .delete("/api/auth/v1/users/" + username + "/sessions")
                .then()
                .statusCode(204);

        entries()
                .body("items[0].action", equalTo("users.sessions.delete"))
                .body("items[0].actor", equalTo("office"))
                .body("items.findAll { it.action.startsWith('sign-out') }", empty());
    }

    private Response token(String password) {
        return given().contentType("application/json")
                .body(Map.of("username", username, "password", password))
                .post(TOKENS);
    }

    private static Response refresh(String token) {
        return given().contentType("application/json")
                .body(Map.of("refreshToken", token))
                .post(TOKENS + "/refresh");
    }

    private ValidatableResponse entries() {
        return Login.admin()
                .queryParam("subject", username)
                .get("/api/auth/v1/audit/entries")
                .then()
                .statusCode(200);
    }
}
