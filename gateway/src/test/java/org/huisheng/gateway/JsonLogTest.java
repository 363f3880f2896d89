package org.huisheng.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.huisheng.gateway.testing.GatewayTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(JsonLogTest.AsJson.class)
class JsonLogTest extends GatewayTest {

    private static final Path LOG = Path.of("target/json-log-test.log");

    public static final class AsJson implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "HUISHENG_LOG_JSON", "true",
                    "HUISHENG_LOG_TO_FILE", "true",
                    "HUISHENG_LOG_FILE", LOG.toString(),
                    "quarkus.log.category.\"http-problem\".level", "INFO");
        }
    }

    @Test
    void each_line_is_an_object_and_names_the_request_and_the_trace_it_belongs_to() throws Exception {
        given().header("X-Request-Id", "request-of-json-log-test")
                .header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                .contentType(ContentType.JSON)
                .body("{")
                .post("/api/auth/v1/tokens")
                .then()
                .statusCode(400);

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(LOG).content().contains("request-of-json-log-test"));
        var json = new ObjectMapper();
        for (var line : Files.readAllLines(LOG)) {
            var entry = json.readTree(line);
            assertThat(entry.path("level").asText()).as(line).isNotBlank();
            if (line.contains("request-of-json-log-test")) {
                assertThat(entry.at("/mdc/requestId").asText()).isEqualTo("request-of-json-log-test");
                assertThat(entry.at("/mdc/traceId").asText()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
            }
        }
    }
}
