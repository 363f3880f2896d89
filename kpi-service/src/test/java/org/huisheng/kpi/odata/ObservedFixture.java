package org.huisheng.kpi.odata;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.huisheng.events.Side;
import org.huisheng.kit.event.ReceivedEvent;
import org.huisheng.kpi.observation.RecordObservations;
import org.huisheng.kpi.testing.EventFixture;

/** Puts answers where the feed finds them. */
final class ObservedFixture {

    static final Instant MORNING = Instant.parse("2026-11-10T02:00:00Z");

    private ObservedFixture() {}

    static List<ReceivedEvent> answered(
            RecordObservations recordObservations, String department, Side side, String metric, int count) {
        return answered(recordObservations, department, side, metric, count, MORNING);
    }

    static List<ReceivedEvent> answered(
            RecordObservations recordObservations, String department, Side side, String metric, int count, Instant at) {
        var events = IntStream.range(0, count)
                .mapToObj(i -> EventFixture.received(
                        EventFixture.response(side, at, EventFixture.answer(metric, department, 1 + i % 5))))
                .toList();
        record(recordObservations, events);
        return events;
    }

    static void record(RecordObservations recordObservations, List<ReceivedEvent> events) {
        QuarkusTransaction.requiringNew().run(() -> recordObservations.record(events));
    }
}
