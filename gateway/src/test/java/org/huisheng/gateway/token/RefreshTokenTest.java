package org.huisheng.gateway.token;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.huisheng.gateway.testing.GatewayTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RefreshTokenTest extends GatewayTest {

    @Test
    void each_refresh_gives_a_new_access_token_and_a_new_refresh_token() {
        var first = begin();
        var second = refresh(first);

        second.then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("tokenType", equalTo("Bearer"))
                .body("expiresIn", equalTo(3600))
                .body("roles", equalTo(List.of("LIAISON")))
                .body("department", equalTo("DIST"))
                .body("accessToken", startsWith("ey"));
        assertThat(second.<String>path("refreshToken")).isNotEqualTo(first);
        refresh(second.path("refreshToken")).then().statusCode(200);
    }

    @Test
    void one_that_is_shown_again_ends_the_whole_family_and_no_other() {
        var first = begin();
        var unrelated = begin();
        String second = refresh(first).path("refreshToken");

        refresh(first)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:huisheng:problem:bad-refresh-token"));

        refresh(second).then().statusCode(401);
        refresh(unrelated).then().statusCode(200);
    }

    @Test
    void of_many_who_show_one_at_once_at_most_one_gets_a_token() throws Exception {
        var token = begin();
        try (var threads = Executors.newFixedThreadPool(8)) {
            var answers = threads.invokeAll(IntStream.range(0, 8)
                    .<Callable<Integer>>mapToObj(_ -> () -> refresh(token).statusCode())
                    .toList());
            var granted = 0;
            for (var answer : answers) {
                granted += answer.get() == 200 ? 1 : 0;
            }

            assertThat(granted).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "hsrt_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void what_is_none_is_refused(String token) {
        refresh(token).then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"refreshToken\": 1}", "{\"refreshToken\": \"x\", \"more\": 1}"})
    void nonsense_is_a_400(String body) {
        given().contentType("application/json")
                .body(body)
                .post("/api/auth/v1/tokens/refresh")
                .then()
                .statusCode(400);
    }

    private static String begin() {
        return given().contentType("application/json")
                .body(Map.of("username", "li", "password", "other words"))
                .post("/api/auth/v1/tokens")
                .path("refreshToken");
    }

    private static Response refresh(String token) {
        return given().contentType("application/json")
                .body(Map.of("refreshToken", token))
                .post("/api/auth/v1/tokens/refresh");
    }
}
