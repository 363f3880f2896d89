package org.huisheng.kpi.score;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import org.huisheng.events.Side;
import org.huisheng.events.SurveyEvent.MeasuredValue;
import org.huisheng.kpi.testing.EventFixture;
import org.huisheng.kpi.testing.Office;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two answered in October, ten in November, twenty in December. */
@QuarkusTest
class SmallMonthsTest extends AnsweredDepartment {

    @BeforeEach
    void twoAndTwenty() {
        answered(2, 1, Instant.parse("2026-10-10T02:00:00Z"));
        answered(20, 5, Instant.parse("2026-12-10T02:00:00Z"));
    }

    @Test
    void the_quarter_is_whole_and_less_its_months_gives_nobody_away() {
        indicator("2026-Q4").body("n", equalTo(32)).body("state", equalTo("SCORED"));
        indicator("2026").body("n", equalTo(32));
        indicator("2026-12").body("n", equalTo(20));
        for (var period : new String[] {"2026-10", "2026-11"}) {
            indicator(period)
                    .body("state", equalTo("SUPPRESSED"))
                    .body("n", nullValue())
                    .body("value", nullValue());
        }
    }

    @Test
    void a_lineage_lists_who_may_be_seen_and_adds_up_the_others() {
        Office.as("LIAISON", department)
                .get("/v1/scores/{department}/2026-Q4/service/lineage", department)
                .then()
                .body("n", equalTo(32))
                .body("sum", equalTo(2750))
                .body("items", hasSize(20))
                .body("items.occurredAt", everyItem(startsWith("2026-12")))
                .body("withheld", hasSize(1))
                .body("withheld[0].metric", equalTo("satisfaction.service"))
                .body("withheld[0].n", equalTo(12))
                .body("withheld[0].sum", equalTo(750));
    }

    @Test
    void the_office_which_reads_the_answers_themselves_is_shown_every_row() {
        Office.as("OFFICE")
                .get("/v1/scores/{department}/2026-Q4/service/lineage", department)
                .then()
                .body("items", hasSize(32))
                .body("withheld", hasSize(0));
        Office.as("OFFICE")
                .get("/v1/scores/{department}/2026-10/service/lineage", department)
                .then()
                .body("suppressed", equalTo(true))
                .body("items", hasSize(0));
    }

    @Test
    void five_answers_of_one_person_are_one_person() {
        var other = Office.establishDepartment();
        Office.concludeContract(other);
        var row = EventFixture.answer("satisfaction.service", other, 4);

        record(EventFixture.received(EventFixture.response(
                Side.CUSTOMER, Instant.parse("2026-11-10T02:00:00Z"), new MeasuredValue[] {row, row, row, row, row})));

        Office.as("LEADER")
                .get("/v1/scores/{department}/2026-11", other)
                .then()
                .body("dimensions[0].indicators[0].state", equalTo("SUPPRESSED"));
    }

    private ValidatableResponse indicator(String period) {
        return Office.as("LEADER")
                .get("/v1/scores/{department}/{period}", department, period)
                .then()
                .statusCode(200)
                .rootPath("dimensions[0].indicators[0]");
    }
}
