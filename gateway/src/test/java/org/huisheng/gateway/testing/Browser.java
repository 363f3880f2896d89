package org.huisheng.gateway.testing;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;

/** Somebody's browser that is signed in. */
public record Browser(String cookie, String csrfToken) {

    public static Response signIn(String username, String password) {
        return given().contentType("application/json")
                .header("Accept-Language", "en")
                .body(Map.of("username", username, "password", password))
                .post("/api/auth/v1/sessions");
    }

    public static Browser of(String username, String password) {
        var answer = signIn(username, password);
        answer.then().statusCode(201);
        return new Browser(answer.cookie("huisheng_session"), answer.path("csrfToken"));
    }

    public RequestSpecification reads() {
        return given().contentType("application/json")
                .header("Accept-Language", "en")
                .cookie("huisheng_session", cookie);
    }

    public RequestSpecification writes() {
        return reads().header("X-CSRF-Token", csrfToken);
    }
}
