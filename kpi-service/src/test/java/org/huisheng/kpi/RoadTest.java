package org.huisheng.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.huisheng.kpi.testing.EventFixture.answer;
import static org.huisheng.kpi.testing.EventFixture.received;
import static org.huisheng.kpi.testing.EventFixture.response;

import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowingConsumer;
import org.huisheng.events.Side;
import org.huisheng.kit.event.ReceivedEvent;
import org.huisheng.kpi.testing.KpiTest;
import org.huisheng.kpi.testing.Office;
import org.huisheng.kpi.testing.Road;
import org.junit.jupiter.api.BeforeEach;

/** The way of events through Kafka to the figures of a department of the test's own. */
abstract class RoadTest extends KpiTest {

    static final Instant NOVEMBER = Instant.parse("2026-11-10T02:00:00Z");

    String department;

    @BeforeEach
    void prepare() {
        department = Office.establishDepartment();
        Office.concludeContract(department);
    }

    List<ReceivedEvent> responses(int count, int answer) {
        var events = new ArrayList<ReceivedEvent>();
        for (var i = 0; i < count; i++) {
            events.add(received(response(
                    Side.CUSTOMER, NOVEMBER.plusSeconds(i / 3), answer("satisfaction.service", department, answer))));
        }
        return events;
    }

    static void publish(List<ReceivedEvent> events) {
        try (var road = new Road()) {
            events.forEach(road::send);
        }
    }

    void awaitScores(ThrowingConsumer<JsonPath> assertion) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertion.accept(scores()));
    }

    JsonPath scores() {
        return Office.as("LIAISON", department)
                .queryParam("period", "2026-Q4")
                .queryParam("department", department)
                .get("/v1/scores")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    JsonPath lineage(String indicator) {
        return Office.as("LIAISON", department)
                .get("/v1/scores/{department}/2026-Q4/{indicator}/lineage", department, indicator)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    static void assertVerified() {
        assertThat(Office.as("ADMIN").get("/v1/cells/verification").jsonPath().getInt("differences"))
                .isZero();
    }

    static BigDecimal number(JsonPath json, String path) {
        var text = json.getString(path);
        // As an assertion, for what is awaited may be absent at first.
        assertThat(text).as(path).isNotNull();
        return new BigDecimal(text);
    }
}
