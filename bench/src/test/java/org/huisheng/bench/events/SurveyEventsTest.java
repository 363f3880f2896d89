package org.huisheng.bench.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.UUID;
import org.huisheng.events.SurveyEvent.MeasuredValue;
import org.junit.jupiter.api.Test;

class SurveyEventsTest {

    private static final Instant NOW = Instant.parse("2026-11-26T03:00:00Z");

    @Test
    void every_response_is_another_one_and_about_one_of_the_departments() {
        var events = new SurveyEvents(4, 7, NOW);
        var ids = new HashSet<UUID>();
        var departments = new HashSet<String>();

        for (var number = 0; number < 1000; number++) {
            var event = events.next(NOW);
            assertThat(ids.add(event.responseId())).isTrue();
            assertThat(event.values())
                    .hasSize(4)
                    .allSatisfy(value -> assertThat(value.value()).isBetween(value.scaleMin(), value.scaleMax()))
                    .extracting(MeasuredValue::metric)
                    .doesNotHaveDuplicates();
            event.values().forEach(value -> departments.add(value.department()));
        }

        assertThat(departments).containsExactlyInAnyOrderElementsOf(SurveyEvents.DEPARTMENTS);
    }

    @Test
    void one_in_four_is_given_at_a_station() {
        var events = new SurveyEvents(1, 7, NOW);
        var stations = 0;

        for (var number = 0; number < 4000; number++) {
            stations += events.next(NOW).station() == null ? 0 : 1;
        }

        assertThat(stations).isBetween(850, 1150);
    }

    @Test
    void all_moments_lie_in_the_month_as_it_is_in_shanghai() {
        var events = new SurveyEvents(1, 7, NOW);

        assertThat(events.moment(0)).isEqualTo("2026-10-31T16:00:00Z");
        assertThat(events.moment(1)).isEqualTo(NOW);
        assertThat(new SurveyEvents(1, 7, Instant.parse("2026-10-31T16:00:00Z")).moment(0.5))
                .isBetween("2026-10-31T16:00:00Z", "2026-10-31T16:00:00.001Z");
    }
}
