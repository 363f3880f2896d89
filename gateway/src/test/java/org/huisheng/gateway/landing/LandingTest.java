package org.huisheng.gateway.landing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.util.regex.Pattern;
import org.huisheng.gateway.testing.GatewayTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class LandingTest extends GatewayTest {

    @Test
    void the_page_speaks_chinese_unless_asked_otherwise() {
        given().get("/")
                .then()
                .statusCode(200)
                .contentType("text/html")
                .header("Content-Language", "zh-CN")
                .header("Content-Security-Policy", containsString("style-src 'sha256-"))
                .body("html.@lang", equalTo("zh-CN"))
                .body(containsString("获取令牌"));
        given().header("Accept-Language", "en-GB,en;q=0.9").get("/").then().header("Content-Language", "en");
        given().header("Accept-Language", "en").get("/?lang=zh-CN").then().header("Content-Language", "zh-CN");
    }

    @Test
    void one_policy_governs_the_page() {
        assertThat(given().get("/").headers().getValues("Content-Security-Policy"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void every_link_on_it_leads_somewhere_here(String language) {
        var page = given().queryParam("lang", language).get("/").asString();

        var links = Pattern.compile("href=\"(/[^\"]*)\"")
                .matcher(page)
                .results()
                .map(link -> link.group(1))
                .toList();

        assertThat(page).doesNotContain("<script", "src=", "{address}", "{style}");
        assertThat(links)
                .isNotEmpty()
                .allSatisfy(link ->
                        assertThat(given().get(link).statusCode()).as(link).isNotEqualTo(404));
    }
}
