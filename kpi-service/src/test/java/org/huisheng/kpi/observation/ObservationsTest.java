package org.huisheng.kpi.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huisheng.kpi.testing.EventFixture.answer;
import static org.huisheng.kpi.testing.EventFixture.received;
import static org.huisheng.kpi.testing.EventFixture.response;
import static org.huisheng.kpi.testing.EventFixture.value;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huisheng.events.FeedbackEvent;
import org.huisheng.events.FeedbackEvent.CaseAssigned;
import org.huisheng.events.FeedbackEvent.CaseConfirmed;
import org.huisheng.events.FeedbackEvent.CaseDisputed;
import org.huisheng.events.FeedbackEvent.CaseOverdue;
import org.huisheng.events.FeedbackEvent.CaseResolved;
import org.huisheng.events.FeedbackEvent.CaseStarted;
import org.huisheng.events.FeedbackEvent.ClockKind;
import org.huisheng.events.IntegrationEvent;
import org.huisheng.events.Side;
import org.huisheng.events.SurveyEvent.MeasuredValue;
import org.huisheng.events.SurveyEvent.ResponseWithdrawn;
import org.huisheng.kit.event.UnreadableEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObservationsTest {

    private static final UUID CASE = UUID.randomUUID();
    private static final Instant RECEIVED = Instant.parse("2026-10-31T15:59:59Z");
    private static final Instant LATER = Instant.parse("2026-12-05T00:00:00Z");

    @ParameterizedTest
    @CsvSource({"1,1,5,0.000000", "3,1,5,50.000000", "5,1,5,100.000000", "1,0,3,33.333333", "2,0,3,66.666667"})
    void an_answer_becomes_0_to_100_rounded_once(BigDecimal raw, int min, int max, BigDecimal expected) {
        var event = received(response(Side.CUSTOMER, RECEIVED, value("m", "DIST", raw, min, max)));

        var observations = Observations.of(event);

        assertThat(observations).singleElement().satisfies(observation -> {
            assertThat(observation.value()).isEqualTo(expected);
            assertThat(observation.eventId()).isEqualTo(event.id());
            assertThat(observation.scaled()).extracting(Scaled::raw).isEqualTo(raw);
        });
    }

    @Test
    void a_response_counts_once_in_each_cell_however_many_rows_it_answers() {
        var five = new BigDecimal("5");
        var observations = Observations.of(received(response(
                Side.CUSTOMER,
                RECEIVED,
                value("m", "DIST", five, 1, 5),
                value("m", "DIST", five, 1, 5),
                value("m", "MKT", five, 1, 5),
                value("other", "DIST", five, 1, 5))));

        assertThat(observations).extracting(Observation::sources).containsExactly(1, 0, 1, 1);
    }

    @Test
    void a_month_ends_at_midnight_in_shanghai() {
        assertThat(month("2026-10-31T15:59:59Z")).isEqualTo(YearMonth.of(2026, 10));
        assertThat(month("2026-10-31T16:00:00Z")).isEqualTo(YearMonth.of(2026, 11));
    }

    @Test
    void values_are_numbered_in_the_order_they_came() {
        var observations = Observations.of(received(response(
                Side.CUSTOMER, RECEIVED, answer("a", "DIST", 1), answer("b", "MKT", 2), answer("c", "MKT", 3))));

        assertThat(observations).extracting(Observation::ordinal).containsExactly(0, 1, 2);
        assertThat(observations).extracting(Observation::metric).containsExactly("a", "b", "c");
    }

    @Test
    void a_case_taken_from_a_department_no_longer_counts_as_received_there() {
        assertThat(facts(new CaseAssigned(CASE, Side.CUSTOMER, "c", "DIST", "MKT", RECEIVED, LATER, null)))
                .containsExactly("case.received DIST 1.000000", "case.received MKT -1.000000");
    }

    @Test
    void only_the_first_start_is_a_response() {
        assertThat(facts(new CaseStarted(CASE, Side.CUSTOMER, "c", "DIST", false, RECEIVED, LATER, null)))
                .containsExactly("case.responded DIST 1.000000");
        assertThat(facts(new CaseStarted(CASE, Side.CUSTOMER, "c", "DIST", true, RECEIVED, LATER, null)))
                .isEmpty();
    }

    @Test
    void a_dispute_takes_the_resolution_back() {
        assertThat(facts(new CaseDisputed(CASE, Side.CUSTOMER, "c", "DIST", RECEIVED, LATER, null)))
                .containsExactly("case.resolved DIST -1.000000", "case.disputed DIST 1.000000");
    }

    @Test
    void an_answer_in_time_counts_and_a_late_one_is_known_to_be_late() {
        assertThat(facts(new CaseStarted(CASE, Side.CUSTOMER, "c", "DIST", false, RECEIVED, LATER, null, LATER)))
                .containsExactly("case.responded DIST 1.000000", "case.responded-on-time DIST 1.000000");
        assertThat(facts(new CaseStarted(CASE, Side.CUSTOMER, "c", "DIST", false, RECEIVED, LATER, null, RECEIVED)))
                .containsExactly("case.responded DIST 1.000000", "case.responded-on-time DIST 0.000000");
    }

    @Test
    void a_case_is_overdue_from_its_breach_until_it_is_resolved_and_again_after_a_dispute() {
        assertThat(facts(overdue(ClockKind.RESOLUTION, "DIST"))).containsExactly("case.overdue DIST 1.000000");
        assertThat(facts(new CaseResolved(CASE, Side.CUSTOMER, "c", "DIST", RECEIVED, LATER, null, RECEIVED, true)))
                .containsExactly("case.resolved DIST 1.000000", "case.overdue DIST -1.000000");
        assertThat(facts(new CaseDisputed(CASE, Side.CUSTOMER, "c", "DIST", RECEIVED, LATER, null, false, true)))
                .containsExactly(
                        "case.resolved DIST -1.000000", "case.disputed DIST 1.000000", "case.overdue DIST 1.000000");
    }

    @Test
    void a_resolution_in_time_counts_until_it_is_disputed() {
        assertThat(facts(new CaseResolved(CASE, Side.CUSTOMER, "c", "DIST", RECEIVED, LATER, null, LATER, null)))
                .containsExactly("case.resolved DIST 1.000000", "case.resolved-on-time DIST 1.000000");
        assertThat(facts(new CaseDisputed(CASE, Side.CUSTOMER, "c", "DIST", RECEIVED, LATER, null, true, null)))
                .containsExactly(
                        "case.resolved DIST -1.000000",
                        "case.disputed DIST 1.000000",
                        "case.resolved-on-time DIST -1.000000");
    }

    @Test
    void an_overdue_case_weighs_on_whoever_has_it() {
        assertThat(facts(overdue(ClockKind.RESOLUTION, null))).isEmpty();
        assertThat(facts(overdue(ClockKind.FIRST_RESPONSE, "DIST"))).isEmpty();
        assertThat(facts(new CaseAssigned(
                        CASE, Side.CUSTOMER, "c", "DIST", "MKT", RECEIVED, LATER, null, RECEIVED, true)))
                .containsExactly(
                        "case.received DIST 1.000000",
                        "case.received MKT -1.000000",
                        "case.overdue DIST 1.000000",
                        "case.overdue MKT -1.000000");
    }

    private static CaseOverdue overdue(ClockKind clock, @Nullable String department) {
        return new CaseOverdue(CASE, Side.CUSTOMER, "c", department, clock, LATER, RECEIVED, LATER, null);
    }

    @Test
    void a_confirmation_is_satisfied_from_four_on() {
        assertThat(facts(new CaseConfirmed(CASE, Side.CUSTOMER, "c", "DIST", 4, RECEIVED, LATER, null)))
                .containsExactly(
                        "case.confirmed DIST 1.000000",
                        "case.satisfaction DIST 75.000000",
                        "case.satisfied DIST 1.000000");
        assertThat(facts(new CaseConfirmed(CASE, Side.CUSTOMER, "c", "DIST", 3, RECEIVED, LATER, null)))
                .containsExactly("case.confirmed DIST 1.000000", "case.satisfaction DIST 50.000000");
    }

    @Test
    void every_step_of_a_case_counts_in_the_month_it_was_received() {
        var observations = Observations.of(
                received(new CaseConfirmed(CASE, Side.CUSTOMER, "c", "DIST", 5, RECEIVED, LATER, null)));

        assertThat(observations).allSatisfy(observation -> {
            assertThat(observation.month()).isEqualTo(YearMonth.of(2026, 10));
            assertThat(observation.occurredAt()).isEqualTo(LATER);
            assertThat(observation.source()).isEqualTo(new Source(Source.Type.CASE, CASE));
        });
    }

    @Test
    void a_withdrawal_is_no_observation() {
        assertThat(facts(new ResponseWithdrawn(CASE, Side.CUSTOMER, RECEIVED))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Upper", ".dot", "sp ace", "umlaut-ä"})
    void a_malformed_metric_is_refused(String metric) {
        assertRefused(answer(metric, "DIST", 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "dist", "1DIST", "D-1", "部门"})
    void a_malformed_department_is_refused(String department) {
        assertRefused(answer("m", department, 3));
    }

    @ParameterizedTest
    @CsvSource({"3,5,1", "3,5,5", "0,1,5", "6,1,5"})
    void an_empty_scale_or_a_value_off_it_is_refused(BigDecimal value, int min, int max) {
        assertRefused(value("m", "DIST", value, min, max));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "1e-999999999", "0e999999999", "12345678901", "1.0123456789"})
    void absurd_digits_are_refused_without_calculating_with_them(String number) {
        assertRefused(new MeasuredValue(
                "m", "DIST", "q", null, new BigDecimal(number), BigDecimal.ZERO, new BigDecimal("1e9")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1970-01-01T00:00:00Z", "2100-01-01T00:00:00Z", "+1000000000-12-31T23:59:59.999999999Z"})
    void absurd_dates_are_refused(String date) {
        var event = received(response(Side.CUSTOMER, Instant.parse(date), answer("m", "DIST", 3)));

        assertThatThrownBy(() -> Observations.of(event)).isInstanceOf(UnreadableEvent.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, 0, 6, Integer.MAX_VALUE})
    void an_impossible_rating_is_refused(int rating) {
        var event = received(new CaseConfirmed(CASE, Side.CUSTOMER, "c", "DIST", rating, RECEIVED, LATER, null));

        assertThatThrownBy(() -> Observations.of(event)).isInstanceOf(UnreadableEvent.class);
    }

    private static void assertRefused(MeasuredValue value) {
        var event = received(response(Side.CUSTOMER, RECEIVED, value));

        assertThatThrownBy(() -> Observations.of(event)).isInstanceOf(UnreadableEvent.class);
    }

    private static YearMonth month(String instant) {
        return Observations.of(received(response(Side.CUSTOMER, Instant.parse(instant), answer("m", "DIST", 3))))
                .getFirst()
                .month();
    }

    private static java.util.List<String> facts(IntegrationEvent event) {
        return Observations.of(received(event)).stream()
                .map(fact -> fact.metric() + " " + fact.department() + " " + fact.value())
                .toList();
    }

    @Test
    void a_transfer_moves_the_receipt_and_takes_back_the_response_so_that_no_rate_exceeds_100_percent() {
        var steps = List.of(
                new FeedbackEvent.CaseAssigned(CASE, Side.CUSTOMER, "c", "DIST", null, RECEIVED, LATER, null),
                new FeedbackEvent.CaseStarted(CASE, Side.CUSTOMER, "c", "DIST", false, RECEIVED, LATER, null),
                new FeedbackEvent.CaseTransferred(
                        CASE, Side.CUSTOMER, "c", "MKT", "DIST", "DIST", RECEIVED, LATER, null),
                new FeedbackEvent.CaseStarted(CASE, Side.CUSTOMER, "c", "MKT", false, RECEIVED, LATER, null));

        var sums = steps.stream()
                .flatMap(step -> Observations.of(received(step)).stream())
                .collect(Collectors.groupingBy(
                        fact -> fact.metric() + " " + fact.department(),
                        Collectors.summingInt(fact -> fact.value().intValueExact())));

        assertThat(sums)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "case.received DIST", 0,
                        "case.received MKT", 1,
                        "case.responded DIST", 0,
                        "case.responded MKT", 1));
    }

    @Test
    void a_duplicate_takes_all_it_counted_out_of_the_cohort_and_comes_back_with_it() {
        var stage = FeedbackEvent.Stage.IN_PROGRESS;
        var other = UUID.randomUUID();
        var merged = new FeedbackEvent.CaseMerged(
                CASE, Side.CUSTOMER, "c", other, "DIST", true, true, stage, RECEIVED, LATER, null);
        var separated = new FeedbackEvent.CaseSeparated(
                CASE, Side.CUSTOMER, "c", other, "DIST", true, true, stage, RECEIVED, LATER, null);
        var unassigned = new FeedbackEvent.CaseMerged(
                CASE, Side.CUSTOMER, "c", other, null, false, null, stage, RECEIVED, LATER, null);
        var waiting = new FeedbackEvent.CaseMerged(
                CASE, Side.CUSTOMER, "c", other, "DIST", false, null, stage, RECEIVED, LATER, null);

        assertThat(facts(merged))
                .containsExactly(
                        "case.received DIST -1.000000",
                        "case.responded DIST -1.000000",
                        "case.responded-on-time DIST -1.000000");
        assertThat(facts(separated))
                .containsExactly(
                        "case.received DIST 1.000000",
                        "case.responded DIST 1.000000",
                        "case.responded-on-time DIST 1.000000");
        assertThat(facts(unassigned)).isEmpty();
        assertThat(facts(waiting)).containsExactly("case.received DIST -1.000000");
    }

    @Test
    void what_a_case_had_counted_moves_to_the_category_it_turns_out_to_have() {
        var late = new FeedbackEvent.CaseRecategorised(
                CASE, Side.CUSTOMER, "c", "b", "DIST", true, false, true, true, true, RECEIVED, LATER, null);
        var overdue = new FeedbackEvent.CaseRecategorised(
                CASE, Side.CUSTOMER, "c", "b", "DIST", false, null, false, null, true, RECEIVED, LATER, null);

        assertThat(tagged(late))
                .containsExactly(
                        "case.received b -1.000000",
                        "case.received c 1.000000",
                        "case.responded b -1.000000",
                        "case.responded c 1.000000",
                        "case.responded-on-time c 0.000000",
                        "case.resolved b -1.000000",
                        "case.resolved c 1.000000",
                        "case.resolved-on-time b -1.000000",
                        "case.resolved-on-time c 1.000000");
        assertThat(tagged(overdue))
                .containsExactly(
                        "case.received b -1.000000",
                        "case.received c 1.000000",
                        "case.overdue b -1.000000",
                        "case.overdue c 1.000000");
    }

    private static List<String> tagged(IntegrationEvent event) {
        return Observations.of(received(event)).stream()
                .map(fact -> fact.metric() + ' ' + fact.tag() + ' ' + fact.value())
                .toList();
    }

    @Test
    void without_the_stakeholders_word_nothing_is_confirmed_and_nobody_satisfied() {
        assertThat(List.of(
                        new FeedbackEvent.CaseUnreachable(CASE, Side.CUSTOMER, "c", "DIST", RECEIVED, LATER, null),
                        new FeedbackEvent.CaseOverridden(
                                CASE, Side.CUSTOMER, "c", "DIST", false, RECEIVED, LATER, null),
                        new FeedbackEvent.CaseClosed(
                                CASE,
                                Side.CUSTOMER,
                                "c",
                                "DIST",
                                FeedbackEvent.Ending.UNREACHABLE,
                                RECEIVED,
                                LATER,
                                null)))
                .allSatisfy(step -> assertThat(Observations.of(received(step))).isEmpty());
    }
}
