package org.huisheng.kpi.score;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.huisheng.events.Side;
import org.huisheng.kit.event.ReceivedEvent;
import org.huisheng.kpi.observation.RecordObservations;
import org.huisheng.kpi.testing.EventFixture;
import org.huisheng.kpi.testing.KpiTest;
import org.huisheng.kpi.testing.Office;
import org.junit.jupiter.api.BeforeEach;

/** Scores can be read: a department of the test's own has a contract and ten answers. */
abstract class AnsweredDepartment extends KpiTest {

    @Inject
    RecordObservations recordObservations;

    String department;

    @BeforeEach
    void prepare() {
        department = Office.establishDepartment();
        Office.concludeContract(department);
        answered(10, 4);
    }

    void answered(int count, int answer) {
        answered(count, answer, Instant.parse("2026-11-10T02:00:00Z"));
    }

    void answered(int count, int answer, Instant at) {
        var events = Stream.generate(() -> EventFixture.received(EventFixture.response(
                        Side.CUSTOMER, at, EventFixture.answer("satisfaction.service", department, answer))))
                .limit(count)
                .toList();
        record(events.toArray(ReceivedEvent[]::new));
    }

    void record(ReceivedEvent... events) {
        QuarkusTransaction.requiringNew().run(() -> recordObservations.record(List.of(events)));
    }
}
