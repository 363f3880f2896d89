package org.huisheng.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.huisheng.gateway.testing.GatewayTest;
import org.huisheng.gateway.testing.Login;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AuditLogTest extends GatewayTest {

    private static final String AUDIT = "/api/auth/v1/audit/";
    private static final String USERS = "/api/auth/v1/users";

    private final String username = "u-" + UUID.randomUUID().toString().substring(0, 8);

    @Inject
    DataSource dataSource;

    @AfterEach
    void the_log_can_be_written() throws SQLException {
        run("ALTER TABLE audit_entry DROP CONSTRAINT IF EXISTS not_about_them");
    }

    @Test
    void what_administrators_do_with_an_account_is_in_the_log_in_order() {
        create().statusCode(201);
        Login.admin()
                .body(Map.of("disabled", true))
                .patch(USERS + "/" + username)
                .then()
                .statusCode(200);
        Login.admin().delete(USERS + "/" + username + "/sessions").then().statusCode(204);

        entries()
                .body("items.action", equalTo(List.of("users.sessions.delete", "users.patch", "users.post")))
                .body("items[0].actor", equalTo("office"));
    }

    @Test
    void what_is_refused_or_changes_nothing_leaves_nothing() {
        create().statusCode(201);
        create().statusCode(409);
        Login.admin()
                .body(Map.of("roles", List.of("KING")))
                .patch(USERS + "/" + username)
                .then()
                .statusCode(422);
        Login.admin().post(USERS + "/" + username + "/unlock").then().statusCode(204);

        entries().body("items", hasSize(1));
    }

    @Test
    void an_account_whose_entry_cannot_be_written_is_not_changed() throws SQLException {
        create().statusCode(201);
        run("ALTER TABLE audit_entry ADD CONSTRAINT not_about_them CHECK (subject_id <> '%s') NOT VALID"
                .formatted(username));

        Login.admin()
                .body(Map.of("disabled", true))
                .patch(USERS + "/" + username)
                .then()
                .statusCode(500);
        Login.admin().post(USERS + "/" + username + "/password-reset").then().statusCode(500);

        try (var connection = dataSource.getConnection();
                var row = connection
                        .createStatement()
                        .executeQuery("SELECT disabled, generation FROM account WHERE username = '" + username + "'")) {
            row.next();
            assertThat(row.getBoolean("disabled")).isFalse();
            assertThat(row.getInt("generation")).isZero();
        }
    }

    @Test
    void the_log_verifies() {
        create().statusCode(201);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> Login.admin()
                        .get(AUDIT + "log-verification")
                        .then()
                        .statusCode(200)
                        .body("waiting", equalTo(0))
                        .body("findings", empty()));
        Login.liaison().get(AUDIT + "log-verification").then().statusCode(403);
    }

    private ValidatableResponse create() {
        return Login.admin()
                .body(Map.of("username", username, "name", "王小明", "roles", List.of("OFFICE")))
                .post(USERS)
                .then();
    }

    private ValidatableResponse entries() {
        return Login.admin()
                .queryParam("subject", username)
                .get(AUDIT + "entries")
                .then()
                .statusCode(200);
    }

    private void run(String sql) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
