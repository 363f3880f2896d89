package org.huisheng.gateway.document;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.huisheng.gateway.testing.GatewayTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class DocumentTest extends GatewayTest {

    private static final String THINGS = "paths.'/api/survey/v1/things'.get.";

    @Test
    void one_document_holds_what_all_services_offer_and_says_who_is_missing() {
        given().get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("info.description", containsString("feedback"))
                .body("paths.'/api/auth/v1/tokens'.post", notNullValue())
                .body("paths.'/.well-known/jwks.json'.get", notNullValue())
                .body(THINGS + "operationId", notNullValue())
                .body("components.schemas.'survey.Thing'.type", equalTo("object"))
                .body("components.schemas.'kpi.Thing'.type", equalTo("object"))
                .body(THINGS + "security[0].bearer", equalTo(List.of()))
                .body("components.securitySchemes.bearer.bearerFormat", equalTo("JWT"))
                .body("paths.'/'", equalTo(null));
    }

    @Test
    void every_reference_leads_somewhere() throws Exception {
        var document = new ObjectMapper()
                .readTree(given().get("/q/openapi?format=json").asString());

        var references = document.findValuesAsText("$ref");

        assertThat(references)
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                document.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }

    @Test
    void it_comes_as_json_or_yaml() throws Exception {
        var byAccept = given().accept("application/json").get("/q/openapi");
        var yaml = given().accept("*/*").get("/q/openapi");

        assertThat(byAccept.contentType()).startsWith("application/json");
        assertThat(yaml.contentType()).startsWith("application/yaml");
        assertThat(new YAMLMapper().readTree(yaml.asString()).path("openapi").asText())
                .isEqualTo("3.1.0");
    }

    @Test
    void swagger_ui_shows_the_merged_document() {
        given().get("/q/swagger-ui/")
                .then()
                .statusCode(200)
                .contentType("text/html")
                .body(containsString("/q/openapi"))
                .header("Content-Security-Policy", containsString("script-src 'self'"));
    }

    @Test
    void the_gateway_is_ready_without_the_services_but_says_that_all_is_not_well() {
        given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
        given().get("/q/health/live").then().statusCode(200);
        given().get("/q/health/started").then().statusCode(200);
        given().get("/q/health/well")
                .then()
                .statusCode(503)
                .body("checks.find { it.name == 'services' }.data.survey", equalTo("UP"))
                .body("checks.find { it.name == 'services' }.data.feedback", equalTo("DOWN"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-For", "Forwarded", "X-Real-IP", "Via"})
    void what_an_unlisted_proxy_passes_on_opens_no_metrics(String header) {
        given().header(header, "127.0.0.1").get("/q/metrics").then().statusCode(404);
    }

    @Test
    void metrics_count_what_went_through() {
        given().get("/api/survey/v1/echo").then().statusCode(200);

        assertThat(given().get("/q/metrics").asString())
                .containsPattern("huisheng_gateway_requests_seconds_count\\{.*service=\"survey\".*\\} [1-9]");
    }
}
