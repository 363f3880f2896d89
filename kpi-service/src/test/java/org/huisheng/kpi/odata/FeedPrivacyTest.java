package org.huisheng.kpi.odata;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesRegex;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.huisheng.events.FeedbackEvent.CaseAssigned;
import org.huisheng.events.FeedbackEvent.CaseDisputed;
import org.huisheng.events.Side;
import org.huisheng.events.SurveyEvent.ResponseSubmitted;
import org.huisheng.events.SurveyEvent.ResponseWithdrawn;
import org.huisheng.kit.event.ReceivedEvent;
import org.huisheng.kpi.observation.RecordObservations;
import org.huisheng.kpi.testing.EventFixture;
import org.huisheng.kpi.testing.KpiTest;
import org.huisheng.kpi.testing.Office;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FeedPrivacyTest extends KpiTest {

    private static final String SERVICE = "satisfaction.service";

    @Inject
    RecordObservations recordObservations;

    private String department;
    private String own;

    @BeforeEach
    void prepare() {
        department = Office.establishDepartment();
        own = "department eq '" + department + "'";
    }

    @Test
    void few_cannot_be_seen_by_any_road() {
        var few = ObservedFixture.answered(recordObservations, department, Side.CUSTOMER, SERVICE, 4);
        ObservedFixture.answered(recordObservations, department, Side.EMPLOYEE, SERVICE, 6);
        ObservedFixture.answered(recordObservations, department, Side.GOVERNMENT, SERVICE, 5);

        sides().body("value.side", everyItem(equalTo("GOVERNMENT"))).body("value", hasSize(5));
        count(own).body(equalTo("5"));
        for (var filter : List.of(
                own + " and side ne 'GOVERNMENT'",
                "eventId eq " + few.getFirst().id(),
                "sourceId eq " + response(few.getFirst()).responseId(),
                own + " and not (side eq 'GOVERNMENT') or " + own + " and side eq 'CUSTOMER'")) {
            count(filter).body(equalTo("0"));
        }
        Feed.analyst()
                .get("Observations(eventId=" + few.getFirst().id() + ",ordinal=0)")
                .then()
                .statusCode(404);

        ObservedFixture.answered(recordObservations, department, Side.CUSTOMER, SERVICE, 1);
        ObservedFixture.answered(recordObservations, department, Side.EMPLOYEE, SERVICE, 1);

        count(own).body(equalTo("17"));
    }

    @Test
    void a_withdrawal_takes_the_rest_of_a_small_group_away() {
        var five = ObservedFixture.answered(recordObservations, department, Side.CUSTOMER, SERVICE, 5);
        count(own).body(equalTo("5"));

        ObservedFixture.record(
                recordObservations,
                List.of(EventFixture.received(new ResponseWithdrawn(
                        response(five.getFirst()).responseId(),
                        Side.CUSTOMER,
                        ObservedFixture.MORNING.plusSeconds(60)))));

        count(own).body(equalTo("0"));
    }

    @Test
    void who_is_added_up_with_few_is_hidden_with_them() {
        Office.concludeContract(department);
        ObservedFixture.answered(recordObservations, department, Side.CUSTOMER, SERVICE, 20);
        ObservedFixture.answered(recordObservations, department, Side.ENTERPRISE, SERVICE, 3);
        ObservedFixture.answered(recordObservations, department, Side.GOVERNMENT, SERVICE, 8);
        ObservedFixture.answered(recordObservations, department, Side.CUSTOMER, "satisfaction.other", 6);
        ObservedFixture.answered(
                recordObservations, department, Side.CUSTOMER, SERVICE, 7, Instant.parse("2026-10-10T02:00:00Z"));

        Feed.analyst()
                .get("Scores(period='2026-11',department='" + department + "',level='indicator',code='service')")
                .then()
                .body("n", equalTo(23));
        Feed.analyst()
                .get(Feed.query(
                        "Observations", "$filter", own + " and metric eq '" + SERVICE + "' and month eq 2026-11-01"))
                .then()
                .body("value.side", everyItem(equalTo("GOVERNMENT")))
                .body("value", hasSize(8));
        count(own + " and month eq 2026-10-01").body(equalTo("7"));
        count(own + " and metric eq 'satisfaction.other'").body(equalTo("6"));
    }

    @Test
    void rows_of_months_that_are_joined_are_in_no_feed() {
        Office.concludeContract(department);
        ObservedFixture.answered(
                recordObservations, department, Side.CUSTOMER, SERVICE, 2, Instant.parse("2026-10-10T02:00:00Z"));
        ObservedFixture.answered(recordObservations, department, Side.CUSTOMER, SERVICE, 10);
        ObservedFixture.answered(
                recordObservations, department, Side.CUSTOMER, SERVICE, 20, Instant.parse("2026-12-10T02:00:00Z"));

        count(own).body(equalTo("20"));
        count(own + " and month eq 2026-12-01").body(equalTo("20"));
    }

    @Test
    void few_cases_stay_hidden_however_many_steps_they_take() {
        var events =
                IntStream.range(0, 5).mapToObj(i -> received(Side.CUSTOMER)).toList();
        ObservedFixture.record(recordObservations, events.subList(0, 4));
        var first = (CaseAssigned) events.getFirst().event();
        ObservedFixture.record(
                recordObservations,
                IntStream.range(0, 6)
                        .mapToObj(i -> EventFixture.received(new CaseDisputed(
                                first.caseId(),
                                Side.CUSTOMER,
                                "power",
                                department,
                                ObservedFixture.MORNING,
                                ObservedFixture.MORNING.plusSeconds(i),
                                null)))
                        .toList());
        count(own).body(equalTo("0"));

        ObservedFixture.record(recordObservations, events.subList(4, 5));

        count(own + " and metric eq 'case.received'").body(equalTo("5"));
        count(own + " and metric eq 'case.disputed'").body(equalTo("6"));
    }

    private ReceivedEvent received(Side side) {
        return EventFixture.received(new CaseAssigned(
                UUID.randomUUID(),
                side,
                "power",
                department,
                null,
                ObservedFixture.MORNING,
                ObservedFixture.MORNING.plusSeconds(1),
                null));
    }

    @Test
    void of_an_anonymous_answer_only_the_month_is_shown() {
        var midnight = Instant.parse("2026-11-09T16:00:00Z");
        var anonymous = ObservedFixture.answered(recordObservations, department, Side.CUSTOMER, SERVICE, 5, midnight);
        ObservedFixture.answered(recordObservations, department, Side.CUSTOMER, SERVICE, 5);

        var month = matchesRegex("\\d{4}-\\d\\d-01T00:00:00\\+08:00");
        Feed.analyst()
                .get(Feed.query("Observations", "$filter", own + " and sourceId eq null"))
                .then()
                .body("value", hasSize(5))
                .body("value.occurredAt", everyItem(equalTo("2026-11-01T00:00:00+08:00")))
                .body("value.recordedAt", everyItem(month))
                .body("value.sourceId", everyItem(nullValue()))
                .body("value.sourceVersion", everyItem(nullValue()));
        Feed.analyst()
                .get(Feed.query("Observations", "$filter", own + " and sourceId ne null"))
                .then()
                .body("value", hasSize(5))
                .body("value.recordedAt", not(hasItem(month)))
                .body("value.sourceId", everyItem(notNullValue()));
        count("sourceId eq " + response(anonymous.getFirst()).responseId()).body(equalTo("0"));
        count(own + " and sourceId eq null and hour(recordedAt) ne 0").body(equalTo("0"));
        count(own + " and sourceId eq null and occurredAt gt 2026-11-01T00:00:00+08:00")
                .body(equalTo("0"));
    }

    private static ResponseSubmitted response(ReceivedEvent event) {
        return (ResponseSubmitted) event.event();
    }

    private ValidatableResponse sides() {
        return Feed.analyst()
                .get(Feed.query("Observations", "$filter", own))
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse count(String filter) {
        return Feed.analyst()
                .get(Feed.query("Observations/$count", "$filter", filter))
                .then()
                .statusCode(200);
    }
}
