package org.huisheng.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.huisheng.gateway.testing.GatewayTest;
import org.huisheng.kit.testing.WatchedMetrics;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WatchedMetricsTest extends GatewayTest {

    @Test
    void everything_that_is_watched_is_exposed() {
        given().get("/api/survey/v1/echo").then().statusCode(200);

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(
                                WatchedMetrics.namesIn(given().get("/q/metrics").asString()))
                        .containsAll(WatchedMetrics.of("gateway")));
    }
}
