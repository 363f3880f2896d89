package org.huisheng.gateway.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.huisheng.gateway.identity.Tokens;
import org.huisheng.gateway.testing.GatewayTest;
import org.huisheng.gateway.testing.Login;
import org.junit.jupiter.api.Test;

/** Whom the office may send to visit. */
@QuarkusTest
class SurveyorTest extends GatewayTest {

    private static final String SURVEYORS = "/api/auth/v1/surveyors";

    @Inject
    Tokens tokens;

    @Test
    void the_office_sees_surveyors_by_name_and_nothing_else_of_them() {
        var surveyor = user("SURVEYOR", "OFFICE");
        var clerk = user("OFFICE");

        var found = all();

        assertThat(found)
                .contains(Map.of("username", surveyor, "name", "王小明"))
                .allSatisfy(each -> assertThat(each).containsOnlyKeys("username", "name"));
        assertThat(found).extracting(each -> each.get("username")).doesNotContain(clerk);
    }

    @Test
    void who_may_not_sign_in_any_more_is_not_sent_anywhere() {
        var surveyor = user("SURVEYOR");

        Login.admin()
                .contentType("application/json")
                .body(Map.of("disabled", true))
                .patch("/api/auth/v1/users/" + surveyor)
                .then()
                .statusCode(200);

        assertThat(all()).extracting(each -> each.get("username")).doesNotContain(surveyor);
    }

    @Test
    void a_list_goes_on_after_the_last_name() {
        user("SURVEYOR");
        user("SURVEYOR");

        var first = office().queryParam("limit", 1).get(SURVEYORS);
        first.then().statusCode(200).body("items", hasSize(1)).body("next", notNullValue());
        office().queryParam("limit", 500)
                .get(SURVEYORS)
                .then()
                .body("next", nullValue())
                .body("items[0].username", equalTo(first.path("next")));
    }

    private String user(String... roles) {
        var username = "v-" + UUID.randomUUID().toString().substring(0, 8);
        Login.admin()
                .contentType("application/json")
                .body(Map.of("username", username, "name", "王小明", "roles", List.of(roles)))
                .post("/api/auth/v1/users")
                .then()
                .statusCode(201);
        return username;
    }

    private List<Map<String, String>> all() {
        var found = new ArrayList<Map<String, String>>();
        String after = "";
        while (after != null) {
            var page =
                    office().queryParam("after", after).queryParam("limit", 2).get(SURVEYORS);
            page.then().statusCode(200);
            found.addAll(page.path("items"));
            after = page.path("next");
        }
        return found;
    }

    private RequestSpecification office() {
        return given().header(
                        "Authorization",
                        "Bearer " + tokens.sign("office", Set.of("OFFICE"), null, Duration.ofMinutes(5)));
    }
}
