package org.huisheng.kpi.observation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.huisheng.events.EventType;
import org.huisheng.kit.event.ReceivedEvent;
import org.huisheng.kpi.testing.EventFixture;
import org.huisheng.kpi.testing.Seed;
import org.junit.jupiter.api.Test;

/**
 * The month of a fact is part of its key (ADR 35). Whoever changes one of these makes every replay count what is known
 * already once more: give the fact a new ordinal or the event a new version instead.
 */
class MonthsOfFactsTest {

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    /** Each in a month of its own, so that the month of a fact tells what it was taken from. */
    private static final Map<String, String> MOMENTS = Map.of(
            "receivedAt",
            "2026-01-15T02:30:00Z",
            "plannedFor",
            "2026-02-15",
            "occurredAt",
            "2026-03-15T02:30:00Z",
            "month",
            "2026-04",
            "startedAt",
            "2026-05-15T02:30:00Z");

    @Test
    void the_facts_of_all_sample_events_belong_to_the_months_they_always_have() {
        var facts = new TreeSet<String>();
        Arrays.stream(EventType.values())
                .forEach(type -> Observations.of(sample(type))
                        .forEach(fact -> facts.add("%s %d %s %s"
                                .formatted(type.wireName(), fact.ordinal(), fact.metric(), fact.month()))));

        assertThat(facts).containsExactly("""
                feedback.case-assigned.v1 0 case.received 2026-01
                feedback.case-assigned.v1 1 case.received 2026-01
                feedback.case-confirmed.v1 0 case.confirmed 2026-01
                feedback.case-confirmed.v1 1 case.satisfaction 2026-01
                feedback.case-confirmed.v1 2 case.satisfied 2026-01
                feedback.case-disputed.v1 0 case.resolved 2026-01
                feedback.case-disputed.v1 1 case.disputed 2026-01
                feedback.case-merged.v1 0 case.received 2026-01
                feedback.case-merged.v1 1 case.responded 2026-01
                feedback.case-merged.v1 2 case.responded-on-time 2026-01
                feedback.case-overdue.v1 0 case.overdue 2026-01
                feedback.case-recategorised.v1 0 case.received 2026-01
                feedback.case-recategorised.v1 1 case.received 2026-01
                feedback.case-recategorised.v1 2 case.responded 2026-01
                feedback.case-recategorised.v1 3 case.responded 2026-01
                feedback.case-recategorised.v1 4 case.responded-on-time 2026-01
                feedback.case-recategorised.v1 5 case.responded-on-time 2026-01
                feedback.case-recategorised.v1 6 case.resolved 2026-01
                feedback.case-recategorised.v1 7 case.resolved 2026-01
                feedback.case-resolved.v1 0 case.resolved 2026-01
                feedback.case-separated.v1 0 case.received 2026-01
                feedback.case-separated.v1 1 case.responded 2026-01
                feedback.case-separated.v1 2 case.responded-on-time 2026-01
                feedback.case-started.v1 0 case.responded 2026-01
                feedback.case-transferred.v1 0 case.received 2026-01
                feedback.case-transferred.v1 1 case.received 2026-01
                feedback.case-transferred.v1 2 case.responded 2026-01
                feedback.comment-answered.v1 0 government.reply-on-time 2026-01
                feedback.comment-arranged.v1 0 government.reply-due 2026-01
                feedback.comment-registered.v1 0 government.reply-due 2026-01
                feedback.csr-element-staged.v1 0 integration.element-embedded 2026-03
                feedback.csr-element-staged.v1 1 integration.process-embedded 2026-03
                feedback.duty-recorded.v1 0 duty-performance 2026-04
                feedback.lecture-duty-settled.v1 0 lecture.duty-due 2026-04
                feedback.lecture-duty-settled.v1 1 lecture.duty-held 2026-04
                feedback.lecture-held.v1 0 lecture.held 2026-05
                feedback.lecture-held.v1 1 lecture.attended 2026-05
                feedback.lecture-held.v1 2 lecture.people-covered 2026-05
                feedback.lecture-held.v1 3 lecture.people-due 2026-05
                feedback.lecture-held.v1 4 lecture.attended 2026-05
                feedback.lecture-plan-changed.v1 0 lecture.people-due 2026-01
                feedback.lecture-plan-changed.v1 1 lecture.people-due 2026-01
                feedback.plan-task-settled.v1 0 improvement.task-due 2026-10
                feedback.plan-task-settled.v1 1 improvement.task-on-time 2026-10
                feedback.root-project-staged.v1 0 root-project.evaluated 2026-03
                feedback.root-project-staged.v1 1 root-project.indicator 2026-03
                feedback.root-project-staged.v1 2 root-project.indicator-moved 2026-03
                feedback.story-published.v1 0 story.published 2026-03
                feedback.story-withdrawn.v1 0 story.published 2026-10
                feedback.supply-report-settled.v1 0 report.due 2026-10
                feedback.supply-report-settled.v1 1 report.on-time 2026-10
                feedback.visit-cancelled.v1 0 visit.planned 2026-02
                feedback.visit-completed.v1 0 visit.completed 2026-02
                feedback.visit-completed.v1 1 visit.satisfaction 2026-03
                feedback.visit-planned.v1 0 visit.planned 2026-02
                survey.response-submitted.v1 0 satisfaction.service 2026-03
                survey.response-submitted.v1 1 satisfaction.service 2026-03
                """.strip().split("\n"));
    }

    @Test
    void the_same_event_gives_the_same_months_however_often_it_is_read() {
        var random = Seed.generator("MonthsOfFactsTest");
        for (var event : EventFixture.randomEvents(random, List.of("DIST", "MKT"), 500)) {
            var again = new ReceivedEvent(event.id(), event.event());

            assertThat(Observations.of(again)).isEqualTo(Observations.of(event));
        }
    }

    private static ReceivedEvent sample(EventType type) {
        try (var file = EventType.class.getResourceAsStream("/events/" + type.wireName() + ".json")) {
            var sample = (ObjectNode) JSON.readTree(file);
            MOMENTS.forEach((field, moment) -> {
                if (sample.has(field)) {
                    sample.put(field, moment);
                }
            });
            return new ReceivedEvent(new UUID(7, 7), JSON.treeToValue(sample, type.payload()));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
