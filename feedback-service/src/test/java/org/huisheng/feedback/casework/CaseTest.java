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

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.huisheng.events.EventType;
import org.huisheng.events.FeedbackEvent;
import org.huisheng.events.FeedbackEvent.CaseAssigned;
import org.huisheng.events.FeedbackEvent.CaseClosed;
import org.huisheng.events.FeedbackEvent.CaseDisputed;
import org.huisheng.events.FeedbackEvent.CaseOpened;
import org.huisheng.events.FeedbackEvent.CaseOverdue;
import org.huisheng.events.FeedbackEvent.CaseResolved;
import org.huisheng.events.FeedbackEvent.CaseStarted;
import org.huisheng.events.FeedbackEvent.CaseTransferred;
import org.huisheng.events.FeedbackEvent.ClockKind;
import org.huisheng.events.FeedbackEvent.Echo;
import org.huisheng.events.FeedbackEvent.Ending;
import org.huisheng.feedback.casework.CaseFixture.Move;
import org.huisheng.feedback.intake.Intake;
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
            MERGED, Map.of(Move.SEPARATE, RECEIVED));

    /** Until it is put away anybody who works on a case may say or correct something. */
    private static final Set<Move> ALWAYS =
            Set.of(Move.MOVE_TASK, Move.REMARK, Move.CHANGE_SEVERITY, Move.CHANGE_CATEGORY);

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

        var breach = matter.breach(ClockKind.RESOLUTION, due, at(2));
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
    void a_case_counts_from_the_day_the_stakeholder_spoke_however_late_it_is_typed_in() {
        var spoken = NOON.minusSeconds(7 * 86_400);
        var complaint = CaseFixture.complaint();
        var late = new Intake(
                complaint.side(),
                complaint.category(),
                complaint.severity(),
                complaint.title(),
                complaint.description(),
                spoken,
                null,
                null,
                null);
        var matter = new Case(received().id(), late, at(0));

        var step = matter.open(at(0));

        assertThat(step.event())
                .contains(new CaseOpened(
                        matter.id(), late.side(), late.category(), late.severity(), spoken, at(0).at(), null));
        assertThat(step.event().map(EventType::of)).contains(EventType.CASE_OPENED);
    }

    @Test
    void of_a_response_only_the_day_is_known_and_each_step_says_whose_it_was_and_the_how_manieth_it_is() {
        var responseId = UUID.randomUUID();
        var matter = new Case(received().id(), from(responseId, NOON.minusSeconds(3_600)), at(0));

        var steps = List.of(
                matter.open(at(0)),
                matter.assign("DIST", at(1)),
                matter.start(at(2)),
                matter.resolve(DONE, at(3)),
                matter.requestConfirmation(matter, at(4)),
                matter.dispute(at(5)));

        var events = steps.stream().flatMap(step -> step.event().stream()).toList();
        assertThat(events).extracting(FeedbackEvent::receivedAt).containsOnly(Instant.parse("2026-04-19T16:00:00Z"));
        assertThat(events)
                .extracting(FeedbackEvent::echo)
                .containsExactly(
                        new Echo(responseId, 1),
                        new Echo(responseId, 2),
                        new Echo(responseId, 3),
                        new Echo(responseId, 4),
                        new Echo(responseId, 6));
    }

    @Test
    void no_digest_is_kept_that_times_of_a_response_could_be_tried_against() {
        var responseId = UUID.randomUUID();

        assertThat(from(responseId, NOON).digest())
                .isEqualTo(from(responseId, NOON.plusSeconds(77)).digest());
        assertThat(from(responseId, NOON).digest())
                .isNotEqualTo(from(UUID.randomUUID(), NOON).digest());
    }

    private static Intake from(UUID responseId, Instant spoken) {
        var asked = CaseFixture.complaint();
        return new Intake(
                asked.side(),
                asked.category(),
                asked.severity(),
                asked.title(),
                asked.description(),
                spoken,
                null,
                null,
                responseId);
    }

    @Test
    void the_timeline_is_a_chain_in_which_a_changed_entry_shows() {
        var matter = new Case(received().id(), CaseFixture.complaint(), at(0));

        var opened = matter.open(at(0)).entry();
        var assigned = matter.assign("DIST", at(1)).entry();
        var forged = new TimelineEntry(
                matter.id(),
                2,
                opened.hash(),
                new TimelineEntry.Change(StepKind.ASSIGNED, RECEIVED, ASSIGNED, "MKT", null, null),
                at(1));

        assertThat(opened.follows(TimelineEntry.CHAIN_START)).isTrue();
        assertThat(assigned.follows(opened.hash())).isTrue();
        assertThat(assigned.follows(TimelineEntry.CHAIN_START)).isFalse();
        assertThat(assigned.hash()).isEqualTo(matter.timelineHead()).isNotEqualTo(forged.hash());
    }

    @Test
    void a_resolution_is_kept_in_the_timeline_when_a_later_one_replaces_it() {
        var matter = in(IN_PROGRESS);

        var entry = matter.resolve(DONE, at(3)).entry();

        assertThat(entry.resolution()).contains(DONE);
    }

    @Test
    void work_that_is_given_away_stays_with_its_first_receiver_for_the_stakeholder() {
        var matter = in(IN_PROGRESS);

        var step = matter.transfer("MKT", at(3));
        matter.start(at(4));
        matter.transfer("DISP", at(5));

        assertThat(step.event())
                .hasValueSatisfying(event -> assertThat(event)
                        .isInstanceOfSatisfying(CaseTransferred.class, transferred -> {
                            assertThat(transferred.department()).isEqualTo("MKT");
                            assertThat(transferred.previousDepartment()).isEqualTo("DIST");
                        }));
        assertThat(matter.department()).contains("DISP");
        assertThat(matter.firstReceiver()).contains("DIST");
    }

    @Test
    void a_department_that_had_it_by_mistake_and_never_began_is_no_first_receiver() {
        var matter = in(ASSIGNED);

        matter.assign("MKT", at(2));
        matter.start(at(3));

        assertThat(matter.firstReceiver()).contains("MKT");
    }

    @Test
    void ten_calls_in_one_afternoon_make_nobody_unreachable_but_one_on_each_of_three_days_do() {
        var matter = in(RESOLVED);
        for (var i = 0; i < 10; i++) {
            matter.contact(ContactChannel.PHONE, ContactOutcome.NO_ANSWER, at(4 + i));
        }
        // 23:59 and 00:01 in Shanghai are two days.
        matter.contact(ContactChannel.PHONE, ContactOutcome.BUSY, at(12 * 60 - 1));
        matter.contact(ContactChannel.SMS, ContactOutcome.NO_ANSWER, at(12 * 60 + 1));
        matter.contact(ContactChannel.PHONE, ContactOutcome.NO_STATEMENT, at(3 * 24 * 60));

        assertThatThrownBy(() -> matter.giveUpAsking(3, at(3 * 24 * 60)))
                .isInstanceOfSatisfying(
                        Conflict.class, refusal -> assertThat(refusal.code()).isEqualTo("too-few-attempts"));
        matter.contact(ContactChannel.PHONE, ContactOutcome.NO_ANSWER, at(4 * 24 * 60));
        matter.giveUpAsking(3, at(4 * 24 * 60));

        assertThat(matter.status()).isEqualTo(UNREACHABLE);
        assertThat(matter.rating()).isEmpty();
    }

    @Test
    void attempts_about_one_resolution_are_none_about_the_next() {
        var matter = in(RESOLVED);
        matter.contact(ContactChannel.PHONE, ContactOutcome.NO_ANSWER, at(4));
        matter.dispute(at(5));
        matter.start(at(6));
        matter.resolve(DONE, at(7));

        assertThatThrownBy(() -> matter.giveUpAsking(1, at(8))).isInstanceOf(Conflict.class);
    }

    @Test
    void what_ended_a_case_is_told_when_it_is_closed_and_only_the_stakeholder_gives_a_rating() {
        var unreachable = in(UNREACHABLE);
        var overridden = in(RESOLVED);
        overridden.override(OverrideOutcome.CONFIRMED, at(4));

        assertThat(List.of(in(CONFIRMED), overridden, unreachable))
                .extracting(matter -> ((CaseClosed) matter.close(at(9)).event().orElseThrow()).ending())
                .containsExactly(Ending.CONFIRMED, Ending.OVERRIDDEN, Ending.UNREACHABLE);
        assertThat(overridden.rating()).isEmpty();
        assertThat(unreachable.rating()).isEmpty();
    }

    @Test
    void particulars_are_under_the_hash_of_their_entry() {
        var matter = new Case(received().id(), CaseFixture.complaint(), at(0));
        var opened = matter.open(at(0)).entry();

        var changed = matter.changeCategory("billing", at(1)).entry();
        var forged = new TimelineEntry(
                matter.id(),
                2,
                opened.hash(),
                new TimelineEntry.Change(
                        StepKind.CATEGORY_CHANGED,
                        RECEIVED,
                        RECEIVED,
                        null,
                        null,
                        null,
                        Particulars.change("power-quality", "safety")),
                at(1));

        assertThat(changed.follows(opened.hash())).isTrue();
        assertThat(changed.particulars()).contains(Particulars.change("power-quality", "billing"));
        assertThat(changed.hash()).isNotEqualTo(forged.hash());
    }
}
