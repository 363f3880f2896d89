package org.huisheng.kpi.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.huisheng.kpi.testing.EventFixture.received;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.huisheng.events.CommentEvent.CommentAnswered;
import org.huisheng.events.CommentEvent.CommentArranged;
import org.huisheng.events.CommentEvent.CommentKind;
import org.huisheng.events.CommentEvent.CommentRegistered;
import org.huisheng.events.CsrEvent.CsrElementStaged;
import org.huisheng.events.CsrEvent.Stage;
import org.huisheng.events.DutyEvent.DutyRecorded;
import org.huisheng.events.IntegrationEvent;
import org.huisheng.events.PlanEvent.PlanTaskSettled;
import org.huisheng.events.ProjectEvent.ReachedStage;
import org.huisheng.events.ProjectEvent.RootProjectStaged;
import org.huisheng.events.ReportEvent.SupplyReportSettled;
import org.huisheng.events.Side;
import org.huisheng.events.StoryEvent.StoryPublished;
import org.huisheng.events.StoryEvent.StoryWithdrawn;
import org.huisheng.events.VisitEvent.VisitCancelled;
import org.huisheng.events.VisitEvent.VisitCompleted;
import org.huisheng.events.VisitEvent.VisitPlanned;
import org.huisheng.kit.event.UnreadableEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegisterObservationsTest {

    private static final UUID ID = UUID.randomUUID();
    private static final UUID ENTERPRISE = UUID.randomUUID();
    private static final LocalDate PLANNED = LocalDate.of(2026, 10, 30);
    private static final Instant FIRST = Instant.parse("2026-10-12T01:00:00Z");
    private static final Instant LATER = Instant.parse("2026-11-02T01:00:00Z");

    @ParameterizedTest
    @CsvSource({"1,0.000000", "3,50.000000", "5,100.000000"})
    void a_visit_made_late_counts_in_the_month_of_the_plan_and_its_satisfaction_in_the_month_it_was_said(
            int satisfaction, String normalised) {
        var observations = Observations.of(received(visited(satisfaction)));

        assertThat(observations)
                .extracting(fact -> fact.metric() + " " + fact.value() + " " + fact.month())
                .containsExactly("visit.completed 1.000000 2026-10", "visit.satisfaction " + normalised + " 2026-11");
        assertThat(observations).allSatisfy(fact -> {
            assertThat(fact.side()).isEqualTo(Side.ENTERPRISE);
            assertThat(fact.source()).isEqualTo(new Source(Source.Type.VISIT, ID));
            assertThat(fact.tag()).isEqualTo("EAST");
        });
    }

    @Test
    void a_cancelled_visit_no_longer_counts_as_planned() {
        var planned = new VisitPlanned(ID, ENTERPRISE, "EAST", "MKT", PLANNED, LATER);
        var cancelled = new VisitCancelled(ID, "MKT", PLANNED, LATER, "EAST");

        assertThat(facts(planned)).containsExactly("visit.planned MKT 1.000000");
        assertThat(facts(cancelled)).containsExactly("visit.planned MKT -1.000000");
        assertThat(Observations.of(received(cancelled)).getFirst().cell())
                .isEqualTo(Observations.of(received(planned)).getFirst().cell());
        assertThat(Observations.of(received(cancelled)).getFirst().tag()).isEqualTo("EAST");
    }

    @Test
    void a_cancellation_from_before_it_named_the_park_is_subtracted_from_the_whole_only() {
        var cancelled = new VisitCancelled(ID, "MKT", PLANNED, LATER, null);

        assertThat(facts(cancelled)).containsExactly("visit.planned MKT -1.000000");
        assertThat(Observations.of(received(cancelled)).getFirst().tag()).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, 0, 6})
    void an_impossible_satisfaction_is_refused(int satisfaction) {
        assertThatThrownBy(() -> Observations.of(received(visited(satisfaction))))
                .isInstanceOf(UnreadableEvent.class);
    }

    @Test
    void an_absurd_day_of_a_plan_is_refused() {
        var absurd = new VisitPlanned(ID, ENTERPRISE, "EAST", "MKT", LocalDate.of(1970, 1, 1), LATER);

        assertThatThrownBy(() -> Observations.of(received(absurd))).isInstanceOf(UnreadableEvent.class);
    }

    @Test
    void an_endorsement_counts_for_every_department_named_in_it() {
        assertThat(facts(registered(CommentKind.ENDORSEMENT, "DIST", null)))
                .containsExactly("government.endorsement DIST 1.000000", "government.endorsement MKT 1.000000");
    }

    @Test
    void a_reply_is_due_where_there_is_a_deadline_and_somebody_who_answers() {
        assertThat(facts(registered(CommentKind.CRITICISM, "DIST", LATER)))
                .containsExactly("government.reply-due DIST 1.000000");
        assertThat(facts(registered(CommentKind.CRITICISM, "DIST", null))).isEmpty();
        assertThat(facts(registered(CommentKind.CRITICISM, null, LATER))).isEmpty();
    }

    @Test
    void what_is_arranged_later_counts_once_as_if_it_had_been_known_at_first() {
        assertThat(facts(arranged(CommentKind.ENDORSEMENT, "FIN", List.of("FIN"), false)))
                .containsExactly("government.endorsement FIN 1.000000");
        assertThat(facts(arranged(CommentKind.CRITICISM, "DIST", List.of("DIST"), true)))
                .containsExactly("government.reply-due DIST 1.000000");
        assertThat(facts(arranged(CommentKind.CRITICISM, "DIST", List.of("FIN"), false)))
                .isEmpty();
        assertThat(facts(arranged(CommentKind.ENDORSEMENT, "DIST", List.of(), true)))
                .containsExactly("government.reply-due DIST 1.000000");
    }

    @Test
    void with_the_lead_a_reply_that_is_due_and_the_praise_go_to_another_department() {
        assertThat(facts(handedOn(CommentKind.CRITICISM, List.of("FIN"), LATER)))
                .containsExactly("government.reply-due FIN 1.000000", "government.reply-due DIST -1.000000");
        assertThat(facts(handedOn(CommentKind.CRITICISM, List.of("FIN"), null))).isEmpty();
        assertThat(facts(handedOn(CommentKind.ENDORSEMENT, List.of("FIN"), null)))
                .containsExactly("government.endorsement FIN 1.000000", "government.endorsement DIST -1.000000");
        assertThat(facts(handedOn(CommentKind.ENDORSEMENT, List.of(), null)))
                .containsExactly("government.endorsement DIST -1.000000");
        assertThat(Observations.of(received(handedOn(CommentKind.CRITICISM, List.of(), LATER))))
                .extracting(Observation::month)
                .containsOnly(Observations.of(received(registered(CommentKind.CRITICISM, "DIST", LATER)))
                        .getFirst()
                        .month());
    }

    @Test
    void only_a_reply_on_time_counts_and_in_the_cell_of_the_due_one() {
        var receivedAt = Instant.parse("2026-10-31T15:59:59Z");
        var onTime = new CommentAnswered(ID, CommentKind.COMMENT, "DIST", receivedAt, LATER, true, LATER);
        var late = new CommentAnswered(ID, CommentKind.COMMENT, "DIST", receivedAt, LATER, false, LATER);

        assertThat(facts(onTime)).containsExactly("government.reply-on-time DIST 1.000000");
        assertThat(facts(late)).isEmpty();
        assertThat(Observations.of(received(onTime)).getFirst().month()).isEqualTo(YearMonth.of(2026, 10));
    }

    @Test
    void a_duty_counts_with_its_score_in_its_month_and_by_its_process() {
        var facts = Observations.of(received(duty("92.5", "2026-10")));

        assertThat(facts).singleElement().satisfies(fact -> {
            assertThat(fact.metric()).isEqualTo("duty-performance");
            assertThat(fact.side()).isEqualTo(Side.EMPLOYEE);
            assertThat(fact.value()).isEqualTo("92.500000");
            assertThat(fact.month()).isEqualTo(YearMonth.of(2026, 10));
            assertThat(fact.source()).isEqualTo(new Source(Source.Type.DUTY, ENTERPRISE));
            assertThat(fact.tag()).isEqualTo("billing");
            assertThat(fact.row()).isEqualTo("meter-reader");
        });
    }

    @ParameterizedTest
    @CsvSource({"-0.01,2026-10", "100.01,2026-10", "1e999999999,2026-10", "50,2026-13", "50,1970-01", "50,October"})
    void an_impossible_score_or_month_of_a_duty_is_refused(String score, String month) {
        assertThatThrownBy(() -> Observations.of(received(duty(score, month)))).isInstanceOf(UnreadableEvent.class);
    }

    @ParameterizedTest
    @CsvSource({"true, improvement.task-due improvement.task-on-time", "false, improvement.task-due"})
    void a_task_of_a_plan_is_due_in_its_month_and_in_time_or_not(boolean onTime, String metrics) {
        var settled = new PlanTaskSettled(ID, ENTERPRISE, "DIST", LocalDate.of(2026, 10, 31), onTime, LATER);

        var facts = Observations.of(received(settled));

        assertThat(facts).extracting(Observation::metric).containsExactly(metrics.split(" "));
        assertThat(facts).allSatisfy(fact -> {
            assertThat(fact.month()).isEqualTo(YearMonth.of(2026, 10));
            assertThat(fact.department()).isEqualTo("DIST");
            assertThat(fact.source()).isEqualTo(new Source(Source.Type.PLAN_TASK, ID));
        });
    }

    @ParameterizedTest
    @CsvSource({"true, report.due report.on-time", "false, report.due"})
    void a_report_to_an_authority_counts_in_the_month_it_was_due(boolean onTime, String metrics) {
        var settled = new SupplyReportSettled(ID, "DIST", "2026-Q3", LocalDate.of(2026, 10, 31), onTime, LATER);

        var facts = Observations.of(received(settled));

        assertThat(facts).extracting(Observation::metric).containsExactly(metrics.split(" "));
        assertThat(facts).allSatisfy(fact -> {
            assertThat(fact.side()).isEqualTo(Side.GOVERNMENT);
            assertThat(fact.month()).isEqualTo(YearMonth.of(2026, 10));
            assertThat(fact.department()).isEqualTo("DIST");
            assertThat(fact.source()).isEqualTo(new Source(Source.Type.SUPPLY_REPORT, ID));
        });
    }

    @Test
    void a_project_counts_when_it_is_evaluated_and_closed_and_its_indicators_once() {
        var evaluated = new RootProjectStaged(ID, "DIST", ReachedStage.EVALUATED, 4, 3, LATER);
        var closed = new RootProjectStaged(ID, "DIST", ReachedStage.CLOSED, 4, 3, LATER);

        assertThat(Observations.of(received(evaluated)))
                .extracting(Observation::metric, fact -> fact.value().intValueExact())
                .containsExactly(
                        tuple("root-project.evaluated", 1),
                        tuple("root-project.indicator", 4),
                        tuple("root-project.indicator-moved", 3));
        assertThat(Observations.of(received(closed)))
                .singleElement()
                .satisfies(fact -> assertThat(fact.metric()).isEqualTo("root-project.closed"));
        var boast = new RootProjectStaged(ID, "DIST", ReachedStage.EVALUATED, 1, 2, LATER);
        assertThatThrownBy(() -> Observations.of(received(boast))).isInstanceOf(UnreadableEvent.class);
    }

    @Test
    void a_story_that_is_taken_back_leaves_nothing_in_the_month_it_was_published() {
        var published = Observations.of(received(new StoryPublished(ID, "MKT", FIRST)));
        var withdrawn = Observations.of(received(new StoryWithdrawn(ID, "MKT", FIRST, LATER)));

        assertThat(published.getFirst().cell()).isEqualTo(withdrawn.getFirst().cell());
        assertThat(published.getFirst().value().add(withdrawn.getFirst().value()))
                .isZero();
        assertThat(published.getFirst().sources() + withdrawn.getFirst().sources())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "EMBEDDED, true, integration.element-embedded integration.process-embedded",
        "EMBEDDED, false, integration.element-embedded",
        "EVALUATED, true, integration.element-evaluated integration.process-evaluated"
    })
    void an_element_counts_when_it_reaches_a_stage_and_its_process_with_the_first(
            Stage stage, boolean first, String metrics) {
        var staged = new CsrElementStaged(ID, "billing", "reading", "MKT", stage, first, LATER);

        var facts = Observations.of(received(staged));

        assertThat(facts).extracting(Observation::metric).containsExactly(metrics.split(" "));
        assertThat(facts).allSatisfy(fact -> {
            assertThat(fact.month()).isEqualTo(YearMonth.of(2026, 11));
            assertThat(fact.department()).isEqualTo("MKT");
            assertThat(fact.tag()).isEqualTo("billing");
            assertThat(fact.source()).isEqualTo(new Source(Source.Type.CSR_ELEMENT, ID));
        });
    }

    private static DutyRecorded duty(String score, String month) {
        return new DutyRecorded(
                ID, ENTERPRISE, 1, month, "MKT", "meter-reader", "billing", new BigDecimal(score), LATER);
    }

    private static VisitCompleted visited(int satisfaction) {
        return new VisitCompleted(ID, ENTERPRISE, "EAST", "MKT", satisfaction, 2, PLANNED, LATER);
    }

    private static CommentArranged arranged(
            CommentKind kind, @Nullable String lead, List<String> departments, boolean newlyDue) {
        return new CommentArranged(ID, kind, "CITY", lead, departments, newlyDue, LATER, LATER, LATER, null);
    }

    private static CommentArranged handedOn(CommentKind kind, List<String> joining, @Nullable Instant deadline) {
        return new CommentArranged(ID, kind, "CITY", "FIN", joining, false, LATER, deadline, LATER, "DIST");
    }

    private static CommentRegistered registered(CommentKind kind, @Nullable String lead, @Nullable Instant deadline) {
        return new CommentRegistered(ID, kind, "CITY", lead, List.of("MKT"), LATER, deadline, LATER);
    }

    private static List<String> facts(IntegrationEvent event) {
        return Observations.of(received(event)).stream()
                .map(fact -> fact.metric() + " " + fact.department() + " " + fact.value())
                .toList();
    }
}
