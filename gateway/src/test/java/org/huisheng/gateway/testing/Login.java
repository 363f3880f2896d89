package org.huisheng.gateway.testing;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;
import java.util.Map;

/** Requests of somebody who has logged in. */
public final class Login {

    private Login() {}

    public static RequestSpecification admin() {
        return as("office", ServiceStandIns.OFFICE_PASSWORD);
    }

    public static RequestSpecification liaison() {
        return as("li", "other words");
    }

    private static RequestSpecification as(String username, String password) {
        String token = given().contentType("application/json")
                .body(Map.of("username", username, "password", password))
                .post("/api/auth/v1/tokens")
                .path("accessToken");
        return given().header("Authorization", "Bearer " + token)
                .header("Accept-Language", "en")
                .contentType("application/json");
    }
}
