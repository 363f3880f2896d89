package org.huisheng.kpi.seal;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import org.huisheng.kit.event.ReceivedEvent;
import org.huisheng.kpi.observation.Cell;
import org.huisheng.kpi.observation.CellKey;
import org.huisheng.kpi.observation.Cells;
import org.huisheng.kpi.observation.RecordObservations;
import org.huisheng.kpi.period.Period;
import org.huisheng.kpi.sql.Database;
import org.huisheng.kpi.testing.EventFixture;
import org.huisheng.kpi.testing.KpiTest;
import org.huisheng.kpi.testing.Seed;
import org.huisheng.kpi.testing.StoredCells;
import org.junit.jupiter.api.Test;

/** Each test has years of its own, since a sealed month stays sealed for all. */
@QuarkusTest
class SealingWhileEventsFlowTest extends KpiTest {

    private static final int FIRST_YEAR = 2001;
    private static final int ROUNDS = 3;
    private static final int CONCURRENT_YEAR = 2008;
    private static final int ALL = 10_000;

    @Inject
    RecordObservations recordObservations;

    @Inject
    SealPeriod sealPeriod;

    @Inject
    Seals seals;

    @Inject
    VerifySeals verifySeals;

    @Inject
    Cells cells;

    @Inject
    Database database;

    @Test
    void whatever_is_sealed_when_nothing_is_lost_or_counted_twice() {
        var random = Seed.generator("SealingWhileEventsFlowTest");
        for (var round = 0; round < ROUNDS; round++) {
            var year = FIRST_YEAR + 2 * round;
            var departments = departments(random);
            var events = events(random, departments, year, 250);
            var ledger = new SealedLedger();
            var sealed = new HashMap<CellKey, Cell>();

            for (var batch : EventFixture.anyDelivery(random, events)) {
                if (random.nextInt(12) == 0) {
                    seal(random, year, departments, ledger, sealed);
                }
                record(batch);
                ledger.record(batch);
            }

            var stored = StoredCells.of(database, departments);
            assertThat(stored).isEqualTo(ledger.cells());
            assertThat(SealedLedger.totals(stored)).isEqualTo(SealedLedger.totals(SealedLedger.unsealed(events)));
            assertThat(stored).containsAllEntriesOf(sealed);
            assertThat(cells.verify().differences()).isZero();
            var verification = verifySeals.verify(0, ALL);
            assertThat(verification.broken()).isEmpty();
            assertThat(verification.differing()).isEmpty();
        }
    }

    @Test
    void consumers_that_write_meanwhile_lose_and_double_nothing() throws Exception {
        var random = Seed.generator("SealingWhileEventsFlowTest");
        var departments = departments(random);
        var events = events(random, departments, CONCURRENT_YEAR, 600);
        var batches = EventFixture.anyDelivery(random, events);
        var queue = new ArrayBlockingQueue<>(batches.size(), false, batches);
        var sealed = new HashMap<CellKey, Cell>();

        try (var threads = Executors.newFixedThreadPool(4)) {
            Callable<Void> consumer = () -> {
                for (var batch = queue.poll(); batch != null; batch = queue.poll()) {
                    record(batch);
                }
                return null;
            };
            Callable<Void> office = () -> {
                for (var month : List.of("-01", "-Q1", "-04")) {
                    sealed.putAll(seal(Period.parse(CONCURRENT_YEAR + month), departments));
                }
                return null;
            };
            for (var done : threads.invokeAll(List.of(consumer, consumer, consumer, office))) {
                done.get();
            }
        }

        var stored = StoredCells.of(database, departments);
        assertThat(SealedLedger.totals(stored)).isEqualTo(SealedLedger.totals(SealedLedger.unsealed(events)));
        assertThat(stored).containsAllEntriesOf(sealed);
        assertThat(cells.verify().differences()).isZero();
        assertThat(verifySeals.verify(0, ALL).broken()).isEmpty();
    }

    private void seal(
            RandomGenerator random,
            int year,
            List<String> departments,
            SealedLedger ledger,
            Map<CellKey, Cell> sealed) {
        var ofYear = Period.of(year);
        var period = ofYear.get(1 + random.nextInt(ofYear.size() - 1));
        if (!QuarkusTransaction.requiringNew().call(() -> seals.holds(period))) {
            sealed.putAll(seal(period, departments));
            ledger.freeze(period.months());
        }
    }

    /** @return the cells of the sealed months, just after */
    private Map<CellKey, Cell> seal(Period period, List<String> departments) {
        sealPeriod.seal(period, "first", true);
        sealPeriod.seal(period, "second", false);
        var cells = StoredCells.of(database, departments);
        cells.keySet().removeIf(key -> !period.months().contains(key.month()));
        return cells;
    }

    private void record(List<ReceivedEvent> batch) {
        QuarkusTransaction.requiringNew().run(() -> recordObservations.record(batch));
    }

    private static List<ReceivedEvent> events(RandomGenerator random, List<String> departments, int year, int count) {
        var start = YearMonth.of(year, 2).atDay(10) + "T00:00:00Z";
        return EventFixture.randomEvents(random, departments, count, Instant.parse(start));
    }

    private static List<String> departments(RandomGenerator random) {
        var suffix = Integer.toUnsignedString(random.nextInt());
        return List.of("A" + suffix, "B" + suffix);
    }
}
