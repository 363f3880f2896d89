package org.huisheng.kpi.suppression;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.huisheng.events.Side;
import org.huisheng.kpi.observation.RecordObservations;
import org.huisheng.kpi.period.Period;
import org.huisheng.kpi.sql.Database;
import org.huisheng.kpi.testing.EventFixture;
import org.huisheng.kpi.testing.KpiTest;
import org.huisheng.kpi.testing.Office;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RememberedDisclosuresTest extends KpiTest {

    private static final Instant MORNING = Instant.parse("2026-11-10T02:00:00Z");

    @Inject
    Disclosures disclosures;

    @Inject
    RecordObservations recordObservations;

    @Inject
    Database database;

    @Inject
    Clock clock;

    private String department;

    @BeforeEach
    void agree() {
        department = Office.establishDepartment();
        Office.concludeContract(department);
    }

    @Test
    void what_is_shown_follows_what_is_known() {
        answered(4);
        assertThat(isShown()).isFalse();
        assertThat(isShown()).isFalse();

        answered(1);

        assertThat(isShown()).isTrue();
    }

    @Test
    void what_was_taken_back_before_it_was_committed_shows_nothing_later() {
        QuarkusTransaction.begin();
        record(7);
        assertThat(isShownHere()).isTrue();
        QuarkusTransaction.rollback();

        answered(3);

        assertThat(isShown()).isFalse();
    }

    private boolean isShown() {
        return database.snapshot(this::isShownHere);
    }

    private boolean isShownHere() {
        return disclosures
                .during(Period.parse("2026-11", clock), department)
                .getOrDefault(department, ShownFigures.NONE)
                .contain("satisfaction.service", List.of(Side.CUSTOMER));
    }

    private void answered(int count) {
        QuarkusTransaction.requiringNew().run(() -> record(count));
    }

    private void record(int count) {
        recordObservations.record(IntStream.range(0, count)
                .mapToObj(i -> EventFixture.received(EventFixture.response(
                        Side.CUSTOMER,
                        MORNING.plusSeconds(i),
                        EventFixture.answer("satisfaction.service", department, 4))))
                .toList());
    }
}
