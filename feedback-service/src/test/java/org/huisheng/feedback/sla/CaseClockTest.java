package org.huisheng.feedback.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huisheng.feedback.calendar.CalendarFixture.ALWAYS;
import static org.huisheng.feedback.calendar.CalendarFixture.OFFICE;
import static org.huisheng.feedback.calendar.CalendarFixture.at;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import java.util.UUID;
import org.huisheng.events.FeedbackEvent.ClockKind;
import org.huisheng.feedback.casework.ClockReading.ClockState;
import org.huisheng.feedback.sla.CaseClock.Climbed;
import org.huisheng.feedback.sla.Policy.Scope;
import org.huisheng.feedback.sla.Policy.Terms;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class CaseClockTest {

    private static final Instant MONDAY = at("2026-04-20T08:30");

    private final long seed = Long.getLong("seed", System.nanoTime());

    @Test
    void a_clock_is_due_when_its_working_time_is_used_up_and_warns_before() {
        var clock = running(900);

        assertThat(clock.dueAt()).isEqualTo(at("2026-04-21T17:30"));
        assertThat(clock.nextAt()).isEqualTo(at("2026-04-21T15:30"));
        assertThat(clock.reading(at("2026-04-20T12:30"), OFFICE).remainingMinutes())
                .isEqualTo(690);
    }

    @Test
    void waiting_stops_it_to_the_minute_and_nobody_knows_the_due_time_meanwhile() {
        var clock = running(900);

        clock.pause(at("2026-04-20T10:00"), OFFICE);
        var paused = clock.reading(at("2026-06-01T10:00"), OFFICE);
        clock.resume(at("2026-04-24T16:00"), OFFICE);

        assertThat(paused.state()).isEqualTo(ClockState.PAUSED);
        assertThat(paused.dueAt()).isNull();
        assertThat(paused.pausedSince()).isEqualTo(at("2026-04-20T10:00"));
        assertThat(paused.remainingMinutes()).isEqualTo(810);
        // 90 minutes on Friday, 450 on Monday, 270 left for Tuesday
        assertThat(clock.dueAt()).isEqualTo(at("2026-04-28T14:30"));
        assertThat(clock.climb(at("2026-04-28T14:30"), OFFICE)).hasSize(1);
    }

    @Test
    void a_paused_clock_tells_nobody_anything() {
        var clock = running(900);

        clock.pause(at("2026-04-20T10:00"), OFFICE);

        assertThat(clock.nextAt()).isNull();
        assertThat(clock.climb(at("2027-04-20T10:00"), OFFICE)).isEmpty();
    }

    @Test
    void waiting_holds_it_no_longer_than_was_said_however_late_it_is_resumed() {
        var clock = running(900);

        clock.pause(at("2026-04-20T10:00"), OFFICE);
        clock.waitAtMost(Duration.ofMinutes(450), OFFICE);
        assertThat(clock.reading(at("2026-04-20T10:30"), OFFICE).waitsUntil()).isEqualTo(at("2026-04-21T10:00"));
        clock.resume(at("2026-04-21T16:00"), OFFICE);

        // What was left at ten the day before runs from ten on: 360 minutes on Tuesday, 450 on Wednesday.
        assertThat(clock.dueAt()).isEqualTo(at("2026-04-22T17:30"));
        assertThat(clock.reading(at("2026-04-21T16:00"), OFFICE).waitsUntil()).isNull();
    }

    @Test
    void whoever_resumes_sooner_has_the_rest_of_the_time_and_waits_anew_the_next_time() {
        var clock = running(900);

        clock.pause(at("2026-04-20T10:00"), OFFICE);
        clock.waitAtMost(Duration.ofMinutes(450), OFFICE);
        clock.resume(at("2026-04-20T11:00"), OFFICE);
        clock.pause(at("2026-04-20T12:00"), OFFICE);
        clock.waitAtMost(Duration.ofMinutes(450), OFFICE);

        assertThat(clock.reading(at("2026-04-20T12:00"), OFFICE).remainingMinutes())
                .isEqualTo(750);
        assertThat(clock.reading(at("2026-04-20T12:00"), OFFICE).waitsUntil()).isEqualTo(at("2026-04-21T12:00"));
    }

    @Test
    void after_a_dispute_it_goes_on_where_it_stood() {
        var clock = running(900);

        clock.stop(at("2026-04-21T11:30"), OFFICE);
        var met = clock.reading(at("2026-05-20T08:30"), OFFICE).state();
        clock.run(at("2026-05-20T08:30"), OFFICE);

        assertThat(met).isEqualTo(ClockState.MET);
        assertThat(clock.dueAt()).isEqualTo(at("2026-05-20T14:30"));
    }

    @Test
    void a_due_time_that_was_missed_stays_missed_whatever_happens() {
        var clock = running(450);

        clock.stop(at("2026-04-20T17:30").plusNanos(1_000), OFFICE);
        clock.run(at("2026-04-22T08:30"), OFFICE);
        clock.promiseAnew(policy(9_000), at("2026-04-22T09:30"), OFFICE, OFFICE);
        clock.stop(at("2026-04-22T10:30"), OFFICE);

        assertThat(clock.dueAt()).isEqualTo(at("2026-04-20T17:30"));
        assertThat(clock.reading(at("2026-04-23T08:30"), OFFICE).state()).isEqualTo(ClockState.BREACHED);
    }

    @Test
    void in_the_last_moment_is_in_time_and_nobody_is_told() {
        var clock = running(450);

        assertThat(clock.climb(at("2026-04-20T17:30"), OFFICE))
                .extracting(Climbed::number)
                .containsExactly(1);
        clock.stop(at("2026-04-20T17:30"), OFFICE);

        assertThat(clock.reading(at("2026-04-23T08:30"), OFFICE).state()).isEqualTo(ClockState.MET);
    }

    @Test
    void each_rung_is_climbed_once_all_missed_ones_at_once_and_later_ones_by_working_time() {
        var clock = running(450);
        var due = at("2026-04-20T17:30");

        assertThat(clock.climb(at("2026-04-20T18:00"), OFFICE))
                .containsExactly(
                        new Climbed(1, ladder().rungs().get(0), due),
                        new Climbed(2, ladder().rungs().get(1), due));
        assertThat(clock.climb(at("2026-04-20T18:00"), OFFICE)).isEmpty();
        assertThat(clock.nextAt()).isEqualTo(at("2026-04-21T17:30"));
        assertThat(clock.climb(at("2026-04-22T00:00"), OFFICE))
                .extracting(Climbed::number)
                .containsExactly(3);
        assertThat(clock.nextAt()).isNull();
    }

    @Test
    void another_promise_counts_for_what_is_left() {
        var clock = running(900);

        clock.promiseAnew(policy(600), at("2026-04-20T17:30"), OFFICE, ALWAYS);
        assertThat(clock.dueAt()).isEqualTo(at("2026-04-20T20:00"));

        var shorter = running(900);
        shorter.promiseAnew(policy(60), at("2026-04-20T17:30"), OFFICE, OFFICE);
        assertThat(shorter.dueAt()).isEqualTo(at("2026-04-20T17:30"));
    }

    @Test
    void a_date_counts_where_it_comes_first_and_people_are_warned_before_it() {
        var clock = running(900);
        var date = at("2026-04-21T10:00");

        clock.dueAtTheLatest(date, OFFICE);

        assertThat(clock.dueAt()).isEqualTo(date);
        // Two hours of work before: the evening before, and an hour and a half in the morning.
        assertThat(clock.nextAt()).isEqualTo(at("2026-04-20T17:00"));
        assertThat(clock.reading(at("2026-04-20T17:00"), OFFICE).remainingMinutes())
                .isEqualTo(120);
        assertThat(clock.climb(date, OFFICE)).extracting(Climbed::number).containsExactly(1);
        assertThat(clock.climb(at("2026-04-21T10:01"), OFFICE))
                .containsExactly(new Climbed(2, ladder().rungs().get(1), date));
        assertThat(clock.nextAt()).isEqualTo(at("2026-04-22T10:00"));
        assertThat(clock.reading(at("2026-04-21T11:00"), OFFICE).remainingMinutes())
                .isEqualTo(-60);
    }

    @Test
    void a_later_date_gives_no_time_and_an_earlier_one_is_never_put_off() {
        var clock = running(900);
        var promised = clock.dueAt();

        clock.dueAtTheLatest(at("2026-05-30T10:00"), OFFICE);
        assertThat(clock.dueAt()).isEqualTo(promised);

        clock.dueAtTheLatest(at("2026-04-21T10:00"), OFFICE);
        clock.dueAtTheLatest(at("2026-04-28T10:00"), OFFICE);
        clock.promiseAnew(policy(9_000), at("2026-04-20T12:00"), OFFICE, ALWAYS);
        assertThat(clock.dueAt()).isEqualTo(at("2026-04-21T10:00"));
    }

    @Test
    void a_date_comes_while_it_waits_and_whoever_must_hear_of_it_does() {
        var clock = running(900);
        var date = at("2026-04-24T10:00");
        clock.dueAtTheLatest(date, OFFICE);

        clock.pause(at("2026-04-20T10:00"), OFFICE);

        assertThat(clock.dueAt()).isEqualTo(date);
        assertThat(clock.climb(at("2026-04-23T10:00"), OFFICE)).isEmpty();
        assertThat(clock.climb(date.plusSeconds(1), OFFICE))
                .extracting(Climbed::number)
                .containsExactly(1, 2);
        clock.resume(at("2026-04-24T10:30"), OFFICE);
        clock.stop(at("2026-04-24T10:40"), OFFICE);
        assertThat(clock.reading(at("2026-04-24T11:00"), OFFICE).state()).isEqualTo(ClockState.BREACHED);
        assertThat(clock.dueAt()).isEqualTo(date);
    }

    @Test
    void what_is_set_aside_past_its_date_was_late_although_nobody_was_at_work() {
        var clock = running(900);
        clock.dueAtTheLatest(at("2026-04-24T10:00"), OFFICE);
        clock.pause(at("2026-04-20T10:00"), OFFICE);

        clock.stop(at("2026-04-24T10:01"), OFFICE);

        assertThat(clock.reading(at("2026-04-25T10:00"), OFFICE).state()).isEqualTo(ClockState.BREACHED);
        assertThat(clock.nextAt()).isNull();
    }

    @Test
    void what_is_taken_up_again_after_its_date_is_due_already() {
        var clock = running(900);
        clock.dueAtTheLatest(at("2026-04-21T10:00"), OFFICE);
        clock.stop(at("2026-04-20T16:00"), OFFICE);

        clock.run(at("2026-04-22T09:00"), OFFICE);

        assertThat(clock.dueAt()).isEqualTo(at("2026-04-21T10:00"));
        assertThat(clock.reading(at("2026-04-22T09:01"), OFFICE).state()).isEqualTo(ClockState.BREACHED);
    }

    /** Whatever is done to it, it has used the working time between being set going and stopped, and what was waited too long. */
    @RepeatedTest(200)
    void no_sequence_of_pauses_and_restarts_wins_or_loses_time() {
        var random = new Random(seed);
        var total = random.nextInt(1, 5_000);
        var longest = Duration.ofMinutes(random.nextInt(1, 900));
        Instant waitsUntil = null;
        var clock = running(total);
        var now = MONDAY;
        var since = MONDAY;
        var used = Duration.ZERO;
        for (var i = 0; i < 12; i++) {
            now = now.plusSeconds(random.nextInt(200_000)).plus(random.nextInt(1_000), ChronoUnit.MICROS);
            switch (random.nextInt(3)) {
                case 0 -> {
                    clock.pause(now, OFFICE);
                    clock.waitAtMost(longest, OFFICE);
                }
                case 1 -> clock.stop(now, OFFICE);
                default -> clock.run(now, OFFICE);
            }
            var paused = clock.reading(now, OFFICE).pausedSince() != null;
            var running = !paused && clock.reading(now, OFFICE).stoppedAt() == null;
            if (waitsUntil != null && !paused) {
                since = waitsUntil.isBefore(now) ? waitsUntil : now;
                waitsUntil = null;
            }
            if (since != null && !running) {
                used = used.plus(OFFICE.workingTimeBetween(since, now));
                since = null;
                waitsUntil = paused ? OFFICE.plus(now, longest) : null;
            } else if (since == null && running) {
                since = now;
            }
        }
        var spent = since == null ? used : used.plus(OFFICE.workingTimeBetween(since, now));

        assertThat(clock.reading(now, OFFICE).remainingMinutes())
                .as("seed %d", seed)
                .isEqualTo(Math.floorDiv(Duration.ofMinutes(total).minus(spent).toSeconds(), 60L));
    }

    private static CaseClock running(int minutes) {
        var clock = new CaseClock(new UUID(7, 7), policy(minutes));
        clock.run(MONDAY, OFFICE);
        return clock;
    }

    private static Ladder ladder() {
        return policy(450).terms().ladder();
    }

    private static Policy policy(int minutes) {
        return new Policy(
                new UUID(1, 1),
                1,
                new Scope(ClockKind.RESOLUTION, null, null),
                new Terms("OFFICE", minutes, Ladder.parse("-120 LIAISON, 0 OFFICE, 450 LEADER")),
                "office",
                MONDAY);
    }
}
