package org.huisheng.kpi.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.huisheng.events.FeedbackEvent.CaseAssigned;
import org.huisheng.events.FeedbackEvent.CaseResolved;
import org.huisheng.events.Side;
import org.huisheng.kpi.observation.RecordObservations;
import org.huisheng.kpi.testing.EventFixture;
import org.huisheng.kpi.testing.KpiTest;
import org.huisheng.kpi.testing.Office;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Answers of 2025, a year that is over, in some of its months. */
@QuarkusTest
class TrendResourceTest extends KpiTest {

    @Inject
    RecordObservations recordObservations;

    private String department;

    @BeforeEach
    void prepare() {
        department = Office.establishDepartment();
        Office.concluded(Office.contract(department).replace("2026", "2025"));
    }

    @Test
    void the_months_are_those_of_the_scores_and_hide_what_they_hide() {
        answered(1, 10, 4);
        answered(2, 3, 5);
        answered(4, 10, 4);

        trend("2025-04?indicator=service")
                .body("points.period", contains("2025-01", "2025-02", "2025-03", "2025-04"))
                .body("points.state", contains("SUPPRESSED", "SUPPRESSED", "NO_DATA", "SCORED"))
                .body("points.value", contains(null, null, null, 75))
                .body("points.n", contains(null, null, 0, 10))
                .body("points[3].score", equalTo(50))
                .body("forecast", nullValue());
        for (var month : List.of("2025-01", "2025-02", "2025-03", "2025-04")) {
            var row = Office.as("OFFICE")
                    .get("/v1/scores?period=" + month + "&department=" + department)
                    .jsonPath()
                    .getMap("rows.find{it.code=='service'}");
            var point = Office.as("OFFICE")
                    .get("/v1/scores/" + department + "/2025-04/trend?indicator=service")
                    .jsonPath()
                    .getMap("points.find{it.period=='" + month + "'}");
            for (var field : List.of("value", "n", "score", "band", "state")) {
                assertThat(point.get(field)).as(month + " " + field).isEqualTo(row.get(field));
            }
        }
    }

    @Test
    void from_four_months_on_december_is_expected_with_what_it_would_be_worth() {
        for (var month = 1; month <= 4; month++) {
            answered(month, 10, 4);
        }

        trend("2025?indicator=service")
                .body("points", hasSize(12))
                .body("forecast.period", equalTo("2025-12"))
                .body("forecast.value", equalTo(75))
                .body("forecast.low", equalTo(75))
                .body("forecast.score", equalTo(50))
                .body("forecast.level", equalTo(80))
                .body("forecast.months", equalTo(4));
        trend("2025-H1")
                .body("indicator", nullValue())
                .body("points.score", contains(50, 50, 50, 50, null, null))
                .body("forecast.value", equalTo(50))
                .body("forecast.score", nullValue());
    }

    @Test
    void once_december_is_known_and_for_quarters_nothing_is_expected() {
        for (var month = 1; month <= 12; month++) {
            answered(month, 6, 4);
        }

        trend("2025?indicator=service").body("points.value[11]", equalTo(75)).body("forecast", nullValue());
        trend("2025-Q3?indicator=service")
                .body("points.period", contains("2025-Q1", "2025-Q2", "2025-Q3"))
                .body("points.n", contains(18, 18, 18))
                .body("forecast", nullValue());
    }

    @Test
    void months_measured_otherwise_are_shown_and_take_no_part_in_the_forecast() {
        Office.concluded(Office.contract(department)
                .replace("2026", "2025")
                .replace("\"sides\": [\"CUSTOMER\", \"ENTERPRISE\"]", "\"sides\": [\"CUSTOMER\"]")
                .replace("\"year\": 2025", "\"year\": 2025, \"effectiveFrom\": \"2025-03-01\""));
        for (var month = 1; month <= 5; month++) {
            answered(month, 10, 4);
        }

        trend("2025-05?indicator=service")
                .body("points.contractVersion", contains(1, 1, 2, 2, 2))
                .body("points.comparable", contains(false, false, true, true, true))
                .body("points.value", contains(75, 75, 75, 75, 75))
                .body("forecast", nullValue());
    }

    @Test
    void scores_that_rest_on_other_indicators_are_shown_and_take_no_part_either() {
        for (var month = 1; month <= 4; month++) {
            answered(month, 10, 4);
        }
        trend("2025-04").body("points.comparable", contains(true, true, true, true));

        answered(5, 10, 4);
        resolved(5, 10);

        trend("2025-06")
                .body("points.score", contains(50, 50, 50, 50, 70, null))
                .body("points.comparable", contains(false, false, false, false, true, false))
                .body("forecast", nullValue());
        trend("2025-06?indicator=service").body("forecast.months", equalTo(5));
    }

    @Test
    void what_is_not_there_or_not_theirs_is_refused() {
        var other = Office.establishDepartment();
        var path = "/v1/scores/{department}/{period}/trend";

        Office.as("OFFICE")
                .get(path + "?indicator=nothing", department, "2025")
                .then()
                .statusCode(404);
        Office.as("OFFICE").get(path, department, "2024").then().statusCode(404);
        Office.as("OFFICE").get(path, "NOWHERE", "2025").then().statusCode(404);
        Office.as("OFFICE").get(path, department, "2025-13").then().statusCode(400);
        Office.as("LIAISON", other).get(path, department, "2025").then().statusCode(403);
        Office.as("SURVEYOR").get(path, department, "2025").then().statusCode(403);
    }

    private ValidatableResponse trend(String rest) {
        var question = rest.indexOf('?');
        var period = question < 0 ? rest : rest.substring(0, question);
        return Office.as("LIAISON", department)
                .get("/v1/scores/" + department + "/" + period + "/trend" + rest.substring(period.length()))
                .then()
                .statusCode(200);
    }

    private void resolved(int month, int count) {
        var at = Instant.parse("2025-%02d-10T02:00:00Z".formatted(month));
        var events = Stream.generate(UUID::randomUUID)
                .limit(count)
                .flatMap(matter -> Stream.of(
                        new CaseAssigned(matter, Side.CUSTOMER, "power", department, null, at, at, null),
                        new CaseResolved(matter, Side.CUSTOMER, "power", department, at, at, null)))
                .map(EventFixture::received)
                .toList();
        QuarkusTransaction.requiringNew().run(() -> recordObservations.record(events));
    }

    private void answered(int month, int count, int answer) {
        var at = Instant.parse("2025-%02d-10T02:00:00Z".formatted(month));
        var events = Stream.generate(() -> EventFixture.received(EventFixture.response(
                        Side.CUSTOMER, at, EventFixture.answer("satisfaction.service", department, answer))))
                .limit(count)
                .toList();
        QuarkusTransaction.requiringNew().run(() -> recordObservations.record(events));
    }
}
