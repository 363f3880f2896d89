package org.huisheng.feedback.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huisheng.feedback.casework.CaseFixture.DONE;
import static org.huisheng.feedback.casework.CaseFixture.NOON;
import static org.huisheng.feedback.casework.CaseFixture.at;
import static org.huisheng.feedback.casework.CaseFixture.received;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.huisheng.events.EventType;
import org.huisheng.events.FeedbackEvent;
import org.huisheng.events.FeedbackEvent.CaseOpened;
import org.huisheng.events.FeedbackEvent.Echo;
import org.huisheng.feedback.intake.Intake;
import org.junit.jupiter.api.Test;

class CaseOriginTest {

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
                Asking.request(matter, matter, at(4)),
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
}
