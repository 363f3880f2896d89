package org.huisheng.kpi.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huisheng.kpi.testing.EventFixture.received;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.huisheng.events.IntegrationEvent;
import org.huisheng.events.LectureEvent.Attendance;
import org.huisheng.events.LectureEvent.HeadCount;
import org.huisheng.events.LectureEvent.LectureDutySettled;
import org.huisheng.events.LectureEvent.LectureHeld;
import org.huisheng.events.LectureEvent.LectureLevel;
import org.huisheng.events.LectureEvent.LecturePlanChanged;
import org.huisheng.events.Side;
import org.huisheng.kit.event.UnreadableEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LectureObservationsTest {

    private static final UUID ID = UUID.randomUUID();
    private static final Instant LAST_OF_APRIL = Instant.parse("2026-04-30T15:30:00Z");
    private static final Instant LATER = Instant.parse("2026-05-04T01:00:00Z");

    private static LectureHeld held(Attendance... attendance) {
        return new LectureHeld(ID, "CSR", LectureLevel.TEAMS, LAST_OF_APRIL, List.of(attendance), LATER);
    }

    private static List<String> facts(IntegrationEvent event) {
        return Observations.of(received(event)).stream()
                .map(fact -> "%s %s %s of %d"
                        .formatted(
                                fact.metric(), fact.department(), fact.value().intValueExact(), fact.sources()))
                .toList();
    }

    @Test
    void a_lecture_counts_where_it_was_held_and_its_people_where_they_work() {
        var lecture = held(new Attendance("DIST", 28, 25), new Attendance("MKT", 14, 0));

        assertThat(facts(lecture))
                .containsExactly(
                        "lecture.held CSR 1 of 42",
                        "lecture.attended DIST 28 of 28",
                        "lecture.people-covered DIST 25 of 25",
                        "lecture.people-due DIST 0 of 25",
                        "lecture.attended MKT 14 of 14");
        assertThat(Observations.of(received(lecture))).allSatisfy(fact -> {
            assertThat(fact.month()).isEqualTo(YearMonth.of(2026, 4));
            assertThat(fact.side()).isEqualTo(Side.EMPLOYEE);
            assertThat(fact.source()).isEqualTo(new Source(Source.Type.LECTURE, ID));
        });
    }

    @Test
    void changes_of_a_plan_add_up_to_what_it_says() {
        var adopted = new LecturePlanChanged(ID, 2026, List.of(new HeadCount("DIST", 96)), LATER);
        var fewer = new LecturePlanChanged(ID, 2026, List.of(new HeadCount("DIST", -6)), LATER);

        var facts = Stream.of(adopted, fewer)
                .flatMap(event -> Observations.of(received(event)).stream())
                .toList();

        assertThat(facts)
                .extracting(Observation::cell)
                .allMatch(facts.getFirst().cell()::equals);
        assertThat(facts.getFirst().month()).isEqualTo(YearMonth.of(2026, 1));
        assertThat(facts.stream().map(Observation::value).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("90");
        assertThat(facts.stream().mapToInt(Observation::sources).sum()).isEqualTo(90);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "true|lecture.duty-due DIST 1 of 96, lecture.duty-held DIST 1 of 96",
                "false|lecture.duty-due DIST 1 of 96"
            })
    void the_duty_of_two_months_counts_in_the_second_of_them(boolean held, String facts) {
        var settled = new LectureDutySettled(ID, "DIST", "2026-04", held, 96, LATER);

        assertThat(facts(settled)).containsExactly(facts.split(", "));
        assertThat(Observations.of(received(settled))).allSatisfy(fact -> {
            assertThat(fact.month()).isEqualTo(YearMonth.of(2026, 4));
            assertThat(fact.source()).isEqualTo(new Source(Source.Type.LECTURE_PLAN, ID));
        });
    }

    static Stream<IntegrationEvent> events_nobody_of_ours_would_send() {
        return Stream.of(
                held(),
                held(new Attendance("DIST", 0, 0)),
                held(new Attendance("DIST", 3, 4)),
                held(new Attendance("DIST", 3, -1)),
                held(new Attendance("DIST", 30_000, 0), new Attendance("MKT", 1, 0)),
                held(new Attendance("no code", 3, 0)),
                new LecturePlanChanged(ID, 1970, List.of(new HeadCount("DIST", 1)), LATER),
                new LecturePlanChanged(ID, 2026, List.of(new HeadCount("DIST", 40_000)), LATER),
                new LectureDutySettled(ID, "DIST", "2026-13", true, 9, LATER),
                new LectureDutySettled(ID, "DIST", "2026-04", true, -1, LATER));
    }

    @ParameterizedTest
    @MethodSource("events_nobody_of_ours_would_send")
    void an_impossible_event_is_refused(IntegrationEvent event) {
        assertThatThrownBy(() -> Observations.of(received(event))).isInstanceOf(UnreadableEvent.class);
    }
}
