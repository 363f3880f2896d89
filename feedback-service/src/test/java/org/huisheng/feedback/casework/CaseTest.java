package org.huisheng.feedback.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.huisheng.feedback.casework.CaseFixture.DONE;
import static org.huisheng.feedback.casework.CaseFixture.NOON;
import static org.huisheng.feedback.casework.CaseFixture.at;
import static org.huisheng.feedback.casework.CaseFixture.in;
import static org.huisheng.feedback.casework.CaseFixture.received;
import static org.huisheng.feedback.casework.CaseStatus.ASSIGNED;
import static org.huisheng.feedback.casework.CaseStatus.CLOSED;
import static org.huisheng.feedback.casework.CaseStatus.CONFIRMED;
import static org.huisheng.feedback.casework.CaseStatus.DISPUTED;
import static org.huisheng.feedback.casework.CaseStatus.IN_PROGRESS;
import static org.huisheng.feedback.casework.CaseStatus.MERGED;
import static org.huisheng.feedback.casework.CaseStatus.RECEIVED;
import static org.huisheng.feedback.casework.CaseStatus.RESOLVED;
import static org.huisheng.feedback.casework.CaseStatus.UNREACHABLE;
import static org.huisheng.feedback.casework.CaseStatus.WAITING;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.huisheng.events.FeedbackEvent.CaseAssigned;
import org.huisheng.events.FeedbackEvent.CaseClosed;
import org.huisheng.events.FeedbackEvent.CaseDisputed;
import org.huisheng.events.FeedbackEvent.CaseOverdue;
import org.huisheng.events.FeedbackEvent.CaseResolved;
import org.huisheng.events.FeedbackEvent.CaseStarted;
import org.huisheng.events.FeedbackEvent.ClockKind;
import org.huisheng.events.FeedbackEvent.Ending;
import org.huisheng.feedback.casework.CaseFixture.Move;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.huisheng.kit.problem.DomainException.RuleViolated;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CaseTest {

    /** The whole state machine; what is not here is refused. */
    private static final Map<CaseStatus, Map<Move, CaseStatus>> LEGAL = Map.of(
            RECEIVED, Map.of(Move.ASSIGN, ASSIGNED, Move.MERGE, MERGED),
            ASSIGNED,
                    Map.of(
                            Move.ASSIGN, ASSIGNED,
                            Move.START, IN_PROGRESS,
                            Move.GIVE_TASK, ASSIGNED,
                            Move.MERGE, MERGED),
            IN_PROGRESS,
                    Map.of(
                            Move.TRANSFER, ASSIGNED,
                            Move.AWAIT, WAITING,
                            Move.RESOLVE, RESOLVED,
                            Move.GIVE_TASK, IN_PROGRESS,
                            Move.MERGE, MERGED),
            WAITING, Map.of(Move.RESUME, IN_PROGRESS, Move.MERGE, MERGED),
            RESOLVED,
                    Map.of(
                            Move.REQUEST_CONFIRMATION, RESOLVED,
                            Move.CONFIRM, CONFIRMED,
                            Move.DISPUTE, DISPUTED,
                            Move.CONTACT, RESOLVED,
                            Move.GIVE_UP, UNREACHABLE,
                            Move.PROPOSE_OVERRIDE, RESOLVED,
                            Move.OVERRIDE_CONFIRMED, CONFIRMED,
                            Move.OVERRIDE_CLOSED, CLOSED),
            CONFIRMED, Map.of(Move.CLOSE, CLOSED),
            DISPUTED, Map.of(Move.START, IN_PROGRESS),
            UNREACHABLE,
                    Map.of(
                            Move.REQUEST_CONFIRMATION, UNREACHABLE,
                            Move.CONFIRM, CONFIRMED,
                            Move.DISPUTE, DISPUTED,
                            Move.CONTACT, UNREACHABLE,
                            Move.PROPOSE_OVERRIDE, UNREACHABLE,
                            Move.OVERRIDE_CONFIRMED, CONFIRMED,
                            Move.OVERRIDE_CLOSED, CLOSED,
                            Move.CLOSE, CLOSED),
            CLOSED, Map.of(),
            // Whoever brought a duplicate is asked, too.
            MERGED, Map.of(Move.SEPARATE, RECEIVED, Move.CHANGE_CONTACT, MERGED));

    /** Until it is put away anybody who works on a case may say or correct something. */
    private static final Set<Move> ALWAYS =
            Set.of(Move.MOVE_TASK, Move.REMARK, Move.CHANGE_SEVERITY, Move.CHANGE_CATEGORY, Move.CHANGE_CONTACT);

    static Stream<Arguments> every_status_and_step() {
        return Arrays.stream(CaseStatus.values())
                .flatMap(status -> Arrays.stream(Move.values()).map(move -> Arguments.of(status, move)));
    }

    @ParameterizedTest
    @MethodSource("every_status_and_step")
    void each_step_is_taken_or_refused_as_the_state_machine_says(CaseStatus status, Move move) {
        var matter = in(status);
        var settled = status == CONFIRMED && move == Move.CHANGE_CATEGORY;
        var uncounted = status == RECEIVED && move == Move.CHANGE_CATEGORY;
        var next = ALWAYS.contains(move) && status != CLOSED && status != MERGED && !settled
                ? status
                : LEGAL.get(status).get(move);
        var length = matter.timelineLength();

        if (next == null) {
            assertThatThrownBy(() -> move.tryOn(matter, "MKT", at(9))).isInstanceOf(Conflict.class);

            assertThat(matter.status()).isEqualTo(status);
            assertThat(matter.timelineLength()).isEqualTo(length);
            assertThat(matter.department()).isEqualTo(in(status).department());
            assertThat(matter.timelineHead()).isEqualTo(in(status).timelineHead());
        } else {
            var step = move.tryOn(matter, "MKT", at(9));

            assertThat(matter.status()).isEqualTo(next);
            assertThat(step.entry().seq()).isEqualTo(length + 1);
            assertThat(step.entry().from()).contains(status);
            assertThat(step.entry().to()).isEqualTo(next);
            assertThat(step.event().isEmpty()).isEqualTo(move.isSilent() || uncounted);
        }
    }

    @Test
    void once_it_was_said_that_a_case_is_overdue_each_event_says_so_and_nobody_has_to_know_the_order() {
        var due = at(1).at();
        var matter = received();
        matter.due(matter.deadlines().due(due, due, null));

        var breach = Alarming.breach(matter, ClockKind.RESOLUTION, due, at(2));
        var assigned = matter.assign("DIST", at(3));
        matter.start(at(4));
        var resolved = matter.resolve(DONE, at(5));
        var disputed = matter.dispute(at(6));

        assertThat(breach.event())
                .contains(new CaseOverdue(
                        matter.id(),
                        matter.intake().side(),
                        "power-quality",
                        null,
                        ClockKind.RESOLUTION,
                        due,
                        NOON,
                        at(2).at(),
                        null));
        assertThat(assigned.event())
                .get()
                .asInstanceOf(type(CaseAssigned.class))
                .matches(CaseTest::isOverdue);
        assertThat(resolved.event())
                .get()
                .asInstanceOf(type(CaseResolved.class))
                .matches(event -> Boolean.TRUE.equals(event.overdue()) && due.equals(event.dueAt()));
        assertThat(disputed.event())
                .get()
                .asInstanceOf(type(CaseDisputed.class))
                .matches(event -> Boolean.TRUE.equals(event.overdue()) && Boolean.FALSE.equals(event.resolvedInTime()));
    }

    private static boolean isOverdue(CaseAssigned event) {
        return Boolean.TRUE.equals(event.overdue());
    }

    @Test
    void taking_a_case_from_a_department_names_it_in_the_event() {
        var matter = in(ASSIGNED);

        var step = matter.assign("MKT", at(2));

        assertThat(step.event())
                .contains(new CaseAssigned(
                        matter.id(), matter.intake().side(), "power-quality", "MKT", "DIST", NOON, at(2).at(), null));
    }

    @Test
    void giving_a_case_to_the_department_that_has_it_is_refused_and_changes_nothing() {
        var matter = in(ASSIGNED);

        assertThatThrownBy(() -> matter.assign("DIST", at(2)))
                .isInstanceOfSatisfying(
                        Conflict.class, refusal -> assertThat(refusal.code()).isEqualTo("already-assigned"));

        assertThat(matter.timelineLength()).isEqualTo(2);
    }

    @Test
    void work_after_a_dispute_counts_as_reopened_and_a_new_resolution_as_another_attempt() {
        var matter = in(DISPUTED);

        var step = matter.start(at(5));
        matter.resolve(new Resolution("另一原因", "另一措施"), at(6));

        assertThat(step.event())
                .hasValueSatisfying(event -> assertThat(event)
                        .isInstanceOfSatisfying(
                                CaseStarted.class,
                                started -> assertThat(started.reopened()).isTrue()));
        assertThat(matter.attempt()).isEqualTo(2);
        assertThat(matter.resolution()).contains(new Resolution("另一原因", "另一措施"));
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, 0, 6, Integer.MAX_VALUE})
    void a_rating_is_one_to_five_or_the_case_stays_unconfirmed(int rating) {
        var matter = in(RESOLVED);

        assertThatThrownBy(() -> matter.confirm(rating, at(4))).isInstanceOf(RuleViolated.class);

        assertThat(matter.status()).isEqualTo(RESOLVED);
        assertThat(matter.rating()).isEmpty();
    }

    @Test
    void what_ended_a_case_is_told_when_it_is_closed_and_only_the_stakeholder_gives_a_rating() {
        var unreachable = in(UNREACHABLE);
        var overridden = in(RESOLVED);
        Overriding.override(overridden, OverrideOutcome.CONFIRMED, at(4));

        assertThat(List.of(in(CONFIRMED), overridden, unreachable))
                .extracting(matter -> ((CaseClosed) matter.close(at(9)).event().orElseThrow()).ending())
                .containsExactly(Ending.CONFIRMED, Ending.OVERRIDDEN, Ending.UNREACHABLE);
        assertThat(overridden.rating()).isEmpty();
        assertThat(unreachable.rating()).isEmpty();
    }
}
