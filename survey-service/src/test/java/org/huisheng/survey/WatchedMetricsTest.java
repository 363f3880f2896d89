package org.huisheng.survey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.huisheng.kit.testing.WatchedMetrics;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WatchedMetricsTest extends SurveyTest {

    @Test
    void everything_that_is_watched_is_exposed() {
        given().get("/api/survey/v1/links/nobody-knows-it").then().statusCode(404);

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(
                                WatchedMetrics.namesIn(given().get("/q/metrics").asString()))
                        .containsAll(WatchedMetrics.of("survey-service")));
    }
}
