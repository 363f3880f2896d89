package org.huisheng.kpi.seal;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.huisheng.events.Side;
import org.huisheng.events.SurveyEvent.ResponseSubmitted;
import org.huisheng.events.SurveyEvent.ResponseWithdrawn;
import org.huisheng.kit.event.ReceivedEvent;
import org.huisheng.kpi.observation.RecordObservations;
import org.huisheng.kpi.testing.EventFixture;
import org.huisheng.kpi.testing.KpiTest;
import org.huisheng.kpi.testing.Office;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A department with a contract for a year, in a half of which nothing is sealed yet. */
abstract class SealableHalf extends KpiTest {

    private static final int HALF = 6;

    /** Sealed months are sealed for all tests: these years are nobody else's, and each half is given away until it is sealed. */
    private static final Deque<Integer> HALVES = new ArrayDeque<>(IntStream.rangeClosed(2007, 2024)
            .filter(year -> year != 2008) // SealingWhileEventsFlowTest's, as those before 2007
            .flatMap(year -> IntStream.of(year * 2, year * 2 + 1))
            .boxed()
            .toList());

    @Inject
    RecordObservations recordObservations;

    int year;
    int monthsBefore;
    String department;

    @BeforeEach
    void prepare() {
        var half = HALVES.remove();
        year = half / 2;
        monthsBefore = half % 2 * HALF;
        department = Office.establishDepartment();
        Office.concludeContract(department, year);
    }

    /** There are not many: whoever has sealed nothing, nor asked for it, leaves theirs to others. */
    @AfterEach
    void giveBack() {
        var months = IntStream.rangeClosed(1, HALF).mapToObj(this::month);
        if (Stream.concat(months, Stream.of(quarter(1), quarter(2), year())).allMatch(SealableHalf::isUntouched)) {
            HALVES.addFirst(year * 2 + monthsBefore / HALF);
        }
    }

    private static boolean isUntouched(String period) {
        return Office.as("OFFICE").get("/v1/periods/{period}/seal", period).statusCode() == 404;
    }

    /** The whole year, as it is called. */
    String year() {
        return String.valueOf(year);
    }

    /** @param number 1 or 2 */
    String quarter(int number) {
        return "%d-Q%d".formatted(year, number + monthsBefore / 3);
    }

    /** @param number 1 to 6 */
    String month(int number) {
        return "%d-%02d".formatted(year, number + monthsBefore);
    }

    /** So many customers answer in a month. */
    List<ReceivedEvent> answered(int month, int count, int answer) {
        return answered(Side.CUSTOMER, month, count, answer);
    }

    List<ReceivedEvent> answered(Side side, int month, int count, int answer) {
        var events = responses(side, month, count, answer);
        record(events);
        return events;
    }

    List<ReceivedEvent> responses(Side side, int month, int count, int answer) {
        var at = Instant.parse(month(month) + "-10T02:00:00Z");
        return IntStream.range(0, count)
                .mapToObj(i -> EventFixture.received(EventFixture.response(
                        side, at.plusSeconds(i), EventFixture.answer("satisfaction.service", department, answer))))
                .toList();
    }

    void withdrawn(ReceivedEvent response) {
        var submitted = (ResponseSubmitted) response.event();
        record(List.of(EventFixture.received(new ResponseWithdrawn(
                submitted.responseId(), submitted.side(), submitted.occurredAt().plusSeconds(60)))));
    }

    void record(List<ReceivedEvent> events) {
        QuarkusTransaction.requiringNew().run(() -> recordObservations.record(events));
    }

    void seal(String period) {
        Office.as("li", null, "OFFICE")
                .post("/v1/periods/{period}/seal", period)
                .then()
                .statusCode(202);
        Office.as("wang", null, "LEADER")
                .post("/v1/periods/{period}/seal", period)
                .then()
                .statusCode(201);
    }

    JsonPath scores(String period) {
        return read("/v1/scores?period=" + period + "&department=" + department);
    }

    JsonPath lineage(String period) {
        return read("/v1/scores/" + department + "/" + period + "/service/lineage");
    }

    static JsonPath read(String path) {
        return Office.as("OFFICE").get(path).then().statusCode(200).extract().jsonPath();
    }

    static void assertReAdds(JsonPath lineage) {
        var sum = lineage.<Object>getList("items.value").stream()
                .map(value -> new BigDecimal(value.toString()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum).isEqualByComparingTo(new BigDecimal(lineage.getString("sum")));
        var n = lineage.<Integer>getList("items.counts").stream()
                .mapToInt(Integer::intValue)
                .sum();
        assertThat(n).isEqualTo(lineage.getInt("n"));
    }

    static void assertRecounted() {
        assertThat(Office.as("ADMIN").get("/v1/cells/verification").jsonPath().getInt("differences"))
                .isZero();
    }
}
