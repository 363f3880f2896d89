package org.huisheng.gateway.pages;

import static io.restassured.RestAssured.given;
import static io.restassured.config.DecoderConfig.decoderConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.List;
import java.util.regex.Pattern;
import org.huisheng.gateway.testing.GatewayTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PagesTest extends GatewayTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/s/some-token",
                "/r/some-receipt",
                "/c/some-token",
                "/a/some-token",
                "/kiosk",
                "/console",
                "/console/",
                "/console/cases/0199b4a0-0000-7000-8000-000000000000"
            })
    void a_page_is_asked_for_each_time_and_runs_only_our_scripts(String path) {
        var page = given().get(path);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.contentType()).isEqualTo("text/html;charset=UTF-8");
        assertThat(page.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(page.headers().getValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("script-src 'self';", "style-src 'self';")
                .doesNotContain("unsafe");
        assertThat(page.asString()).doesNotContain("{organisation}");
    }

    @Test
    void everything_a_page_names_is_there_and_may_be_kept_for_ever() {
        assertThat(assets())
                .isNotEmpty()
                .allSatisfy(asset -> given().get(asset)
                        .then()
                        .statusCode(200)
                        .header("Cache-Control", "public, max-age=31536000, immutable"));
    }

    @Test
    void what_is_worth_it_goes_over_the_wire_packed() {
        given().get(assets().getFirst())
                .then()
                .statusCode(200)
                .header("Content-Encoding", "gzip")
                .header("Vary", "Accept-Encoding");
    }

    @Test
    void who_cannot_unpack_gets_it_plain() {
        var unableToUnpack = RestAssured.config().decoderConfig(decoderConfig().noContentDecoders());

        given().config(unableToUnpack)
                .get(assets().getFirst())
                .then()
                .statusCode(200)
                .header("Content-Encoding", equalTo(null))
                .body(not(equalTo("")));
    }

    @Test
    void what_has_not_changed_is_not_sent_again() {
        var tag = given().get("/kiosk").header("ETag");

        given().header("If-None-Match", tag)
                .get("/kiosk")
                .then()
                .statusCode(304)
                .body(equalTo(""));
        given().header("If-None-Match", "\"other\"").get("/kiosk").then().statusCode(200);
    }

    @Test
    void the_service_worker_may_be_replaced_at_any_time() {
        given().get("/service-worker.js")
                .then()
                .statusCode(200)
                .contentType("text/javascript")
                .header("Cache-Control", "no-cache")
                .header("Content-Security-Policy", containsString("connect-src 'self'"))
                .body(containsString("/respond.html"));
    }

    @Test
    void head_says_how_long_it_is() {
        var page = given().get("/s/some-token");

        given().head("/s/some-token")
                .then()
                .statusCode(200)
                .header("Content-Length", page.header("Content-Length"))
                .body(equalTo(""));
    }

    @Test
    void nothing_can_be_sent_to_a_page() {
        given().body("x")
                .post("/s/some-token")
                .then()
                .statusCode(405)
                .header("Allow", "GET, HEAD")
                .contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/nothing.js",
                "/assets/../contents.json",
                "/contents.json",
                "/s",
                "/s/",
                "/s/a/b",
                "/kiosk/x",
                "/respond.html/x",
                "/consoles",
                "/x/console"
            })
    void what_there_is_not_is_a_problem(String path) {
        given().urlEncodingEnabled(false).get(path).then().statusCode(404).contentType("application/problem+json");
    }

    private static List<String> assets() {
        return Pattern.compile("(?:src|href)=\"(/assets/[^\"]+)\"")
                .matcher(given().get("/s/some-token").asString())
                .results()
                .map(asset -> asset.group(1))
                .toList();
    }
}
