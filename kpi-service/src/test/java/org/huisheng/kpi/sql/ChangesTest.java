package org.huisheng.kpi.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.huisheng.events.Side;
import org.huisheng.kpi.observation.RecordObservations;
import org.huisheng.kpi.testing.EventFixture;
import org.huisheng.kpi.testing.KpiTest;
import org.huisheng.kpi.testing.Office;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ChangesTest extends KpiTest {

    private static final Instant MORNING = Instant.parse("2026-11-10T02:00:00Z");

    @Inject
    Changes changes;

    @Inject
    RecordObservations recordObservations;

    @Test
    void departments_contracts_and_observations_count() {
        var before = changes.count();
        var department = Office.establishDepartment();
        var established = changes.count();
        Office.concludeContract(department);
        var concluded = changes.count();
        record(department);
        var recorded = changes.count();

        assertThat(List.of(before, established, concluded, recorded)).isSorted().doesNotHaveDuplicates();
        assertThat(changes.count()).as("nothing more has happened").isEqualTo(recorded);
    }

    @Test
    void what_is_not_committed_does_not_count_and_holds_nobody_up() {
        var department = Office.establishDepartment();
        var before = changes.count();

        QuarkusTransaction.begin();
        recordObservations.record(List.of(EventFixture.received(
                EventFixture.response(Side.CUSTOMER, MORNING, EventFixture.answer("never.committed", department, 4)))));
        var meanwhile = QuarkusTransaction.requiringNew().call(() -> {
            record(department);
            return changes.count();
        });
        QuarkusTransaction.rollback();

        assertThat(meanwhile).isGreaterThan(before);
        assertThat(changes.count()).isEqualTo(meanwhile);
    }

    @Test
    void many_at_once_are_all_counted() throws Exception {
        var department = Office.establishDepartment();
        var before = changes.count();
        try (var threads = Executors.newFixedThreadPool(8)) {
            var work = new ArrayList<Callable<Void>>();
            for (var i = 0; i < 80; i++) {
                work.add(() -> {
                    record(department);
                    return null;
                });
            }
            for (var done : threads.invokeAll(work)) {
                done.get();
            }
        }

        assertThat(changes.count() - before).isGreaterThanOrEqualTo(80);
    }

    @Test
    void who_asks_at_the_same_time_as_others_hears_of_what_they_did_themselves() throws Exception {
        var department = Office.establishDepartment();
        try (var threads = Executors.newFixedThreadPool(8)) {
            var work = new ArrayList<Callable<Boolean>>();
            for (var i = 0; i < 80; i++) {
                work.add(() -> {
                    var before = changes.count();
                    record(department);
                    return changes.count() > before;
                });
            }
            for (var grown : threads.invokeAll(work)) {
                assertThat(grown.get()).isTrue();
            }
        }
    }

    private void record(String department) {
        QuarkusTransaction.requiringNew()
                .run(() -> recordObservations.record(List.of(EventFixture.received(EventFixture.response(
                        Side.CUSTOMER, MORNING, EventFixture.answer("satisfaction.service", department, 4))))));
    }
}
