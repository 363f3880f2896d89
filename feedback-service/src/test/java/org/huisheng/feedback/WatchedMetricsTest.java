package org.huisheng.feedback;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Duration;
import org.huisheng.kit.testing.WatchedMetrics;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WatchedMetricsTest extends HttpTest {

    @Test
    void everything_that_is_watched_is_exposed() {
        given().get(CASES).then().statusCode(401);

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(
                                WatchedMetrics.namesIn(given().get("/q/metrics").asString()))
                        .containsAll(WatchedMetrics.of("feedback-service")));
    }

    /** Here and not beside the bucket: of a second application in one JVM there are no gauges. */
    @Test
    void how_long_a_file_has_been_due_to_go_is_told() throws SQLException {
        execute("INSERT INTO loose_object VALUES (gen_random_uuid(), now() - interval '1 hour')");
        try {
            var told = given().get("/q/metrics")
                    .asString()
                    .lines()
                    .filter(line -> line.startsWith("huisheng_attachment_loose_lag_seconds"))
                    .findFirst()
                    .orElseThrow();
            assertThat(Double.parseDouble(told.substring(told.lastIndexOf(' '))))
                    .isBetween(3_600.0, 7_200.0);
        } finally {
            execute("DELETE FROM loose_object");
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
