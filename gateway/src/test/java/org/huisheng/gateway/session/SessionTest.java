package org.huisheng.gateway.session;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.huisheng.gateway.testing.Browser;
import org.huisheng.gateway.testing.GatewayTest;
import org.huisheng.gateway.testing.ServiceStandIns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SessionTest extends GatewayTest {

    private final SessionAccess access;

    SessionTest(SessionAccess access) {
        this.access = access;
    }

    @Test
    void signing_in_gives_a_cookie_no_script_can_read_and_no_other_site_can_use() {
        var answer = Browser.signIn("li", "other words");

        answer.then()
                .statusCode(201)
                .header("Cache-Control", "no-store")
                .body("username", equalTo("li"))
                .body("name", equalTo("li"))
                .body("roles", equalTo(List.of("LIAISON")))
                .body("department", equalTo("DIST"))
                .body("foreign", equalTo(false))
                .body("mustChangePassword", equalTo(false));
        assertThat(answer.header("Set-Cookie"))
                .startsWith("huisheng_session=hsse_")
                .contains("; HttpOnly", "; SameSite=Strict", "; Path=/")
                .doesNotContain("Secure", "Domain", "Max-Age");
        assertThat(answer.asString()).doesNotContain("hsse_");
    }

    @Test
    void a_wrong_password_signs_nobody_in() {
        Browser.signIn("li", "wrong")
                .then()
                .statusCode(401)
                .header("Set-Cookie", nullValue())
                .body("type", equalTo("urn:huisheng:problem:bad-credentials"));
    }

    @Test
    void the_services_see_a_token_and_no_cookie() {
        var browser = Browser.of("li", "other words");

        browser.reads()
                .cookie("theme", "dark")
                .get("/api/kpi/v1/echo")
                .then()
                .statusCode(200)
                .body("headers.authorization[0]", startsWith("Bearer ey"))
                .body("headers.cookie", equalTo(List.of("theme=dark")));
        browser.reads().get("/odata/v4/echo").then().statusCode(200);
    }

    @Test
    void who_shows_a_token_is_who_the_token_says() {
        Browser.of("li", "other words")
                .reads()
                .header("Authorization", "Bearer x")
                .get("/api/kpi/v1/echo")
                .then()
                .body("headers.authorization", equalTo(List.of("Bearer x")))
                .body("headers.cookie", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void what_changes_something_needs_the_csrf_token(String method) {
        var browser = Browser.of("li", "other words");
        var other = Browser.of("li", "other words");

        for (var attempt : List.of(
                browser.reads(),
                browser.reads().header("X-CSRF-Token", ""),
                browser.reads().header("X-CSRF-Token", other.csrfToken()))) {
            attempt.body("{}")
                    .request(method, "/api/survey/v1/echo")
                    .then()
                    .statusCode(403)
                    .contentType("application/problem+json")
                    .body("type", equalTo("urn:huisheng:problem:csrf-token-missing"));
        }
        browser.writes()
                .body("{\"a\": 1}")
                .request(method, "/api/survey/v1/echo")
                .then()
                .body("method", equalTo(method))
                .body("body", equalTo("{\"a\": 1}"))
                .body("headers.authorization[0]", startsWith("Bearer ey"));
    }

    @Test
    void a_body_comes_through_whole_when_the_session_has_to_be_looked_up() {
        var browser = Browser.of("li", "other words");

        for (var length : new int[] {10, 300_000}) {
            access.forgetAll("li");
            browser.writes()
                    .body("x".repeat(length))
                    .post("/api/survey/v1/echo")
                    .then()
                    .statusCode(201)
                    .body("length", equalTo(length));
        }
        access.forgetAll("li");
        browser.writes()
                .body(Map.of("currentPassword", "wrong", "newPassword", "whatever else"))
                .put("/api/auth/v1/password")
                .then()
                .statusCode(401);
        access.forgetAll("li");
        browser.reads().get("/api/survey/v1/echo").then().body("headers.authorization[0]", startsWith("Bearer ey"));
    }

    @Test
    void live_figures_need_the_cookie_alone() throws Exception {
        var browser = Browser.of("li", "other words");
        var request = HttpRequest.newBuilder(gateway.resolve("/api/kpi/v1/live?id=cookie"))
                .header("Accept", "text/event-stream")
                .header("Cookie", "huisheng_session=" + browser.cookie())
                .build();
        try (var client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
                var body = client.send(request, BodyHandlers.ofInputStream()).body();
                var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).isEqualTo("data: 0");
            client.shutdownNow();
        }
    }

    @Test
    void the_page_finds_out_who_is_signed_in() {
        var browser = Browser.of("office", ServiceStandIns.OFFICE_PASSWORD);

        browser.reads()
                .get("/api/auth/v1/sessions/current")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("username", equalTo("office"))
                .body("csrfToken", equalTo(browser.csrfToken()));
        given().get("/api/auth/v1/sessions/current").then().statusCode(401).contentType("application/problem+json");
    }

    @Test
    void signing_out_ends_this_session_and_no_other() {
        var here = Browser.of("li", "other words");
        var there = Browser.of("li", "other words");

        here.reads().delete("/api/auth/v1/sessions/current").then().statusCode(403);
        here.writes()
                .delete("/api/auth/v1/sessions/current")
                .then()
                .statusCode(204)
                .header("Set-Cookie", containsString("Max-Age=0"));

        here.reads().get("/api/auth/v1/sessions/current").then().statusCode(401);
        here.reads().get("/api/survey/v1/echo").then().body("headers.authorization", nullValue());
        there.reads().get("/api/auth/v1/sessions/current").then().statusCode(200);
    }

    @Test
    void signing_out_everywhere_ends_sessions_and_refresh_tokens() {
        var here = Browser.of("li", "other words");
        var there = Browser.of("li", "other words");
        String refreshToken = given().contentType("application/json")
                .body(Map.of("username", "li", "password", "other words"))
                .post("/api/auth/v1/tokens")
                .path("refreshToken");

        here.writes().delete("/api/auth/v1/sessions").then().statusCode(204);

        there.reads().get("/api/auth/v1/sessions/current").then().statusCode(401);
        given().contentType("application/json")
                .body(Map.of("refreshToken", refreshToken))
                .post("/api/auth/v1/tokens/refresh")
                .then()
                .statusCode(401);
    }

    @Test
    void signing_in_again_ends_the_session_this_browser_had() {
        var before = Browser.of("li", "other words");

        before.reads()
                .body(Map.of("username", "li", "password", "other words"))
                .post("/api/auth/v1/sessions")
                .then()
                .statusCode(201);

        before.reads().get("/api/auth/v1/sessions/current").then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "hsse_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "a=b", "\""})
    void a_cookie_that_is_no_session_makes_nobody_of_its_bearer(String value) {
        given().header("Cookie", "huisheng_session=" + value)
                .body("{}")
                .post("/api/survey/v1/echo")
                .then()
                .statusCode(201)
                .body("headers.authorization", nullValue())
                .body("headers.cookie", nullValue());
    }
}
